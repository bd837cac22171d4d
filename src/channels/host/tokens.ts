import { z } from 'zod';
import type { Clock, Store } from '../../bot/ports.js';
import type { AccessToken, ChannelIo } from '../channel.js';

/** Before its end a token is taken for over: a call under way must not lose it. */
const MARGIN = 0.1;
const LONGEST_MARGIN_SECONDS = 300;

const Kept = z.object({ value: z.string(), until: z.number() });
type Kept = z.infer<typeof Kept>;

/** Access tokens by name: fetched once for all callers, kept where other instances find them. */
export function createTokens(store: Pick<Store, 'recall' | 'remember'>, clock: Clock): Pick<ChannelIo, 'token' | 'dropToken'> {
  const current = new Map<string, Kept>();
  const dropped = new Map<string, string>();
  const loading = new Map<string, Promise<Kept>>();
  const isGood = (name: string, token: Kept | undefined): token is Kept =>
    token !== undefined && token.until > clock.now().getTime() && dropped.get(name) !== token.value;

  async function load(name: string, fetchToken: () => Promise<AccessToken>): Promise<Kept> {
    const shared = Kept.safeParse(JSON.parse((await store.recall(keyOf(name), clock.now().toISOString())) ?? 'null'));
    if (shared.success && isGood(name, shared.data)) return shared.data;
    const { value, lifetimeSeconds } = await fetchToken();
    const margin = Math.min(lifetimeSeconds * MARGIN, LONGEST_MARGIN_SECONDS);
    const token = { value, until: clock.now().getTime() + (lifetimeSeconds - margin) * 1000 };
    await store.remember(keyOf(name), JSON.stringify(token), new Date(token.until).toISOString());
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
