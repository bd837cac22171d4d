import { err, ok, type Result } from '../../base/result.js';
import type { ConversationId } from '../../bot/ports.js';
import type { Channel } from '../channel.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { notice } from './notice.js';
import type { Persons } from './persons.js';
import type { Sending } from './sending.js';

/** What a person of the team does in a conversation that was handed to him. */
export interface Floor {
  /** Sends what he says; `id` names it, so that it is not sent twice. The error: the conversation is not his. */
  say(conversation: string, id: string, text: string): Promise<Result<undefined, 'not-handed-over'>>;
  /** The bot answers again, and says so. */
  handBack(conversation: string, id: string): Promise<Result<undefined, 'not-handed-over'>>;
}

export function createFloor(byId: ReadonlyMap<string, Channel>, persons: Persons, sending: Sending): Floor {
  async function held(conversation: string) {
    const handed = await persons.talking(conversation as ConversationId);
    const channel = handed && byId.get(handed.channel);
    return handed && channel ? { handed, channel } : undefined;
  }
  return {
    async say(conversation, id, text) {
      const found = await held(conversation);
      if (!found) return err('not-handed-over');
      const { handed, channel } = found;
      await sending.sendNow(channel, conversation as ConversationId, `desk:${id}`, handed.target, notice(text, handed.language));
      await persons.take(conversation as ConversationId, handed);
      return ok(undefined);
    },
    async handBack(conversation, id) {
      const found = await held(conversation);
      if (!found) return err('not-handed-over');
      const { handed, channel } = found;
      await persons.giveBack(conversation as ConversationId);
      const words = notice(CHANNEL_WORDINGS[handed.language].handedBack, handed.language);
      await sending.sendNow(channel, conversation as ConversationId, `desk:${id}`, handed.target, words);
      return ok(undefined);
    },
  };
}
