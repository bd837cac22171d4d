import type { Capabilities } from '../channel.js';

/** How long a text is in a platform's own unit: bytes of UTF-8, or UTF-16 units. */
export const lengthIn = (text: string, unit: Capabilities['unit']): number => (unit === 'byte' ? Buffer.byteLength(text) : text.length);
