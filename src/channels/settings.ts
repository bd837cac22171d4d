import { err, ok } from '../base/result.js';
import type { Fault, SettingGroup } from '../settings/group.js';
import type { Channel } from './channel.js';
import type { ChannelKind } from './kind.js';
import { CHANNELS } from './list.js';

/** The settings of all platforms as one group: the channels that are configured, in the list's order. */
export function channelSettings(kinds: readonly ChannelKind[] = CHANNELS): SettingGroup<readonly Channel[]> {
  return {
    names: kinds.flatMap(({ settings }) => settings.names),
    isOptional: true,
    isSecret: (name, text) => kinds.some(({ settings }) => settings.names.includes(name) && settings.isSecret(name, text)),
    read(texts) {
      const faults: Fault[] = [];
      const channels = kinds.flatMap(({ settings }) => {
        const read = settings.read(texts);
        if (!read.ok) faults.push(...read.error);
        return read.ok ? (read.value ?? []) : [];
      });
      return faults.length > 0 ? err(faults) : ok(channels);
    },
  };
}
