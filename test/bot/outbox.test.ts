import { afterEach, describe, expect, it } from 'vitest';
import { type Outbox, type OutboxLimits, type Send, type SendOutcome, startOutbox } from '../../src/bot/outbox.js';
import type { OutboxEntry, Store } from '../../src/bot/ports.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { conversation, outgoing, turn } from '../contract/turns.js';
import { type VirtualTime, virtualTime } from './virtual-time.js';

const START = Date.parse(turn('a', 1, 'k').at);
const LIMITS: OutboxLimits = { atOnce: 4, attempt: 10_000, attempts: 3, firstPause: 2000, longestPause: 3000, look: 1000, absence: 5000 };
const SENT: SendOutcome = { kind: 'sent' };

const running: Outbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((outbox) => outbox.stop()));
});

interface Post {
  readonly store: Store;
  readonly time: VirtualTime;
  /** `second delivery/attempt`, as they were handed to the channel. */
  readonly sent: string[];
  readonly dead: string[];
  readonly absent: string[];
  readonly failures: unknown[];
  readonly start: (
    send?: (entry: OutboxEntry, signal: AbortSignal) => SendOutcome | Promise<SendOutcome>,
    limits?: Partial<OutboxLimits>,
  ) => Outbox;
}

function post(store: Store = createMemoryStore(), time: VirtualTime = virtualTime(START)): Post {
  const [sent, dead, absent, failures]: [string[], string[], string[], unknown[]] = [[], [], [], []];
  return {
    store,
    time,
    sent,
    dead,
    absent,
    failures,
    start(send = () => SENT, limits = {}) {
      const recorded: Send = async (entry, signal) => {
        sent.push(`${(time.clock.now().getTime() - START) / 1000}s ${entry.delivery}/${entry.attempts}`);
        return send(entry, signal);
      };
      const outbox = startOutbox({
        store,
        clock: time.clock,
        pauses: time.pauses,
        sender: (channel) => (channel === 'letter' ? recorded : undefined),
        log: {
          dead: (entry, reason) => dead.push(`${entry.delivery}: ${reason}`),
          absent: (channel) => absent.push(channel),
          failed: (error) => failures.push(error),
        },
        limits: { ...LIMITS, ...limits },
      });
      running.push(outbox);
      return outbox;
    },
  };
}

/** Stores turns whose replies are to be sent. */
async function write(store: Store, id: string, ...turns: readonly (readonly string[])[]): Promise<void> {
  await store.create(conversation(id), turn(id, 1, 'k').at);
  for (const [index, deliveries] of turns.entries())
    await store.append(turn(id, index + 1, `k${index}`), '1', index, deliveries.map(outgoing));
}

describe('the outbox', () => {
  it('sends each conversation in order, and forgets what was sent', async () => {
    const { store, time, sent, start } = post();
    await write(store, 'a', ['a1', 'a2'], ['a3']);
    await write(store, 'b', ['b1']);
    start();
    await time.settle();
    expect(sent).toEqual(['0s a1/1', '0s b1/1', '0s a2/1', '0s a3/1']);
    expect(await store.undelivered(conversation('a'))).toEqual([]);
    await time.advance(60_000);
    expect(sent).toHaveLength(4);
  });

  it('sends at once when it is woken, and by itself at its next look', async () => {
    const { store, time, sent, start } = post();
    const outbox = start();
    await time.advance(100);
    await write(store, 'a', ['a1']);
    outbox.wake();
    await time.settle();
    await write(store, 'b', ['b1']);
    await time.advance(5000);
    expect(sent).toEqual(['0.1s a1/1', '1.1s b1/1']);
  });

  it('tries again after longer and longer pauses, then gives up and says so; what follows goes on', async () => {
    const { store, time, sent, dead, start } = post();
    await write(store, 'a', ['a1', 'a2']);
    start((entry) => (entry.delivery === 'a1' ? { kind: 'retry', reason: 'HTTP 500' } : SENT));
    await time.advance(60_000);
    expect(sent).toEqual(['0s a1/1', '2s a1/2', '5s a1/3', '5s a2/1']);
    expect(dead).toEqual(['a1: HTTP 500']);
    expect(await store.undelivered(conversation('a'))).toMatchObject([{ delivery: 'a1', state: 'dead', error: 'HTTP 500', attempts: 3 }]);
  });

  it('waits as long as the platform asks', async () => {
    const { store, time, sent, start } = post();
    await write(store, 'a', ['a1']);
    start((entry) => (entry.attempts === 1 ? { kind: 'retry', reason: 'HTTP 429', afterSeconds: 7 } : SENT));
    await time.advance(60_000);
    expect(sent).toEqual(['0s a1/1', '7s a1/2']);
  });

  it('does not try again what will never be taken', async () => {
    const { store, time, sent, dead, start } = post();
    await write(store, 'a', ['a1', 'a2']);
    start((entry) => (entry.delivery === 'a1' ? { kind: 'refused', reason: 'blocked' } : SENT));
    await time.advance(60_000);
    expect(sent).toEqual(['0s a1/1', '0s a2/1']);
    expect(dead).toEqual(['a1: blocked']);
  });

  it('takes a crash of a channel for a failed attempt', async () => {
    const { store, time, sent, start } = post();
    await write(store, 'a', ['a1']);
    start((entry) => (entry.attempts === 1 ? Promise.reject(new Error('no connection')) : SENT));
    await time.settle();
    expect(await store.undelivered(conversation('a'))).toMatchObject([{ error: 'no connection' }]);
    await time.advance(60_000);
    expect(sent).toEqual(['0s a1/1', '2s a1/2']);
  });

  it('ends an attempt that takes too long, and tries again', async () => {
    const { store, time, sent, start } = post();
    await write(store, 'a', ['a1']);
    const ended: boolean[] = [];
    start((entry, signal) => {
      if (entry.attempts > 1) return SENT;
      return new Promise(() => signal.addEventListener('abort', () => ended.push(signal.aborted)));
    });
    await time.advance(60_000);
    expect(ended).toEqual([true]);
    expect(sent).toEqual(['0s a1/1', '12s a1/2']);
  });

  it('keeps what is for a channel that does not run here, and says so once', async () => {
    const { store, time, sent, dead, absent, start } = post();
    await write(store, 'a', []);
    await store.append(turn('a', 2, 'k2'), '2', 1, [{ ...outgoing('a1'), channel: 'telex' }, outgoing('a2')]);
    await write(store, 'b', ['b1']);
    start();
    await time.advance(3_600_000);
    expect([sent, dead, absent]).toEqual([['0s b1/1'], [], ['telex']]);
    expect(await store.undelivered(conversation('a'))).toMatchObject([
      { state: 'waiting', attempts: 0, error: 'no channel telex runs here' },
      { delivery: 'a2', attempts: 0 },
    ]);
  });

  it('has no more on its way at once than it may', async () => {
    const { store, time, start } = post();
    for (let n = 0; n < 10; n++) await write(store, `c${n}`, [`d${n}`]);
    const arrivals: (() => void)[] = [];
    start(() => new Promise((resolve) => arrivals.push(() => resolve(SENT))));
    await time.settle();
    expect(arrivals).toHaveLength(4);
    arrivals[0]?.();
    await time.settle();
    expect(arrivals).toHaveLength(5);
    for (let n = 1; n < 10; n++) {
      arrivals[n]?.();
      await time.settle();
    }
    expect(await store.lease(new Date(START + 1e6).toISOString(), new Date(START + 2e6).toISOString(), 99)).toEqual([]);
  });

  it('goes on when the store fails for a while', async () => {
    const store = createMemoryStore();
    let failing = 2;
    const { time, sent, failures, start } = post({
      ...store,
      lease: (...args) => (failing-- > 0 ? Promise.reject(new Error('away')) : store.lease(...args)),
    });
    await write(store, 'a', ['a1']);
    start();
    await time.advance(10_000);
    expect(sent).toEqual(['2s a1/1']);
    expect(failures).toHaveLength(2);
  });

  it('stops after what is on its way', async () => {
    const { store, time, sent, start } = post();
    await write(store, 'a', ['a1', 'a2']);
    let arrive = (): void => {};
    const outbox = start(
      () =>
        new Promise((resolve) => {
          arrive = () => resolve(SENT);
        }),
    );
    await time.settle();
    let stopped = false;
    const stopping = outbox.stop().then(() => {
      stopped = true;
    });
    await time.settle();
    expect(stopped).toBe(false);
    arrive();
    await stopping;
    expect(sent).toEqual(['0s a1/1']);
    expect(await store.undelivered(conversation('a'))).toMatchObject([{ delivery: 'a2', attempts: 0 }]);
  });
});

describe('two instances over one store', () => {
  it('send each entry once', async () => {
    const time = virtualTime(START);
    const first = post(createMemoryStore(), time);
    const second = post(first.store, time);
    for (let n = 0; n < 30; n++) await write(first.store, `c${n}`, [`d${n}`, `e${n}`]);
    first.start();
    second.start();
    await time.settle();
    const sent = [...first.sent, ...second.sent].map((line) => line.split(' ')[1]);
    expect(sent).toHaveLength(60);
    expect(new Set(sent).size).toBe(60);
  });

  it('take over what the other left behind, under the same delivery id', async () => {
    const time = virtualTime(START);
    const gone = post(createMemoryStore(), time);
    await write(gone.store, 'a', ['a1', 'a2']);
    // Taken by an instance that ended before it said what became of it.
    await gone.store.lease(time.clock.now().toISOString(), new Date(START + 20_000).toISOString(), 9);
    const { sent, start } = post(gone.store, time);
    start();
    await time.advance(19_000);
    expect(sent).toEqual([]);
    await time.advance(10_000);
    expect(sent).toEqual(['20s a1/2', '20s a2/1']);
  });
});
