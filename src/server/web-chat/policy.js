// Web Chat sets innerHTML with what it has sanitized itself. HTML is let through for it, and nothing else: no script, no address of one.
// @ts-expect-error: newer than the compiler's list of what a window has
window.trustedTypes?.createPolicy('default', { createHTML: (/** @type {string} */ html) => html });
