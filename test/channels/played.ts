import type { Bot } from '../../src/bot/bot.js';
import { type Outbox, startOutbox } from '../../src/bot/outbox.js';
import type { Clock, Store } from '../../src/bot/ports.js';
import type { Pace } from '../../src/channels/admission.js';
import type { Channel, RawRequest } from '../../src/channels/channel.js';
import type { Desk } from '../../src/channels/host/desk.js';
import { type ChannelHost, createChannelHost } from '../../src/channels/host/host.js';
import type { ChannelKind } from '../../src/channels/kind.js';
import type { Reply } from '../../src/rendering/reply.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { type VirtualTime, virtualTime } from '../bot/virtual-time.js';
import { createScriptedBot, type ScriptedBot } from './scripted-bot.js';
import type { Said, StandIn } from './stand-in.js';

/** One channel with its platform, a bot and an outbox, on a clock of its own. */
export interface Played {
  readonly channel: Channel;
  readonly standIn: StandIn;
  readonly bot: Bot & Pick<ScriptedBot, 'heard' | 'pause'>;
  readonly host: ChannelHost;
  readonly store: Store;
  readonly time: VirtualTime;
  /** All that users have seen, in the exchange or by the API, in order. */
  readonly seen: readonly string[];
  /** What the host's desk heard of, in order. */
  readonly desk: readonly string[];
  readonly errors: readonly string[];
  /** Answers calls of the API instead of the stand-in, where it gives something back. */
  intercept: (request: Request) => Promise<Response> | undefined;
  /** One attempt of the platform to bring a message. */
  say(said: Said, options?: Attempt): Promise<{ readonly status: number; readonly read: string | undefined }>;
  bring(request: RawRequest, options?: Attempt): Promise<{ readonly status: number; readonly read: string | undefined }>;
  /** Lets time pass until this holds; fails after two minutes. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface Attempt {
  /** Milliseconds after which the platform no longer listens; 0: it never did. Default: as long as it takes. */
  readonly patience?: number;
}

export interface PlayOptions {
  readonly script: (text: string) => Partial<Reply>;
  /** One that answers instead of the script. */
  readonly answering?: (store: Store, clock: Clock) => Bot;
  /** One that another play has written. */
  readonly store?: Store;
  readonly standIn?: StandIn;
  readonly time?: VirtualTime;
  /** Default: the outbox runs. */
  readonly sends?: boolean;
  readonly desk?: boolean;
  /** Awaited before the desk takes what it is called with; what is thrown, it has not taken. */
  readonly atDesk?: (call: 'open' | 'hear', host: ChannelHost) => Promise<void>;
  readonly pace?: Pace;
  /** Of the greeting. */
  readonly suggestions?: Reply['suggestions'];
}

export const START = Date.parse('2026-03-04T05:06:07Z');

export function channelOf(kind: ChannelKind, standIn: StandIn, leftOut: readonly string[] = []): Channel {
  const texts = Object.entries(standIn.variables('https://platform.example')).filter(([name]) => !leftOut.includes(name));
  const read = kind.settings.read(new Map(texts));
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

/** Plays a channel against its stand-in. */
export function play(kind: ChannelKind, standInOf: () => StandIn, options: PlayOptions): Played {
  const time = options.time ?? virtualTime(START);
  const store = options.store ?? createMemoryStore();
  const standIn = options.standIn ?? standInOf();
  const channel = channelOf(kind, standIn);
  const { clock, pauses } = time;
  const scripted = createScriptedBot(store, clock, options.script);
  const bot = options.answering ? { ...options.answering(store, clock), heard: [], pause: scripted.pause } : scripted;
  const seen: string[] = [];
  const errors: string[] = [];
  const heard: string[] = [];
  let taken = standIn.seen.length;
  const desk: Desk = {
    open: async ({ conversation, transcript }) => {
      await options.atDesk?.('open', host);
      heard.push(`open ${conversation}: ${transcript.map(({ from, text }) => `${from} ${text}`).join(' / ')}`);
    },
    hear: async (conversation, text) => {
      await options.atDesk?.('hear', host);
      heard.push(`hear ${conversation}: ${text}`);
    },
  };
  const host = createChannelHost({
    channels: [channel],
    bot,
    store,
    clock,
    pauses,
    log: { info: () => {}, error: (details, message) => errors.push(`${message}: ${details['err'] ?? details['reason']}`) },
    welcome: () => ({
      kind: 'answer',
      language: 'zh',
      blocks: [{ kind: 'paragraph', text: '你好' }],
      sources: [],
      suggestions: options.suggestions ?? [],
    }),
    ...(options.desk && { desk }),
    ...(options.pace && { pace: options.pace }),
    onOutgoing: () => outbox?.wake(),
    fetch: async (url, init) => {
      const request = new Request(url, init);
      const response = await (played.intercept(request) ?? standIn.api(request));
      for (; taken < standIn.seen.length; taken++) seen.push(standIn.seen[taken]?.text ?? '');
      return response;
    },
  });
  const outbox: Outbox | undefined =
    options.sends === false
      ? undefined
      : startOutbox({
          store,
          clock,
          pauses,
          sender: host.sender,
          log: {
            absent: (channel) => errors.push(`absent: ${channel}`),
            dead: (_entry, reason) => errors.push(`dead: ${reason}`),
            failed: (error) => errors.push(`failed: ${error}`),
          },
        });

  const played: Played = {
    channel,
    standIn,
    bot,
    host,
    store,
    time,
    seen,
    desk: heard,
    errors,
    intercept: () => undefined,
    say: (said, attempt) => played.bring(standIn.says(said, clock.now()), attempt),
    async bring(request, { patience = Number.POSITIVE_INFINITY } = {}) {
      const since = clock.now().getTime();
      const isOpen = () => clock.now().getTime() - since < patience;
      const { response, sent } = await host.exchange(channel, request, { isOpen });
      const arrived = isOpen();
      const read = response.status === 200 && arrived ? standIn.reads(response) : undefined;
      if (read !== undefined) seen.push(read);
      sent?.(arrived);
      return { status: response.status, read };
    },
    async until(holds) {
      for (let waited = 0; !holds(); waited += 100) {
        if (waited > 120_000) throw new Error(`it never came about; seen: ${JSON.stringify(seen)}; errors: ${JSON.stringify(errors)}`);
        // Reading a body takes a few turns of the event loop, and no time.
        for (let i = 0; i < 5; i++) await time.settle();
        if (!holds()) await time.advance(100);
      }
    },
    async stop() {
      const stopped = outbox?.stop();
      await time.advance(60_000);
      await stopped;
      await host.close();
    },
  };
  return played;
}
