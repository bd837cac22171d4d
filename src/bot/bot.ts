import { err, ok, type Result } from '../base/result.js';
import { type DialogState, formatState, initialState, parseState } from '../dialog/state.js';
import { hashBody } from './body-hash.js';
import type { Clock, ConversationId, Incoming, Log, Store, TurnError, TurnRecord } from './ports.js';
import { type Brain, respond, startLanguage } from './respond.js';

/** A bot over a store: what channels talk to. */
export interface Bot {
  /** Starts a conversation; one that exists is left as it is. */
  start(id: ConversationId): Promise<void>;
  has(id: ConversationId): Promise<boolean>;
  /** Answers one message. Resolves after the turn is stored. Turns of one conversation run in order of the calls. */
  turn(incoming: Incoming): Promise<Result<TurnRecord, TurnError>>;
  history(id: ConversationId, afterSequence: number, limit: number): Promise<readonly TurnRecord[]>;
}

export interface BotParts {
  /** The brain to answer with; asked anew for every turn, so that a changed pack is picked up. */
  readonly brain: () => Brain;
  readonly store: Store;
  readonly clock: Clock;
  readonly log?: Log;
}

/** The longest message that is read, in UTF-16 units. */
export const LONGEST_MESSAGE = 2_000;
const MOST_TRIES = 5;

/** Builds a bot from its parts. */
export function createBot({ brain, store, clock, log }: BotParts): Bot {
  const queues = new Map<ConversationId, Promise<unknown>>();

  async function answer(incoming: Incoming): Promise<Result<TurnRecord, TurnError>> {
    const { conversation, key, ...received } = incoming;
    const bodyHash = hashBody(received.text, received.locale ?? '');
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const stored = await store.load(conversation);
      if (!stored) return err({ kind: 'unknown-conversation' });
      const before: DialogState =
        (stored.version === 0 ? undefined : parseState(stored.state)) ?? initialState(startLanguage(received.locale));
      const started = clock.now();
      const used = brain();
      const { reply, state } = respond(used, before, received.text, conversation);
      const turn: TurnRecord = {
        conversation,
        sequence: stored.version + 1,
        key,
        bodyHash,
        at: started.toISOString(),
        incoming: received,
        reply,
      };
      const outcome = await store.append(turn, formatState(state), stored.version);
      if (outcome.kind === 'duplicate') return outcome.turn.bodyHash === bodyHash ? ok(outcome.turn) : err({ kind: 'key-reused' });
      if (outcome.kind === 'conflict') continue;
      log?.turn({
        conversation,
        sequence: turn.sequence,
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
      if (incoming.text.trim() === '') return err({ kind: 'empty' });
      if (incoming.text.length > LONGEST_MESSAGE) return err({ kind: 'too-long', limit: LONGEST_MESSAGE });
      const before = queues.get(incoming.conversation) ?? Promise.resolve();
      const turn = before.catch(() => undefined).then(() => answer(incoming));
      queues.set(incoming.conversation, turn);
      try {
        return await turn;
      } finally {
        if (queues.get(incoming.conversation) === turn) queues.delete(incoming.conversation);
      }
    },
    history: (id, afterSequence, limit) => store.history(id, afterSequence, limit),
  };
}
