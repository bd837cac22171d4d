import { z } from 'zod';
import type { Clock, Pauses, Store } from '../../bot/ports.js';
import type { Channel, ChannelEvent, ChannelIo } from '../channel.js';
import { type Answering, NotTaken, type TalkEvent } from './answering.js';
import type { HostLog } from './host.js';
import { within } from './within.js';

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
  readonly io: (signal: AbortSignal) => ChannelIo;
  readonly answering: Answering;
}

interface Queue {
  hint: string;
  isWanted: boolean;
  /** How far was fetched; `undefined`: go on from the cursor in the store. */
  position: string | undefined;
  /** Rises when pages have to be fetched again: what was fetched after a page that failed must not move the cursor over it. */
  generation: number;
  fetching: Promise<void> | undefined;
  /** Pages that are fetched and not yet stored, one after the other. */
  storing: Promise<void>;
}

const TRIES = 5;
const FIRST_PAUSE = 1000;
const Queues = z.array(z.string());

/**
 * One puller a queue. Pages are fetched as they come, and the cursor is stored when each event before it is: a slow conversation holds up
 * nobody, and after a crash nothing is missing.
 */
export function createPulls({ store, clock, pauses, log, io, answering }: PullParts): Pulls {
  const queues = new Map<string, Queue>();
  const recall = (name: string) => store.recall(name, clock.now().toISOString());
  const cursorName = (channel: Channel, name: string) => `cursor:${channel.id}:${name}`;

  async function fetchAll(channel: Channel, name: string, queue: Queue): Promise<void> {
    await know(channel, name);
    while (queue.isWanted) {
      queue.isWanted = false;
      for (let more = true; more; ) more = await retried(() => fetchPage(channel, name, queue));
    }
  }

  async function fetchPage(channel: Channel, name: string, queue: Queue): Promise<boolean> {
    const { pull } = channel;
    const { generation } = queue;
    if (!pull) return false;
    const position = queue.position ?? (await recall(cursorName(channel, name))) ?? '';
    const { events, cursor, more } = await within(pauses, (signal) => pull(name, queue.hint, position, io(signal)));
    queue.position = cursor;
    const stored = events.filter(isTalk).map((event) => storeEvent(channel, event));
    const page = Promise.all(stored).then(() => undefined);
    queue.storing = Promise.all([queue.storing, page])
      .then(() => {
        const isMoved = queue.generation === generation && cursor !== position;
        return isMoved ? store.remember(cursorName(channel, name), cursor) : undefined;
      })
      .catch((error: unknown) => {
        // The platform's next call, or the next start, goes on from the cursor in the store; what is stored already is known by its id.
        queue.position = undefined;
        queue.generation++;
        log.error({ channel: channel.id, err: error }, 'messages were not taken');
      });
    return more;
  }

  /** Resolves when the event is stored, or is given up: one that always fails must not keep all later ones from being answered. */
  async function storeEvent(channel: Channel, event: TalkEvent): Promise<void> {
    try {
      await retried(() => answering.take(channel, event).done);
    } catch (error) {
      if (error instanceof NotTaken) throw error;
      log.error({ channel: channel.id, err: error }, 'a message was given up');
      await answering.giveUp(channel, event);
    }
  }

  async function retried<T>(work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; ) {
      try {
        return await work();
      } catch (error) {
        if (++failures >= TRIES) throw error;
        await pauses.wait(FIRST_PAUSE * 2 ** (failures - 1));
      }
    }
  }

  /** Queues are known by the platform's calls alone; they are kept for the next start. */
  async function know(channel: Channel, name: string): Promise<void> {
    const known = await queuesOf(channel);
    if (!known.includes(name)) await store.remember(`queues:${channel.id}`, JSON.stringify([...known, name]));
  }

  const queuesOf = async (channel: Channel): Promise<readonly string[]> =>
    Queues.parse(JSON.parse((await recall(`queues:${channel.id}`)) ?? '[]'));

  function queueOf(key: string): Queue {
    const fresh: Queue = { hint: '', isWanted: false, position: undefined, generation: 0, fetching: undefined, storing: Promise.resolve() };
    const queue = queues.get(key) ?? fresh;
    queues.set(key, queue);
    return queue;
  }

  function request(channel: Channel, name: string, hint: string): void {
    const queue = queueOf(`${channel.id}\n${name}`);
    queue.hint = hint;
    queue.isWanted = true;
    queue.fetching ??= fetchAll(channel, name, queue)
      .catch((error: unknown) => log.error({ channel: channel.id, err: error }, 'pulling failed'))
      .finally(() => {
        queue.fetching = undefined;
      });
  }

  return {
    request,
    resume: async (channels) => {
      for (const channel of channels) if (channel.pull) for (const name of await queuesOf(channel)) request(channel, name, '');
    },
    idle: async () => {
      await Promise.all([...queues.values()].map(({ fetching }) => fetching));
      await Promise.all([...queues.values()].map(({ storing }) => storing));
    },
  };
}

const isTalk = (event: ChannelEvent): event is TalkEvent => event.kind !== 'pull';
