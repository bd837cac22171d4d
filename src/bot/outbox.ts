import { assertNever } from '../base/assert-never.js';
import type { Clock, OutboxEntry, Pauses, Settlement, Store } from './ports.js';

/** How one attempt to send ended. Whatever is thrown is as good as `retry`. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterSeconds?: number }
  /** It will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string };

/** How taking an entry ended. `absent`: nobody here sends for its channel. */
type Outcome = SendOutcome | { readonly kind: 'absent'; readonly reason: string };

/**
 * Sends one entry for a channel. Called at least once an entry, so give `entry.delivery` to the platform wherever it takes an
 * idempotency key: after a crash the same entry comes again. `signal` ends the attempt; it counts as failed from then on.
 */
export type Send = (entry: OutboxEntry, signal: AbortSignal) => Promise<SendOutcome>;

export interface OutboxLog {
  /** Given up: by the platform's word, or after the last attempt. The entry is kept with its conversation. */
  dead(entry: OutboxEntry, reason: string): void;
  /** Something waits for a channel that does not run here; told once a channel. */
  absent(channel: string): void;
  /** The store failed; the runner goes on after a pause. */
  failed(error: unknown): void;
}

export interface OutboxLimits {
  /** Entries on their way at once. */
  readonly atOnce: number;
  /** Milliseconds an attempt may take; for twice as long no other instance takes the entry. */
  readonly attempt: number;
  /** After so many attempts an entry is dead. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled for each later one, up to `longestPause`. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** Milliseconds between looks at the store when nothing was to be sent: a retry, or what an instance left behind that is gone. */
  readonly look: number;
  /** Milliseconds before an entry is looked at again whose channel does not run here. It may run in another instance, or after the next start. */
  readonly absence: number;
}

/** Attempts over some forty minutes. */
const OUTBOX_LIMITS: OutboxLimits = {
  atOnce: 16,
  attempt: 15_000,
  attempts: 16,
  firstPause: 1000,
  longestPause: 300_000,
  look: 1000,
  absence: 30_000,
};

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly pauses: Pauses;
  /** Who sends for a channel; `undefined` when it does not run here. */
  readonly sender: (channel: string) => Send | undefined;
  readonly log: OutboxLog;
  readonly limits?: Partial<OutboxLimits>;
}

/** Sends what turns have left in the store: at least once, each conversation in order, shared by all instances over one store. */
export interface Outbox {
  /** Looks at once: a turn with something to send was stored. */
  wake(): void;
  /** Takes nothing more, and resolves when what is on its way has arrived or failed. */
  stop(): Promise<void>;
}

/** Starts sending. Each conversation's oldest entry is leased, sent and settled; another instance takes it over when the lease runs out. */
export function startOutbox({ store, clock, pauses, sender, log, limits }: OutboxParts): Outbox {
  const { atOnce, attempt, attempts, firstPause, longestPause, look, absence } = { ...OUTBOX_LIMITS, ...limits };
  const inFlight = new Set<Promise<void>>();
  const absent = new Set<string>();
  let stopped = false;
  let woken = false;
  let rouse = (): void => {};

  const wake = (): void => {
    woken = true;
    rouse();
  };

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const free = atOnce - inFlight.size;
      if (free <= 0 || (await begin(free)) === 0) await rest();
    }
    await Promise.all(inFlight);
  }

  /** Gives how many went on their way. Apart, because a function that rests holds what it had last. */
  async function begin(limit: number): Promise<number> {
    const entries = await take(limit);
    for (const entry of entries) {
      // What follows in its conversation may go as soon as this one is settled.
      const sending = deliver(entry).finally(() => {
        inFlight.delete(sending);
        wake();
      });
      inFlight.add(sending);
    }
    return entries.length;
  }

  /** Until somebody wakes the runner, or it is time to look. */
  async function rest(): Promise<void> {
    if (stopped || woken) return;
    const roused = new AbortController();
    rouse = () => roused.abort('woken');
    await pauses.wait(look, roused.signal);
  }

  async function take(limit: number): Promise<readonly OutboxEntry[]> {
    const now = clock.now();
    try {
      return await store.lease(now.toISOString(), later(now, attempt * 2), limit);
    } catch (error) {
      log.failed(error);
      return [];
    }
  }

  async function deliver(entry: OutboxEntry): Promise<void> {
    const outcome = settlementOf(entry, await tryToSend(entry));
    try {
      await store.settle(entry, outcome);
      if (outcome.kind === 'dead') log.dead(entry, outcome.error);
    } catch (error) {
      // It stays leased, and comes again after that.
      log.failed(error);
    }
  }

  async function tryToSend(entry: OutboxEntry): Promise<Outcome> {
    const { channel } = entry;
    const send = sender(channel);
    if (!send) {
      if (!absent.has(channel)) log.absent(channel);
      absent.add(channel);
      return { kind: 'absent', reason: `no channel ${channel} runs here` };
    }
    const ended = new AbortController();
    const late = pauses.wait(attempt, ended.signal).then((): SendOutcome => ({ kind: 'retry', reason: `no answer within ${attempt} ms` }));
    try {
      return await Promise.race([send(entry, ended.signal), late]);
    } catch (error) {
      return { kind: 'retry', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      // A reason of its own: making the usual error costs more than all the rest here.
      ended.abort('over');
    }
  }

  function settlementOf(entry: OutboxEntry, outcome: Outcome): Settlement {
    switch (outcome.kind) {
      case 'sent':
        return outcome;
      case 'refused':
        return { kind: 'dead', error: outcome.reason };
      case 'absent':
        return { kind: 'postponed', at: later(clock.now(), absence * (0.5 + pauses.random() / 2)), error: outcome.reason };
      case 'retry': {
        if (entry.attempts >= attempts) return { kind: 'dead', error: outcome.reason };
        const doubled = Math.min(firstPause * 2 ** (entry.attempts - 1), longestPause);
        const pause = Math.max(doubled * (0.5 + pauses.random() / 2), (outcome.afterSeconds ?? 0) * 1000);
        return { kind: 'retry', at: later(clock.now(), pause), error: outcome.reason };
      }
      default:
        return assertNever(outcome);
    }
  }

  const ended = run();
  return {
    wake,
    stop: () => {
      stopped = true;
      rouse();
      return ended;
    },
  };
}

const later = (from: Date, milliseconds: number): string => new Date(from.getTime() + milliseconds).toISOString();
