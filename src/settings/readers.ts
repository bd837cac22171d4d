import { z } from 'zod';

// Readers of one variable each. Their messages continue the variable's name.

export const text = () => z.string().trim().min(1, 'must not be empty');

/** A whole number between two bounds, both allowed. */
export function wholeNumber(least: number, most: number) {
  const message = `must be a number from ${least} to ${most}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** Values by commas; empty ones are left out. */
export const list = () => z.string().transform((value): readonly string[] => value.split(',').flatMap((each) => each.trim() || []));

const SHORTEST_SECRET = 16;

/** A secret of our own, which nobody must be able to guess. */
export const secret = () =>
  z.string().min(SHORTEST_SECRET, `must have at least ${SHORTEST_SECRET} characters; make one with: openssl rand -hex 32`);
