import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();

/** Whether a presented secret or signature is the expected one, in a time that tells nothing of either. */
export const isSame = (presented: string, expected: string): boolean => timingSafeEqual(digest(presented), digest(expected));
