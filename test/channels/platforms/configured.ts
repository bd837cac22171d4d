import type { Channel, ChannelIo } from '../../../src/channels/channel.js';
import { CHANNELS } from '../../../src/channels/list.js';
import type { Platform } from './platform.js';

/** The channel of a platform, configured as its console would say; `changes` replaces variables. */
export function configured(platform: Platform, base: string, changes: { readonly [name: string]: string } = {}): Channel {
  const kind = CHANNELS.find(({ id }) => id === platform.id);
  const read = kind?.settings.read(new Map(Object.entries({ ...platform.variables(base), ...changes })));
  if (!read?.ok || !read.value) throw new Error(`${platform.id} is not configured: ${JSON.stringify(read)}`);
  return read.value;
}

/** The world at one moment, with an access token kept between calls. */
export function worldAt(now: Date): ChannelIo & { readonly dropped: readonly string[] } {
  const tokens = new Map<string, string>();
  const dropped: string[] = [];
  return {
    dropped,
    now: () => now,
    random: (length) => Buffer.alloc(length, 7),
    fetch: (url, init) => fetch(url, init),
    token: async (name, fetchToken) => {
      const value = tokens.get(name) ?? (await fetchToken()).value;
      tokens.set(name, value);
      return value;
    },
    dropToken: async (name, value) => {
      dropped.push(value);
      tokens.delete(name);
    },
  };
}
