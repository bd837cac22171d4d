import type { Language } from '../base/language.js';
import type { Bot, NotingBot } from '../bot/bot.js';
import type { Clock, ConversationId, Store } from '../bot/ports.js';
import type { Pace } from '../channels/admission.js';
import { isNumberOfAzure } from '../channels/botframework/thread.js';
import type { Shown } from '../channels/channel.js';
import { consoleDesk } from '../channels/desk/console.js';
import { registerDesk } from '../channels/desk/routes.js';
import { webhookDesk } from '../channels/desk/webhook.js';
import { directLineVoice } from '../channels/directline/voice.js';
import { type ChannelHost, createChannelHost, type HostLog } from '../channels/host/host.js';
import { registerChannels } from '../channels/host/routes.js';
import type { Configuration } from './configuration.js';
import { pauses } from './pauses.js';

export interface HostedChannels extends Pick<ChannelHost, 'sender' | 'start' | 'close'> {
  /** The bot for Direct Line: people may take its conversations over, erasing leaves nothing with the channels either, and an export has what they keep. */
  readonly bot: Bot;
  /** Told of what people say there. */
  onSaid(listener: (conversation: ConversationId) => void): void;
  /** Told of what this process erases. */
  onErased(listener: (conversation: ConversationId) => void): void;
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
    readonly note: NotingBot['note'];
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
  const listeners: ((conversation: ConversationId) => void)[] = [];
  const erasures: ((conversation: ConversationId) => void)[] = [];
  const direct = directLineVoice(parts.bot, parts.note, (conversation) => {
    for (const listener of listeners) listener(conversation);
  });
  const host = createChannelHost({
    ...parts,
    channels,
    direct,
    pauses,
    ...(desk && settings && { desk, handOffMinutes: settings.minutes }),
  });
  const { bot } = parts;
  return {
    bot: {
      ...bot,
      turn: host.turn,
      erase: async (conversation, ifBefore) => {
        const erased = await bot.erase(conversation, ifBefore);
        // After the turns that were called before, which may have handed it over. Also where an attempt before this one came no further.
        if (erased || ifBefore === undefined) {
          await host.forget(conversation);
          for (const listener of erasures) listener(conversation);
        }
        return erased;
      },
      export: async (conversation) => {
        const kept = await bot.export(conversation);
        const channel = kept && (await host.kept(conversation));
        return channel ? { ...kept, channel } : kept;
      },
    },
    onSaid: (listener) => void listeners.push(listener),
    onErased: (listener) => void erasures.push(listener),
    sender: host.sender,
    start: host.start,
    close: host.close,
    register(app) {
      registerChannels(app, host);
      if (settings) registerDesk(app, host.floor, settings.secret, clock);
    },
  };
}
