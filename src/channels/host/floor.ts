import { err, ok, type Result } from '../../base/result.js';
import type { ConversationId } from '../../bot/ports.js';
import type { Shown, Voice } from '../channel.js';
import { digestOf } from '../digest.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import type { Marks } from './marks.js';
import { notice, spoken } from './notice.js';
import { createOrder } from './order.js';
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
  /** Leaves nothing here of a conversation that was erased. */
  forget(conversation: ConversationId): void;
}

export interface FloorParts {
  readonly byId: ReadonlyMap<string, Voice>;
  readonly persons: Persons;
  readonly sending: Sending;
  readonly marks: Marks;
}

/** Words that are remembered here, so that a late second call of one is known. The store knows the last one of each conversation. */
const MOST_SAID = 5_000;

export function createFloor({ byId, persons, sending, marks }: FloorParts): Floor {
  // A desk that waits too short a time calls again while the first call is under way.
  const order = createOrder();
  const said = new Set<string>();

  function keepSaid(name: string): void {
    said.add(name);
    for (const oldest of said) {
      if (said.size <= MOST_SAID) return;
      said.delete(oldest);
    }
  }

  async function tell(conversation: ConversationId, id: string, words: (handed: Handed) => Shown): Promise<Result<Handed, FloorError>> {
    const handed = await persons.find(conversation);
    const channel = handed && byId.get(handed.channel);
    if (!handed || !channel) return err('not-handed-over');
    const name = `${digestOf(conversation)}\n${digestOf(id)}`;
    if (said.has(name) || (await marks.isLast('said', conversation, id))) return ok(handed);
    const sent = await sending.sendNow(channel, conversation, `desk:${id}`, handed.target, words(handed));
    if (!sent) return err('not-sent');
    keepSaid(name);
    await marks.set('said', conversation, id);
    return ok(handed);
  }

  /** What is done in a conversation, one after the other. */
  const inOrder = <T>(name: string, work: (conversation: ConversationId) => Promise<T>): Promise<T> =>
    order.run(name, () => work(name as ConversationId));

  return {
    takeOver: (name) =>
      inOrder(name, async (conversation) => {
        const handed = await persons.find(conversation);
        if (!handed) return err('not-handed-over');
        await persons.keep(conversation, { ...handed, talks: true });
        return ok(undefined);
      }),
    say: (name, id, text) =>
      inOrder(name, async (conversation) => {
        const told = await tell(conversation, id, ({ language }) => spoken(text, language));
        if (!told.ok) return told;
        // The user may have written, or the conversation been given back by its platform, while it was sent.
        const now = await persons.find(conversation);
        if (now) await persons.keep(conversation, { ...now, talks: true });
        return ok(undefined);
      }),
    handBack: (name, id) =>
      inOrder(name, async (conversation) => {
        const told = await tell(conversation, id, ({ language }) => notice(CHANNEL_WORDINGS[language].handedBack, language));
        if (!told.ok) return told;
        await persons.giveBack(conversation);
        return ok(undefined);
      }),
    forget(conversation) {
      const names = `${digestOf(conversation)}\n`;
      for (const name of said) if (name.startsWith(names)) said.delete(name);
    },
  };
}
