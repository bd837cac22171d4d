import { err, ok, type Result } from '../../base/result.js';
import type { ConversationId } from '../../bot/ports.js';
import type { Channel } from '../channel.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import type { Marks } from './marks.js';
import { notice } from './notice.js';
import type { Handed, Persons } from './persons.js';
import type { Sending } from './sending.js';

/** Why a person's word did not go out: the conversation is not his, or the platform did not take it now. */
export type FloorError = 'not-handed-over' | 'not-sent';

/** What a person of the team does in a conversation that was handed to him. */
export interface Floor {
  /** He is there: from now on the bot is silent. */
  takeOver(conversation: string): Promise<Result<undefined, FloorError>>;
  /** Sends what he says, and takes over by it; the same `id` again sends nothing. */
  say(conversation: string, id: string, text: string): Promise<Result<undefined, FloorError>>;
  /** The bot answers again, and says so. */
  handBack(conversation: string, id: string): Promise<Result<undefined, FloorError>>;
}

export interface FloorParts {
  readonly byId: ReadonlyMap<string, Channel>;
  readonly persons: Persons;
  readonly sending: Sending;
  readonly marks: Marks;
}

export function createFloor({ byId, persons, sending, marks }: FloorParts): Floor {
  async function tell(conversation: ConversationId, id: string, words: (handed: Handed) => string): Promise<Result<Handed, FloorError>> {
    const handed = await persons.find(conversation);
    const channel = handed && byId.get(handed.channel);
    if (!handed || !channel) return err('not-handed-over');
    if (await marks.isLast('said', conversation, id)) return ok(handed);
    const sent = await sending.sendNow(channel, conversation, `desk:${id}`, handed.target, notice(words(handed), handed.language));
    if (!sent) return err('not-sent');
    await marks.set('said', conversation, id);
    return ok(handed);
  }

  return {
    async takeOver(name) {
      const conversation = name as ConversationId;
      const handed = await persons.find(conversation);
      if (!handed) return err('not-handed-over');
      await persons.keep(conversation, { ...handed, talks: true });
      return ok(undefined);
    },
    async say(name, id, text) {
      const conversation = name as ConversationId;
      const told = await tell(conversation, id, () => text);
      if (!told.ok) return told;
      // The user may have written, or the conversation been given back, while it was sent.
      const now = await persons.find(conversation);
      if (now) await persons.keep(conversation, { ...now, talks: true });
      return ok(undefined);
    },
    async handBack(name, id) {
      const conversation = name as ConversationId;
      const told = await tell(conversation, id, ({ language }) => CHANNEL_WORDINGS[language].handedBack);
      if (!told.ok) return told;
      await persons.giveBack(conversation);
      return ok(undefined);
    },
  };
}
