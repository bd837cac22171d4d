import { isUtf8 } from 'node:buffer';

const DEEPEST = 64;

/**
 * Reads a body as one JSON object; `undefined` for anything that two readers could take for two things: bytes that are no UTF-8, a key that
 * stands twice, `__proto__`, a list, or a depth that no platform sends. Never throws.
 */
export function readJsonObject(body: Buffer | string): Readonly<Record<string, unknown>> | undefined {
  try {
    if (typeof body !== 'string' && !isUtf8(body)) return undefined;
    const text = body.toString();
    const value: unknown = JSON.parse(text);
    return isObject(value) && keysOf(value, DEEPEST) === keysIn(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many keys a value has, with all in it; not a number where it is deeper than `depth` or has a key that reaches beyond it. */
function keysOf(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return Number.NaN;
  const inside = Object.values(value);
  return inside.reduce((sum: number, each) => sum + keysOf(each, depth - 1), Array.isArray(value) ? 0 : inside.length);
}

/** How many keys are written in a text that is JSON already: one of them that stands twice is there once in the value. */
function keysIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) count++;
    else if (code === QUOTE) at = endOfString(text, at + 1);
  }
  return count;
}

const [QUOTE, COLON, BACKSLASH] = [0x22, 0x3a, 0x5c];

function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
}
