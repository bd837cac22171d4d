import { verify } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import type { KeySet } from './keys.js';

/** Who sent a request: the connector, for one service address, with a key that speaks for these channels. */
export interface Identity {
  readonly serviceUrl: string;
  readonly endorsements: readonly string[];
}

export interface TokenRules {
  readonly keys: KeySet;
  /** The only issuer: the connector. */
  readonly issuer: string;
  /** The bot's app id. */
  readonly audience: string;
}

/** Seconds that two clocks may differ by. */
const CLOCK_SKEW = 300;
const LONGEST_TOKEN = 16_384;

const Header = z.looseObject({ alg: z.literal('RS256'), kid: z.string().min(1).max(256), crit: z.undefined().optional() });
const Claims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1),
});

/**
 * Reads a JWT of the connector. The algorithm is fixed, whatever the token says of itself. The fault is a sentence for whoever
 * sets the bot up. Rejects where the keys cannot be fetched.
 */
export async function readToken(token: string, { keys, issuer, audience }: TokenRules, now: Date): Promise<Result<Identity, string>> {
  const [head = '', body = '', signature = '', ...rest] = token.length > LONGEST_TOKEN ? [] : token.split('.');
  const header = Header.safeParse(decoded(head));
  if (!header.success || rest.length > 0) return err('The token is no JWT signed with RS256');
  const key = await keys.find(header.data.kid);
  if (!key) return err('The token is signed with an unknown key');
  if (!verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key.key, Buffer.from(signature, 'base64url'))) {
    return err("The token's signature is wrong");
  }
  const claims = Claims.safeParse(decoded(body));
  if (!claims.success) return err(`The token lacks a claim: ${claims.error.issues[0]?.path.join('.')}`);
  const { iss, aud, exp, nbf, serviceurl } = claims.data;
  const seconds = now.getTime() / 1000;
  if (iss !== issuer) return err('The token is from another issuer');
  if (aud !== audience) return err('The token is for another bot');
  if (exp + CLOCK_SKEW <= seconds) return err('The token has expired');
  if (nbf !== undefined && nbf - CLOCK_SKEW > seconds) return err('The token is not valid yet');
  return ok({ serviceUrl: serviceurl, endorsements: key.endorsements });
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
