import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTokens, LIFETIME } from '../../../src/channels/directline/token.js';

const SECRET = 'a secret of sixteen';
let seconds = 1_800_000_000;
const clock = { now: () => new Date(seconds * 1000) };
const tokens = createTokens(SECRET, clock);
const claims = { conv: 'c1', user: 'dl_u', name: '张三', origins: ['https://a.example'] };
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('token', () => {
  test('gives back its claims', () => {
    const result = tokens.verify(tokens.issue('access', claims), ['access']);
    expect(result).toEqual({ ok: true, value: { ...claims, use: 'access', exp: seconds + 1800 } });
  });

  test('is a JWT whose payload a client can read', () => {
    const [header = '', payload = ''] = tokens.issue('access', claims).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ user: 'dl_u', conv: 'c1' });
  });

  test.each(['access', 'stream', 'resume'] as const)('of use %s ends on the second', (use) => {
    const before = seconds;
    const token = tokens.issue(use, claims);
    seconds = before + LIFETIME[use] - 1;
    expect(tokens.verify(token, [use]).ok).toBe(true);
    seconds = before + LIFETIME[use];
    expect(tokens.verify(token, [use])).toEqual({ ok: false, error: 'expired' });
    seconds = before;
  });

  test('of one use is none of another', () => {
    expect(tokens.verify(tokens.issue('stream', claims), ['access'])).toEqual({ ok: false, error: 'invalid' });
    expect(tokens.verify(tokens.issue('resume', claims), ['access', 'stream'])).toEqual({ ok: false, error: 'invalid' });
  });

  test('of another secret is refused', () => {
    const other = createTokens(`${SECRET}!`, clock).issue('access', claims);
    expect(tokens.verify(other, ['access'])).toEqual({ ok: false, error: 'invalid' });
  });

  test('and secret of before a change are accepted while the new one knows the old one, which no longer signs', () => {
    const rotating = createTokens('the next secret of all', clock, SECRET);
    const [older, newer] = [tokens.issue('access', claims), rotating.issue('access', claims)];
    expect([rotating.verify(older, ['access']).ok, rotating.verify(newer, ['access']).ok]).toEqual([true, true]);
    expect([SECRET, 'the next secret of all', 'a third'].map(rotating.isSecret)).toEqual([true, true, false]);
    expect(tokens.verify(newer, ['access'])).toEqual({ ok: false, error: 'invalid' });
    expect(createTokens('the next secret of all', clock).verify(older, ['access'])).toEqual({ ok: false, error: 'invalid' });
  });

  test('with any one character changed is refused', () => {
    const token = tokens.issue('access', claims);
    for (let i = 0; i < token.length; i++) {
      for (const char of ['A', 'B', '_', '.', '=']) {
        const changed = token.slice(0, i) + char + token.slice(i + 1);
        if (changed !== token) expect(tokens.verify(changed, ['access'])).toEqual({ ok: false, error: 'invalid' });
      }
    }
  });

  test('with any one bit changed is refused', () => {
    const bytes = Buffer.from(tokens.issue('access', claims));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tokens.verify(flipped.toString('latin1'), ['access']).ok).toBe(false);
    }
  });

  const [header = '', payload = '', signature = ''] = tokens.issue('access', claims).split('.');
  const none = part({ alg: 'none', typ: 'JWT' });
  const hs512 = part({ alg: 'HS512', typ: 'JWT' });
  const signed = (text: string): string => `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
  test.each([
    ['nothing', ''],
    ['dots', '..'],
    ['no signature', `${header}.${payload}`],
    ['an empty signature', `${header}.${payload}.`],
    ['alg none', `${none}.${payload}.`],
    ['alg none with a signature', `${none}.${payload}.${signature}`],
    ['another algorithm', `${hs512}.${payload}.${signature}`],
    ['a fourth part', `${header}.${payload}.${signature}.x`],
    ['padding', `${header}.${payload}.${signature}=`],
    ['a later end', `${header}.${part({ ...claims, use: 'access', exp: 9_999_999_999 })}.${signature}`],
    ['the secret itself as key', signed(`${header}.${payload}`)],
    ['spaces', ` ${header}.${payload}.${signature}`],
    ['not ASCII', `${header}.${payload}.${signature.slice(0, -1)}知`],
  ])('is refused with %s', (_, token) => {
    expect(tokens.verify(token, ['access'])).toEqual({ ok: false, error: 'invalid' });
  });

  test.each([
    [SECRET, true],
    [`${SECRET} `, false],
    [SECRET.slice(1), false],
    ['', false],
    ['知'.repeat(100), false],
  ])('isSecret(%j) is %s', (candidate, expected) => {
    expect(tokens.isSecret(candidate)).toBe(expected);
  });
});
