import { timingSafeEqual } from 'node:crypto';

/** Compares a signature or a secret in a time that tells nothing of where the two differ; only their lengths may show. */
export function equalSecrets(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
