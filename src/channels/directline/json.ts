import { badArgument } from './errors.js';

/** Deeper than any client goes; beyond a few thousand levels writing the value again would exhaust the stack. */
export const MAX_DEPTH = 32;

/** JSON that came as bytes beside other things, read as strictly as a request's body: UTF-8, no deep nesting, no `__proto__`. */
export function parseJson(bytes: Uint8Array, what: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badArgument(`${what}: not UTF-8`);
  }
  if (depth(text) > MAX_DEPTH) throw badArgument(`${what}: nested deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') throw new SyntaxError(key);
      return value;
    });
  } catch {
    throw badArgument(`${what}: not JSON`);
  }
}

/** How deep brackets are nested outside of strings, in one pass. */
export function depth(json: string): number {
  let level = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (inString && char === '\\') i++;
    else if (char === '"') inString = !inString;
    else if (!inString && (char === '[' || char === '{')) deepest = Math.max(deepest, ++level);
    else if (!inString && (char === ']' || char === '}')) level--;
  }
  return deepest;
}
