import { createHmac, randomBytes } from 'node:crypto';

const SECRET = randomBytes(32);

/**
 * What this process remembers an event by, once it is dealt with: a digest that nobody can tell names from, nor find by trying them. So nothing
 * of a conversation is left here when it is erased, by whichever instance.
 */
export const digestOf = (...names: readonly string[]): string =>
  createHmac('sha256', SECRET).update(JSON.stringify(names)).digest('base64url');
