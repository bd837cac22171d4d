import type { AppendOutcome, ConversationId, OutboxEntry, Outgoing, Store, TurnRecord, Undelivered } from '../bot/ports.js';
import { StoreError } from './errors.js';
import { INITIAL_STATE } from './initial-state.js';

interface Waiting {
  readonly entry: OutboxEntry;
  /** When it may be taken next. */
  due: string;
  attempts: number;
  error?: string;
  dead: boolean;
}

interface Conversation {
  state: string;
  /** The time of its last turn, else of its start. */
  touched: string;
  readonly turns: TurnRecord[];
  readonly byKey: Map<string, TurnRecord>;
  /** In order of turns; what was sent is gone. */
  outbox: Waiting[];
}

/** Keeps conversations in this process; they end with it. For tests, transcripts and one-shot commands. */
export function createMemoryStore(): Store {
  const conversations = new Map<ConversationId, Conversation>();
  const values = new Map<string, { readonly value: string; readonly expiresAt: string | undefined }>();
  let closed = false;

  const checkOpen = (): void => {
    if (closed) throw new StoreError('store-closed', 'The store is closed.');
  };
  const open = (id: ConversationId): Conversation | undefined => {
    checkOpen();
    return conversations.get(id);
  };

  return {
    async create(id, at) {
      if (!open(id)) conversations.set(id, { state: INITIAL_STATE, touched: at, turns: [], byKey: new Map(), outbox: [] });
    },

    async load(id) {
      const found = open(id);
      return found && { state: found.state, version: found.turns.length };
    },

    async append(turn, state, expectedVersion, outgoing = []): Promise<AppendOutcome> {
      const found = open(turn.conversation);
      if (!found) return { kind: 'conflict' };
      const earlier = found.byKey.get(turn.key);
      if (earlier) return { kind: 'duplicate', turn: earlier };
      if (found.turns.length !== expectedVersion || turn.sequence !== expectedVersion + 1) return { kind: 'conflict' };
      const deliveries = [...found.outbox.map(({ entry }) => entry.delivery), ...outgoing.map(({ delivery }) => delivery)];
      if (new Set(deliveries).size < deliveries.length) throw new StoreError('store-failed', 'A delivery id is used twice.');
      const kept = copy(turn);
      found.turns.push(kept);
      found.byKey.set(kept.key, kept);
      found.state = state;
      found.touched = turn.at;
      found.outbox.push(...outgoing.map((each) => waiting(turn, each)));
      return { kind: 'stored' };
    },

    async history(id, afterSequence, limit) {
      const turns = open(id)?.turns ?? [];
      const from = Math.max(0, afterSequence);
      return turns.slice(from, from + Math.max(0, limit));
    },

    async lease(now, until, limit) {
      checkOpen();
      const heads = [...conversations.values()].flatMap(({ outbox }) => outbox.find(({ dead }) => !dead) ?? []);
      const due = heads.filter((head) => head.due <= now).sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
      return due.slice(0, Math.max(0, limit)).map((head) => {
        head.due = until;
        head.attempts++;
        return { ...head.entry, attempts: head.attempts };
      });
    },

    async enqueue(conversation, outgoing, at) {
      const found = open(conversation);
      if (!found || found.outbox.some(({ entry }) => entry.delivery === outgoing.delivery)) return;
      found.outbox.push(waiting({ conversation, sequence: found.turns.length, at }, outgoing));
    },

    async settle(entry, outcome) {
      const found = open(entry.conversation);
      const taken = found?.outbox.find((one) => one.entry.delivery === entry.delivery && one.attempts === entry.attempts && !one.dead);
      if (!found || !taken) return;
      if (outcome.kind === 'sent') found.outbox = found.outbox.filter((one) => one !== taken);
      else {
        taken.error = outcome.error;
        if (outcome.kind === 'dead') taken.dead = true;
        else taken.due = outcome.at;
        if (outcome.kind === 'postponed') taken.attempts--;
      }
    },

    async undelivered(id) {
      return (open(id)?.outbox ?? []).map(
        ({ entry, attempts, dead, error }): Undelivered => ({
          ...entry,
          attempts,
          state: dead ? 'dead' : 'waiting',
          ...(error !== undefined && { error }),
        }),
      );
    },

    async recall(name, now) {
      checkOpen();
      const found = values.get(name);
      return found && (found.expiresAt === undefined || found.expiresAt > now) ? found.value : undefined;
    },

    async remember(name, value, expiresAt) {
      checkOpen();
      values.set(name, { value, expiresAt });
    },

    async claim(name, value, now, expiresAt) {
      checkOpen();
      const found = values.get(name);
      if (found && found.value !== value && (found.expiresAt === undefined || found.expiresAt > now)) return false;
      values.set(name, { value, expiresAt });
      return true;
    },

    async forget(names) {
      checkOpen();
      for (const name of names) values.delete(name);
    },

    async sweep(now) {
      checkOpen();
      for (const [name, { expiresAt }] of values) if (expiresAt !== undefined && expiresAt <= now) values.delete(name);
    },

    async erase(id, ifBefore) {
      const found = open(id);
      return found !== undefined && (ifBefore === undefined || found.touched < ifBefore) && conversations.delete(id);
    },

    async old(at, limit) {
      checkOpen();
      const old = [...conversations].filter(([, { touched }]) => touched < at).map(([id]) => id);
      return old.slice(0, Math.max(0, limit));
    },

    async close() {
      closed = true;
    },
  };
}

/** As a store on disk would make: later changes to the caller's objects must not reach it. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const waiting = ({ conversation, sequence, at }: Pick<TurnRecord, 'conversation' | 'sequence' | 'at'>, outgoing: Outgoing): Waiting => ({
  entry: { ...copy(outgoing), conversation, sequence, attempts: 0 },
  due: at,
  attempts: 0,
  dead: false,
});
