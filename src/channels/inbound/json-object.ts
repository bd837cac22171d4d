const DEEPEST = 64;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * Reads a body as one JSON object; `undefined` for anything that two readers could take for two things: bytes that are no UTF-8, a key that
 * stands twice, `__proto__`, a list, or a depth that no platform sends. Never throws.
 */
export function readJsonObject(body: Uint8Array | string): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return isObject(value) && isUnambiguous(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a text that is JSON already: whether every object has each key once. */
function isUnambiguous(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1);
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) return false;
    } else if (token === '}' || token === ']') open.pop();
    else if (keys && token.startsWith('"') && (before === '{' || before === ',')) {
      const key: string = JSON.parse(token);
      if (keys.has(key) || key === '__proto__') return false;
      keys.add(key);
    }
    before = token;
  }
  return true;
}
