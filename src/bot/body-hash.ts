import type { Incoming } from './ports.js';

/**
 * Tells a repeated message from another one under the same key: two independent 32-bit FNV-1a hashes as hex.
 * For telling apart what one client sends, not for security.
 */
export function hashBody(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x9747b28c);
}

/** Of all that makes a message the one it is. */
export const hashOfMessage = ({ text, locale = '', content }: Pick<Incoming, 'text' | 'locale' | 'content'>): string =>
  hashBody(text, locale, ...(content === undefined ? [] : [canonical(content)]));

/** JSON that says the same of values that mean the same: the order of an object's fields is none of it. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  ) ?? '';

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
