import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import type { Clock } from '../../bot/ports.js';

/**
 * What a token is good for: `access` for the endpoints, `stream` for opening the WebSocket (it stands in a URL, so it
 * lives a minute), `resume` for coming back to a conversation of this server's own page.
 */
export type TokenUse = 'access' | 'stream' | 'resume';

/** Seconds. */
export const LIFETIME: { readonly [use in TokenUse]: number } = { access: 1800, stream: 60, resume: 30 * 24 * 3600 };

const Claims = z.object({
  use: z.enum(['access', 'stream', 'resume']),
  conv: z.string().min(1),
  /** Web Chat reads this claim and sends it as `from.id`. */
  user: z.string().optional(),
  name: z.string().optional(),
  /** In a stream's token: the address of this server as its client reaches it, for links in what it is sent. */
  site: z.string().optional(),
  /** Pages that may use the token; all when absent. */
  origins: z.array(z.string()).optional(),
  exp: z.number().int(),
});

export type Claims = z.infer<typeof Claims>;

type TokenFault = 'invalid' | 'expired';

export interface Tokens {
  /** A JWT, HMAC-SHA256. */
  issue(use: TokenUse, claims: Omit<Claims, 'use' | 'exp'>): string;
  verify(token: string, uses: readonly TokenUse[]): Result<Claims, TokenFault>;
  /** Compares in constant time. */
  isSecret(candidate: string): boolean;
}

/** The only header issued, and the only one accepted: no token chooses its own algorithm. */
const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/** `secret` signs; what `previous` signed, and `previous` itself, are accepted too, until all clients have the new one. */
export function createTokens(secret: string, clock: Clock, previous?: string): Tokens {
  const accepted = previous === undefined ? [secret] : [secret, previous];
  const key = keyOf(secret);
  const keys = accepted.map(keyOf);
  const digests = accepted.map(digest);
  const sign = (signed: string, by: Buffer): string => createHmac('sha256', by).update(signed).digest('base64url');
  const seconds = (): number => Math.floor(clock.now().getTime() / 1000);

  return {
    issue(use, claims) {
      const payload = Buffer.from(JSON.stringify({ ...claims, use, exp: seconds() + LIFETIME[use] })).toString('base64url');
      const signed = `${HEADER}.${payload}`;
      return `${signed}.${sign(signed, key)}`;
    },

    verify(token, uses) {
      const [header = '', payload = '', signature = '', ...rest] = token.split('.');
      if (header !== HEADER || rest.length > 0) return err('invalid');
      // As text, not as bytes: the last base64 digit has spare bits, and a changed token must not pass.
      const signed = `${header}.${payload}`;
      if (!keys.some((each) => sameText(signature, sign(signed, each)))) return err('invalid');
      const claims = Claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      if (!claims.success || !uses.includes(claims.data.use)) return err('invalid');
      return claims.data.exp > seconds() ? ok(claims.data) : err('expired');
    },

    isSecret(candidate) {
      const given = digest(candidate);
      return digests.map((each) => timingSafeEqual(given, each)).includes(true);
    },
  };
}

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'zhida direct line token 1', 32));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
