import type { Channel } from '../channels/channel.js';
import type { ChannelKind } from '../channels/kind.js';

/** How a channel stands in the configuration. */
export type ChannelState =
  | { readonly kind: 'ready'; readonly channel: Channel }
  /** Nothing of it is set; `needs` are the variables that it cannot do without. */
  | { readonly kind: 'off'; readonly needs: readonly string[] }
  | { readonly kind: 'broken'; readonly problems: readonly string[] };

export function channelState({ settings }: ChannelKind, texts: ReadonlyMap<string, string>): ChannelState {
  const read = settings.read(texts);
  if (!read.ok) return { kind: 'broken', problems: read.error.map(({ name, message }) => `${name} ${message}`) };
  if (read.value) return { kind: 'ready', channel: read.value };
  return { kind: 'off', needs: needsOf(settings) };
}

/** What is missed once something else is set. */
function needsOf({ names, read }: ChannelKind['settings']): readonly string[] {
  if (names.length === 1) return names;
  const missed = names.flatMap((set) => {
    const alone = read(new Map([[set, 'set']]));
    return alone.ok ? [] : alone.error.flatMap(({ name }) => (name === set ? [] : [name]));
  });
  return names.filter((name) => missed.includes(name));
}
