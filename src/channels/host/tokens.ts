import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Pauses, Store } from '../../bot/ports.js';
import type { AccessToken, ChannelIo } from '../channel.js';

/** Before its end a token is taken for over: a call under way must not lose it. */
const MARGIN = 0.1;
const LONGEST_MARGIN_SECONDS = 300;

/** Milliseconds. Longer than any call takes: whoever fetches for all has ended by then, or is gone. */
const CLAIMED = 20_000;
const LOOK = 100;

const Kept = z.object({ value: z.string(), until: z.number() });
type Kept = z.infer<typeof Kept>;

/** Access tokens by name: one caller of one instance fetches, and all others of all instances find what he got. */
export function createTokens(
  store: Pick<Store, 'recall' | 'remember' | 'claim' | 'forget'>,
  clock: Clock,
  pauses: Pauses,
): Pick<ChannelIo, 'token' | 'dropToken'> {
  const current = new Map<string, Kept>();
  const dropped = new Map<string, string>();
  const loading = new Map<string, Promise<Kept>>();
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const isGood = (name: string, token: Kept | undefined): token is Kept =>
    token !== undefined && token.until > clock.now().getTime() && dropped.get(name) !== token.value;

  async function shared(name: string): Promise<Kept | undefined> {
    const kept = Kept.safeParse(JSON.parse((await store.recall(keyOf(name), clock.now().toISOString())) ?? 'null'));
    return kept.success && isGood(name, kept.data) ? kept.data : undefined;
  }

  async function load(name: string, fetchToken: () => Promise<AccessToken>): Promise<Kept> {
    const me = randomUUID();
    for (;;) {
      const kept = await shared(name);
      if (kept) return kept;
      const now = clock.now().getTime();
      if (await store.claim(claimOf(name), me, at(now), at(now + CLAIMED))) break;
      await pauses.wait(LOOK);
    }
    try {
      // It may have come between the look and the claim.
      return (await shared(name)) ?? (await fetched(name, fetchToken));
    } finally {
      await store.forget([claimOf(name)]);
    }
  }

  async function fetched(name: string, fetchToken: () => Promise<AccessToken>): Promise<Kept> {
    const { value, lifetimeSeconds } = await fetchToken();
    const margin = Math.min(lifetimeSeconds * MARGIN, LONGEST_MARGIN_SECONDS);
    const token = { value, until: clock.now().getTime() + (lifetimeSeconds - margin) * 1000 };
    await store.remember(keyOf(name), JSON.stringify(token), at(token.until));
    return token;
  }

  return {
    async token(name, fetchToken) {
      const known = current.get(name);
      if (isGood(name, known)) return known.value;
      const underWay = loading.get(name) ?? load(name, fetchToken).finally(() => loading.delete(name));
      loading.set(name, underWay);
      const token = await underWay;
      current.set(name, token);
      return token.value;
    },

    // Another instance may have fetched a newer one: the shared token is looked at again, and only then a new one is fetched.
    async dropToken(name, value) {
      dropped.set(name, value);
    },
  };
}

const keyOf = (name: string): string => `token:${name}`;
const claimOf = (name: string): string => `claim:${name}`;
