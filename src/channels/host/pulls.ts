import { z } from 'zod';
import type { Clock, Pauses, Store } from '../../bot/ports.js';
import type { Channel, ChannelEvent, ChannelIo } from '../channel.js';
import { type Answering, NotTaken, type TalkEvent } from './answering.js';
import type { HostLog } from './host.js';

export interface Pulls {
  /** Fetches a queue's messages, or notes that it has to be looked at again. Returns at once. */
  request(channel: Channel, queue: string, hint: string): void;
  /** Looks at every queue that is known: what came while nobody was here. */
  resume(channels: readonly Channel[]): Promise<void>;
  idle(): Promise<void>;
}

export interface PullParts {
  readonly store: Pick<Store, 'recall' | 'remember'>;
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: HostLog;
  readonly io: () => ChannelIo;
  readonly answering: Answering;
}

const TRIES = 5;
const FIRST_PAUSE = 1000;
const Queues = z.array(z.string());

/** One puller a queue; each page's events are stored before the cursor is, so that nothing is lost between the two. */
export function createPulls({ store, clock, pauses, log, io, answering }: PullParts): Pulls {
  const underWay = new Map<string, { hint: string; isWanted: boolean; done: Promise<void> }>();
  const recall = (name: string) => store.recall(name, clock.now().toISOString());

  async function run(channel: Channel, queue: string, state: { hint: string; isWanted: boolean }): Promise<void> {
    await know(channel, queue);
    while (state.isWanted) {
      state.isWanted = false;
      await drain(channel, queue, state);
    }
  }

  async function drain(channel: Channel, queue: string, state: { readonly hint: string }): Promise<void> {
    for (let failures = 0, more = true; more; ) {
      try {
        more = await page(channel, queue, state.hint, failures === TRIES - 1);
        failures = 0;
      } catch (error) {
        failures++;
        log.error({ channel: channel.id, err: error, failures }, 'pulling failed');
        // The platform's next call, or the next start, goes on from the same cursor.
        if (failures >= TRIES) return;
        await pauses.wait(FIRST_PAUSE * 2 ** (failures - 1));
      }
    }
  }

  async function page(channel: Channel, queue: string, hint: string, isLast: boolean): Promise<boolean> {
    if (!channel.pull) return false;
    const name = `cursor:${channel.id}:${queue}`;
    const cursor = (await recall(name)) ?? '';
    const pulled = await channel.pull(queue, hint, cursor, io());
    const events = pulled.events.filter(isTalk);
    const failed = (await Promise.all(events.map((event) => failureOf(channel, event)))).flatMap((failure) => failure ?? []);
    for (const { event, error } of failed) {
      // One message that always fails must not keep all later ones from being answered.
      if (!isLast || error instanceof NotTaken) throw error;
      log.error({ channel: channel.id, err: error }, 'a message was given up');
      await answering.giveUp(channel, event);
    }
    if (pulled.cursor !== cursor) await store.remember(name, pulled.cursor);
    return pulled.more;
  }

  const failureOf = (channel: Channel, event: TalkEvent): Promise<{ readonly event: TalkEvent; readonly error: unknown } | undefined> =>
    answering.take(channel, event).done.then(
      () => undefined,
      (error: unknown) => ({ event, error }),
    );

  /** Queues are known by their calls alone; they are kept for the next start. */
  async function know(channel: Channel, queue: string): Promise<void> {
    const known = await queuesOf(channel);
    if (!known.includes(queue)) await store.remember(`queues:${channel.id}`, JSON.stringify([...known, queue]));
  }

  const queuesOf = async (channel: Channel): Promise<readonly string[]> =>
    Queues.parse(JSON.parse((await recall(`queues:${channel.id}`)) ?? '[]'));

  function request(channel: Channel, queue: string, hint: string): void {
    const name = `${channel.id}\n${queue}`;
    const running = underWay.get(name);
    if (running) {
      running.hint = hint;
      running.isWanted = true;
      return;
    }
    const state = { hint, isWanted: true };
    const done = run(channel, queue, state)
      .catch((error: unknown) => log.error({ channel: channel.id, err: error }, 'pulling failed'))
      .finally(() => underWay.delete(name));
    underWay.set(name, Object.assign(state, { done }));
  }

  return {
    request,
    resume: async (channels) => {
      for (const channel of channels) if (channel.pull) for (const queue of await queuesOf(channel)) request(channel, queue, '');
    },
    idle: async () => {
      await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}

const isTalk = (event: ChannelEvent): event is TalkEvent => event.kind !== 'pull';
