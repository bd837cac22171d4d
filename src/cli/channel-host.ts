import type { Language } from '../base/language.js';
import type { Bot } from '../bot/bot.js';
import type { Clock, Store } from '../bot/ports.js';
import type { Pace } from '../channels/admission.js';
import { isNumberOfAzure } from '../channels/botframework/thread.js';
import type { Shown } from '../channels/channel.js';
import { consoleDesk } from '../channels/desk/console.js';
import { registerDesk } from '../channels/desk/routes.js';
import { webhookDesk } from '../channels/desk/webhook.js';
import { type ChannelHost, createChannelHost, type HostLog } from '../channels/host/host.js';
import { registerChannels } from '../channels/host/routes.js';
import type { Configuration } from './configuration.js';
import { pauses } from './pauses.js';

export interface HostedChannels extends Pick<ChannelHost, 'sender' | 'start' | 'close'> {
  /** The bot, whose erasing leaves nothing with the channels either, and whose export has what they keep. */
  readonly bot: Bot;
  register(app: Parameters<typeof registerChannels>[0]): void;
}

/** Whether a conversation is named by somebody's telephone number. */
export const isNamedByNumber = ({ channels }: Pick<Configuration, 'channels'>, conversation: string): boolean =>
  isNumberOfAzure(conversation) ||
  channels.some(({ id, capabilities }) => capabilities.namesAreNumbers === true && conversation.startsWith(`${id}:`));

/** The configured messaging channels over a bot, with the desk that they hand conversations to. */
export function hostChannels(
  { channels, desk: settings }: Pick<Configuration, 'channels' | 'desk'>,
  parts: {
    readonly bot: Bot;
    readonly store: Store;
    readonly clock: Clock;
    readonly log: HostLog;
    readonly pace: Pace;
    readonly onOutgoing: () => void;
    readonly welcome: (language: Language) => Shown;
  },
): HostedChannels {
  const { clock, log } = parts;
  const desk =
    settings &&
    (settings.url === 'console:'
      ? consoleDesk((conversation, line) => log.info({ conversation, desk: line }, 'for a person'))
      : webhookDesk({ ...settings, clock, pauses }));
  const host = createChannelHost({ ...parts, channels, pauses, ...(desk && settings && { desk, handOffMinutes: settings.minutes }) });
  const { bot } = parts;
  return {
    bot: {
      ...bot,
      erase: async (conversation) => {
        const erased = await bot.erase(conversation);
        // After the turns that were called before, which may have handed it over.
        await host.forget(conversation);
        return erased;
      },
      export: async (conversation) => {
        const kept = await bot.export(conversation);
        const channel = kept && (await host.kept(conversation));
        return channel ? { ...kept, channel } : kept;
      },
    },
    sender: host.sender,
    start: host.start,
    close: host.close,
    register(app) {
      registerChannels(app, host);
      if (settings) registerDesk(app, host.floor, settings.secret, clock);
    },
  };
}
