import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../bot/ports.js';

/** A public key that the connector signs with, and the channels it may speak for with it. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

/** The keys that an OpenID document leads to. */
export interface KeySet {
  /** `undefined` for a key that is not published. Rejects where none can be fetched: then nobody can be told apart. */
  find(kid: string): Promise<SigningKey | undefined>;
}

/** Milliseconds. Published keys are used for a day at most; after half of it newer ones are fetched beside the requests. */
const FRESH = 12 * 3600_000;
const USABLE = 24 * 3600_000;
/** An unknown key is looked for again, but no made-up name can cause more fetches than this. */
const SHORTEST_PAUSE = 5 * 60_000;
const SLOWEST_FETCH = 5_000;
const SMALLEST_MODULUS = 2048;

const Metadata = z.looseObject({ jwks_uri: z.url() });
const Jwks = z.looseObject({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.array(z.string()).optional() })).min(1),
});

export interface KeySetParts {
  /** Where the OpenID document is: `https://…/.well-known/openidconfiguration`. */
  readonly metadata: string;
  readonly clock: Clock;
  /** Hears of a refresh that failed while the present keys still serve. */
  readonly onError: (error: unknown) => void;
}

export function createKeySet({ metadata, clock, onError }: KeySetParts): KeySet {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  /** One fetch for all who wait. */
  function refresh(now: number): Promise<void> {
    triedAt = now;
    fetching ??= fetchKeys(metadata)
      .then((fetched) => {
        keys = fetched;
        fetchedAt = now;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  return {
    async find(kid) {
      const now = clock.now().getTime();
      const age = now - fetchedAt;
      const mayTry = fetching !== undefined || now - triedAt >= SHORTEST_PAUSE;
      if (age >= USABLE || (mayTry && !keys.has(kid))) await refresh(now);
      else if (mayTry && age >= FRESH) void refresh(now).catch(onError);
      return keys.get(kid);
    },
  };
}

async function fetchKeys(metadata: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = Metadata.parse(await fetchJson(metadata));
  if (new URL(jwks_uri).protocol !== new URL(metadata).protocol)
    throw new Error(`${metadata} leads to keys by another protocol: ${jwks_uri}`);
  const { keys } = Jwks.parse(await fetchJson(jwks_uri));
  return new Map(
    keys.flatMap(({ kty, kid, endorsements = [], ...jwk }): [string, SigningKey][] => {
      if (kty !== 'RSA' || kid === undefined) return [];
      const key = createPublicKey({ key: { ...jwk, kty }, format: 'jwk' });
      const isStrong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_MODULUS;
      return isStrong ? [[kid, { key, endorsements }]] : [];
    }),
  );
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(SLOWEST_FETCH),
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
