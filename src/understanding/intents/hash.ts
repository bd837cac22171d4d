/**
 * Features are named by 32-bit hashes (FNV-1a, then an avalanche): two of some hundred thousand names share one by chance,
 * which costs the model nothing, and no name has to be built.
 */
const PRIME = 0x01000193;
const START = 0x811c9dc5 | 0;

/** The hash of a text. */
export function hashText(text: string): number {
  let hash = START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return avalanche(hash);
}

/** A hash that goes on from `hash` with the next item; order matters. */
export const joinHash = (hash: number, next: number): number => avalanche(Math.imul(hash, 31) ^ next);

/** A hash of two items in any order. */
export const pairHash = (seed: number, a: number, b: number): number =>
  avalanche(Math.imul(seed, 31) ^ (a + b) ^ Math.imul(a ^ b, 0x2545f491));

function avalanche(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
