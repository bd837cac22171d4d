import { err, ok, type Result } from '../base/result.js';
import { type DialogState, formatState, initialState, parseState } from '../dialog/state.js';
import type { Reply } from '../rendering/reply.js';
import { hashOfMessage } from './body-hash.js';
import { createOrder } from './in-order.js';
import { type Kept, keptOf } from './kept.js';
import type { Clock, ConversationId, Incoming, Log, Pauses, Store, StoredConversation, TurnError, TurnRecord } from './ports.js';
import { type Brain, respond, respondToUnread, startLanguage } from './respond.js';

/** A bot over a store: what channels talk to. */
export interface Bot {
  /** Starts a conversation; one that exists is left as it is. */
  start(id: ConversationId): Promise<void>;
  has(id: ConversationId): Promise<boolean>;
  /** Answers one message. Resolves after the turn is stored. Turns of one conversation run in order of the calls. */
  turn(incoming: Incoming): Promise<Result<TurnRecord, TurnError>>;
  history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]>;
  /** Where several processes write: the sequence of each conversation's last turn. */
  sequences?: Store['sequences'];
  /** Leaves nothing of a conversation, after the turns that were called before. `false` when there was none; `ifBefore` is the store's. */
  erase(id: ConversationId, ifBefore?: string): Promise<boolean>;
  /** All that is kept of a conversation. */
  export(id: ConversationId): Promise<Kept | undefined>;
}

/** A bot that also takes what was said without it. */
export interface NotingBot extends Bot {
  /**
   * Stores what was said while a person has the conversation, as a turn: in order with the others, once a key. No answer is looked for, and
   * the dialog goes on later from where it was.
   */
  note(incoming: Incoming, reply: Reply): Promise<Result<TurnRecord, TurnError>>;
}

export interface BotParts {
  /** The brain to answer with; asked anew for every turn, so that a changed pack is picked up. */
  readonly brain: () => Brain;
  readonly store: Store;
  readonly clock: Clock;
  readonly log?: Log;
  /** Between tries, where other processes write the same conversations. Default: none. */
  readonly pauses?: Pauses;
  /** Told after a turn was stored that has something to send. */
  readonly onOutgoing?: () => void;
}

/** The longest message that is read, in UTF-16 units. */
export const LONGEST_MESSAGE = 2_000;
const MOST_TRIES = 5;
/** Before the third try at most; twice as long before each later one. Milliseconds. */
const FIRST_PAUSE = 50;

/** Builds a bot from its parts. */
export function createBot({ brain, store, clock, log, pauses, onOutgoing }: BotParts): NotingBot {
  const order = createOrder();

  async function answer(incoming: Incoming, said?: Reply): Promise<Result<TurnRecord, TurnError>> {
    const { conversation, key, content: _, outgoing, ...received } = incoming;
    const bodyHash = hashOfMessage(incoming);
    let now: StoredConversation | undefined;
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      // The second try goes at once: who won has yet to load for his next turn, so that two instances take turns.
      if (attempt > 2) await pauses?.wait(pauses.random() * FIRST_PAUSE * 2 ** (attempt - 3));
      const stored = (attempt === 2 ? now : undefined) ?? (await store.load(conversation));
      // A channel may begin a conversation that it does not know, but not bring back one that was erased.
      if (!stored) return err({ kind: attempt === 1 ? 'unknown-conversation' : 'erased' });
      const before: DialogState =
        (stored.version === 0 ? undefined : parseState(stored.state)) ?? initialState(startLanguage(received.locale));
      const started = clock.now();
      const used = brain();
      const { reply, state } = said
        ? { reply: said, state: before }
        : isBlank(received.text)
          ? { reply: respondToUnread(before, conversation), state: before }
          : respond(used, before, received.text, conversation, received.unread);
      const sequence = stored.version + 1;
      const turn: TurnRecord = { conversation, sequence, key, bodyHash, at: started.toISOString(), incoming: received, reply };
      const toSend = outgoing?.(reply, { sequence }) ?? [];
      const outcome = await store.append(turn, formatState(state), stored.version, toSend);
      if (outcome.kind === 'duplicate') return outcome.turn.bodyHash === bodyHash ? ok(outcome.turn) : err({ kind: 'key-reused' });
      if (outcome.kind === 'conflict') {
        now = outcome.now;
        continue;
      }
      if (toSend.length > 0) onOutgoing?.();
      if (said) return ok(turn);
      log?.turn({
        conversation,
        sequence,
        kind: reply.kind,
        intents: reply.intents.map(({ id }) => id),
        language: reply.language,
        milliseconds: clock.now().getTime() - started.getTime(),
        pack: used.pack.hash,
      });
      return ok(turn);
    }
    return err({ kind: 'busy' });
  }

  return {
    start: (id) => store.create(id, clock.now().toISOString()),
    has: async (id) => (await store.load(id)) !== undefined,
    turn: async (incoming) => {
      if (isBlank(incoming.text) && !incoming.unread) return err({ kind: 'empty' });
      if (incoming.text.length > LONGEST_MESSAGE) return err({ kind: 'too-long', limit: LONGEST_MESSAGE });
      return order(incoming.conversation, () => answer(incoming));
    },
    note: (incoming, reply) => order(incoming.conversation, () => answer(incoming, reply)),
    history: (id, afterSequence, limit) => store.history(id, afterSequence, limit),
    ...(store.sequences && { sequences: store.sequences }),
    erase: (id, ifBefore) => order(id, () => store.erase(id, ifBefore)),
    export: (id) => order(id, () => keptOf(store, id)),
  };
}

const isBlank = (text: string): boolean => text.trim() === '';
