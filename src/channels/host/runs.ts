import { digestOf } from '../digest.js';
import { createOrder } from './order.js';

/** One exchange that waits for a reply. */
export interface Exchange {
  /** The platform has not gone away yet, and nothing was sent back. */
  isOpen(): boolean;
}

/** A run of an event; attempts that come meanwhile join it and get what it came to. */
export interface Run<Outcome> {
  readonly done: Promise<Outcome>;
  /** How often the event was received here. */
  readonly attempts: number;
}

/** `exchanges` are all that wait for it. `isAgain`: the event was dealt with here before. */
export type Work<Outcome> = (exchanges: ReadonlySet<Exchange>, isAgain: boolean) => Promise<Outcome>;

export interface Runs<Outcome> {
  /** Joins the run of this key, or starts it after what is under way in the conversation. */
  join(conversation: string, key: string, exchange: Exchange | undefined, work: Work<Outcome>): Run<Outcome>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Finished events that are remembered, so that most late attempts cost nothing. The store knows all the others. */
const REMEMBERED = 5_000;

interface Known<Outcome> {
  /** Of the last run; `undefined`: it is over, and what it came to is not kept here. */
  done: Promise<Outcome> | undefined;
  isOver: boolean;
  exchanges: Set<Exchange>;
  attempts: number;
}

type Running<Outcome> = Known<Outcome> & { readonly done: Promise<Outcome> };

/** `holdsNothing` tells an outcome without anything that was said: no other outlives its run. */
export function createRuns<Outcome>(holdsNothing: (outcome: Outcome) => boolean): Runs<Outcome> {
  const events = new Map<string, Known<Outcome>>();
  /** Runs of a conversation come one after the other. */
  const order = createOrder();

  function start(name: string, conversation: string, work: Work<Outcome>, before: Known<Outcome> | undefined): Running<Outcome> {
    const exchanges = new Set<Exchange>();
    const done = order.run(conversation, () => work(exchanges, before !== undefined));
    const known: Running<Outcome> = { done, isOver: false, exchanges, attempts: before?.attempts ?? 0 };
    events.set(name, known);
    done.then(
      (outcome) => {
        Object.assign(known, { isOver: true, exchanges: new Set(), ...(!holdsNothing(outcome) && { done: undefined }) });
        trim();
      },
      // What failed is tried anew by the platform's next attempt.
      () => events.delete(name),
    );
    return known;
  }

  function trim(): void {
    for (const [name, { isOver }] of events) {
      if (events.size <= REMEMBERED) return;
      if (isOver) events.delete(name);
    }
  }

  return {
    join(conversation, key, exchange, work) {
      const name = digestOf(conversation, key);
      const before = events.get(name);
      if (before?.done) return joined(before, before.done, exchange);
      const known = start(name, conversation, work, before);
      return joined(known, known.done, exchange);
    },
    idle: order.idle,
  };

  function joined(known: Known<Outcome>, done: Promise<Outcome>, exchange: Exchange | undefined): Run<Outcome> {
    known.attempts++;
    if (exchange && !known.isOver) known.exchanges.add(exchange);
    return { done, attempts: known.attempts };
  }
}
