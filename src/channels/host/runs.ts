import { createOrder } from './order.js';

/** One exchange that waits for a reply. */
export interface Exchange {
  /** The platform has not gone away yet, and nothing was sent back. */
  isOpen(): boolean;
}

/** The one run of an event; later attempts of the same event join it and get what it came to. */
export interface Run<Outcome> {
  readonly done: Promise<Outcome>;
  /** How often the event was received here. */
  readonly attempts: number;
}

export interface Runs<Outcome> {
  /** Joins the run of this key, or starts it after what is under way in the conversation. `work` gets all exchanges that wait for it. */
  join(
    conversation: string,
    key: string,
    exchange: Exchange | undefined,
    work: (exchanges: ReadonlySet<Exchange>) => Promise<Outcome>,
  ): Run<Outcome>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Finished runs that are remembered, so that a late attempt costs nothing. The store knows all the others. */
const REMEMBERED = 5_000;

export function createRuns<Outcome>(): Runs<Outcome> {
  const runs = new Map<string, { readonly done: Promise<Outcome>; readonly exchanges: Set<Exchange>; attempts: number }>();
  /** Runs of a conversation come one after the other. */
  const order = createOrder();

  function start(name: string, conversation: string, work: (exchanges: ReadonlySet<Exchange>) => Promise<Outcome>) {
    const exchanges = new Set<Exchange>();
    const run = { done: order.run(conversation, () => work(exchanges)), exchanges, attempts: 0 };
    runs.set(name, run);
    // What failed is tried anew by the platform's next attempt.
    run.done.then(trim, () => runs.delete(name));
    return run;
  }

  function trim(): void {
    for (const name of runs.keys()) {
      if (runs.size <= REMEMBERED) return;
      runs.delete(name);
    }
  }

  return {
    join(conversation, key, exchange, work) {
      const name = `${conversation}\n${key}`;
      const run = runs.get(name) ?? start(name, conversation, work);
      run.attempts++;
      if (exchange) run.exchanges.add(exchange);
      return run;
    },
    idle: order.idle,
  };
}
