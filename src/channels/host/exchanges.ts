import { randomBytes } from 'node:crypto';
import type { Clock, Pauses } from '../../bot/ports.js';
import type { Channel, ChannelEvent, RawRequest, RawResponse } from '../channel.js';
import type { Answering, Taken, TalkEvent } from './answering.js';
import { conversationOf } from './conversation.js';
import type { HostLog } from './host.js';
import type { Pulls } from './pulls.js';
import type { Exchange, Run } from './runs.js';
import type { Sending } from './sending.js';

export interface Exchanged {
  readonly response: RawResponse;
  /** To be called with whether the response reached the platform. */
  readonly sent?: (arrived: boolean) => void;
}

export interface ExchangeParts {
  readonly clock: Clock;
  readonly pauses: Pauses;
  readonly log: HostLog;
  readonly answering: Answering;
  readonly pulls: Pulls;
  readonly sending: Sending;
}

/** Nothing was kept: the platform should send it again. */
const AGAIN: Exchanged = { response: { status: 503, body: '' } };

/** An attempt that comes this much earlier than the platform says is counted as it all the same; its clock and ours differ. */
const EARLY = 1000;

/** Takes requests of platforms and answers each when what it brought is stored. */
export function createExchanges({ clock, pauses, log, answering, pulls, sending }: ExchangeParts) {
  const seal = { now: () => clock.now(), random: randomBytes };

  /** The events of one request, in their order; the request is answered when each is stored. */
  async function takeAll(
    channel: Channel,
    events: readonly ChannelEvent[],
    exchange: Exchange,
    acknowledge: RawResponse,
  ): Promise<Exchanged> {
    const runs = events.flatMap((event) => {
      if (event.kind !== 'pull') return [answering.take(channel, event, exchange).done];
      pulls.request(channel, event.queue, event.hint);
      return [];
    });
    const failed = (await Promise.allSettled(runs)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return { response: acknowledge };
  }

  /** One event on a platform that takes the reply in the exchange. */
  async function takePassively(channel: Channel, event: TalkEvent, waiting: Exchange, acknowledge: RawResponse): Promise<Exchanged> {
    let isOver = false;
    const exchange: Exchange = { isOpen: () => !isOver && waiting.isOpen() };
    const run = answering.take(channel, event, exchange);
    const isRepeated = run.attempts > 1 || ageOf(event) >= EARLY;
    const taken = isLastAttempt(channel, event, run) ? await beforeDeadline(channel, run) : await run.done;
    isOver = true;
    if (taken === 'late') return { response: acknowledge };
    const [first] = taken.kind === 'reply' ? taken.parts : [];
    if (taken.kind === 'nothing' || first === undefined || !channel.passive) return { response: acknowledge };
    const { delivery } = taken;
    const conversation = conversationOf(channel, event.conversation);
    if (delivery === undefined) return { response: channel.passive(event.target, first, seal) };
    if (isRepeated && (await sending.wasSent(conversation, delivery))) return { response: acknowledge };
    const sent = (arrived: boolean) =>
      // What is not noted is sent once more by the API.
      void sending
        .answered(conversation, delivery, arrived)
        .catch((error: unknown) => log.error({ channel: channel.id, err: error }, 'a reply was not noted'));
    return { response: channel.passive(event.target, first, seal), sent };
  }

  const ageOf = (event: TalkEvent): number => ('at' in event && event.at ? clock.now().getTime() - event.at.getTime() : 0);

  /** After the last attempt the platform tells the user that nobody answers; earlier ones are simply awaited, and the next joins the run. */
  function isLastAttempt({ send, capabilities: { passive } }: Channel, event: TalkEvent, { attempts }: Run<Taken>): boolean {
    if (!send || passive === false) return false;
    return attempts >= passive.attempts || ageOf(event) >= passive.intervalMs * (passive.attempts - 1) - EARLY;
  }

  async function beforeDeadline({ capabilities: { passive } }: Channel, run: Run<Taken>): Promise<Taken | 'late'> {
    const done = new AbortController();
    const late = pauses.wait(passive === false ? 0 : passive.deadlineMs, done.signal).then(() => 'late' as const);
    try {
      return await Promise.race([run.done, late]);
    } finally {
      done.abort('over');
    }
  }

  return {
    async exchange(channel: Channel, request: RawRequest, exchange: Exchange): Promise<Exchanged> {
      const received = channel.receive(request, clock.now());
      if (received.kind === 'respond') return { response: received.response };
      if (received.kind === 'reject') {
        log.info({ channel: channel.id, status: received.status, reason: received.reason }, 'request refused');
        return { response: { status: received.status, body: '' } };
      }
      const { events, acknowledge } = received;
      const [event] = events;
      try {
        return channel.passive && events.length === 1 && event && event.kind !== 'pull'
          ? await takePassively(channel, event, exchange, acknowledge)
          : await takeAll(channel, events, exchange, acknowledge);
      } catch (error) {
        log.error({ channel: channel.id, err: error }, 'an event was not taken');
        return AGAIN;
      }
    },
  };
}
