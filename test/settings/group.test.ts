import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { optionalGroup } from '../../src/settings/group.js';
import { readSettings } from '../../src/settings/read.js';
import { secret, text, wholeNumber } from '../../src/settings/readers.js';

const pigeon = optionalGroup({
  variables: {
    PIGEON_LOFT: text(),
    PIGEON_RING: secret(),
    PIGEON_SPEED: wholeNumber(1, 90).default(60),
    PIGEON_NAME: z.string().optional(),
  },
  secrets: { PIGEON_RING: true },
  check: ({ PIGEON_LOFT, PIGEON_NAME }) =>
    PIGEON_LOFT === PIGEON_NAME ? [{ name: 'PIGEON_NAME', message: 'is the name of the loft' }] : [],
  options: ({ PIGEON_LOFT, PIGEON_RING, PIGEON_SPEED }) => ({ loft: PIGEON_LOFT, ring: PIGEON_RING, speed: PIGEON_SPEED }),
});
const read = (env: Readonly<Record<string, string>>) => readSettings({ pigeon }, env, new Map());
const RING = '0123456789abcdef';

describe('an optional group', () => {
  test('is off while nothing of it is set', () => {
    expect(read({ PIGEON_LOFT: '', OTHER: 'x' })).toMatchObject({ options: { pigeon: undefined }, problems: [] });
  });

  test('once on has its options, with defaults', () => {
    expect(read({ PIGEON_LOFT: 'north', PIGEON_RING: RING }).options).toEqual({ pigeon: { loft: 'north', ring: RING, speed: 60 } });
  });

  test.each<readonly [Readonly<Record<string, string>>, readonly string[]]>([
    [
      { PIGEON_SPEED: '5' },
      ['PIGEON_LOFT is missing: PIGEON_SPEED is set and needs it', 'PIGEON_RING is missing: PIGEON_SPEED is set and needs it'],
    ],
    [
      { PIGEON_LOFT: 'north', PIGEON_RING: 'short', PIGEON_SPEED: '91' },
      ['PIGEON_RING must have at least 16 characters; make one with: openssl rand -hex 32', 'PIGEON_SPEED must be a number from 1 to 90'],
    ],
    [{ PIGEON_LOFT: 'north', PIGEON_RING: RING, PIGEON_NAME: 'north' }, ['PIGEON_NAME is the name of the loft']],
  ])('%j → %j', (env, problems) => {
    expect(read(env)).toMatchObject({ options: undefined, problems });
  });
});
