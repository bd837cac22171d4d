import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { RawRequest } from '../../src/channels/channel.js';
import { choicesOf, numberedChoices } from '../../src/channels/degrade/choices.js';
import type { ChannelKind } from '../../src/channels/kind.js';
import type { Reply } from '../../src/rendering/reply.js';
import { channelOf, type Played, type PlayOptions, play, START } from '../channels/played.js';
import type { StandIn } from '../channels/stand-in.js';

export interface ChannelContract {
  readonly kind: ChannelKind;
  /** Where a channel is tried in several. */
  readonly mode?: string;
  readonly standIn: () => StandIn;
  /** Requests that are forged, stale or malformed, by what is wrong with them: made from a good one of this stand-in. At least 15. */
  readonly forgeries: (standIn: StandIn, now: Date) => readonly (readonly [name: string, request: RawRequest])[];
}

const SUGGESTIONS = [
  { label: '多久到账', send: '提现多久到账' },
  { label: '比较', send: '哪种方式最划算' },
];

/** Chinese, an emoji of several code points, numbers and lines: what a cut must not go through. */
const LINE = '提现 5,000.00 元，手续费 5.00 元 👨‍👩‍👧‍👦，到账 4,995.00 元。\n';

/** What every channel promises. */
export function describeChannel({ kind, mode, standIn, forgeries }: ChannelContract): void {
  describe(`channel: ${[kind.id, mode ?? []].flat().join(' ')}`, () => {
    const { capabilities } = channelOf(kind, standIn());
    const longText = LINE.repeat(
      Math.ceil((capabilities.maxText * 2) / (capabilities.unit === 'byte' ? Buffer.byteLength(LINE) : LINE.length)),
    );
    const script = (text: string): Partial<Reply> => {
      if (text === 'long') return { text: longText };
      if (text === 'choices') return { text: '好的。', suggestions: SUGGESTIONS };
      if (text === 'person') return { kind: 'handoff', text: '马上转人工。' };
      return { text: `答：${text}` };
    };

    const plays: Played[] = [];
    const start = (options: Partial<PlayOptions> = {}): Played => {
      const played = play(kind, standIn, { script, ...options });
      plays.push(played);
      return played;
    };
    afterEach(async () => {
      for (const played of plays.splice(0)) await played.stop();
    });

    const said = (id: string, text: string, from = 'user-1') => ({ id, from, text });
    /** The platform's attempts while nobody answers, as it makes them. */
    const attempts = async (played: Played, id: string, text: string): Promise<void> => {
      const { passive } = capabilities;
      const { count, interval } = passive === false ? { count: 1, interval: 0 } : { count: passive.attempts, interval: passive.intervalMs };
      const at = played.time.clock.now();
      const request = played.standIn.says(said(id, text), at);
      for (let attempt = 0; attempt < count && played.seen.length === 0; attempt++) {
        void played.bring(request, interval > 0 ? { patience: interval } : {});
        if (interval > 0) await played.time.advance(interval);
      }
    };

    test('a text comes in, its answer goes out', async () => {
      const played = start();
      const { status } = await played.say(said('1', '提现多久到账'));
      expect(status).toBe(200);
      await played.until(() => played.seen.length > 0);
      expect(played.seen).toEqual(['答：提现多久到账']);
      expect(played.errors).toEqual([]);
    });

    test('the same message again is answered once', async () => {
      const played = start();
      const request = played.standIn.says(said('1', '你好'), played.time.clock.now());
      const first = await played.bring(request);
      await played.until(() => played.seen.length === 1);
      const again = await played.bring(request);
      await played.time.advance(30_000);
      expect(played.bot.heard).toEqual(['你好']);
      // A platform that asks again has not got the reply in its exchange: there it may stand again.
      expect(again.read === undefined || again.read === first.read).toBe(true);
      expect(played.seen.filter((text) => text !== again.read)).toHaveLength(again.read === undefined ? 1 : 0);
      expect((await played.host.exchange(played.channel, request, { isOpen: () => true })).response.status).toBe(200);
    });

    test('three copies at once run once', async () => {
      const played = start();
      const request = played.standIn.says(said('1', '你好'), played.time.clock.now());
      const results = await Promise.all([played.bring(request), played.bring(request), played.bring(request)]);
      await played.until(() => played.seen.length > 0);
      await played.time.advance(30_000);
      expect(played.bot.heard).toEqual(['你好']);
      const inExchange = results.filter(({ read }) => read !== undefined).length;
      expect(played.seen).toHaveLength(Math.max(1, inExchange));
      expect(new Set(played.seen)).toEqual(new Set(['答：你好']));
    });

    test('a copy after a restart is not answered anew', async () => {
      const before = start();
      const request = before.standIn.says(said('1', '你好'), before.time.clock.now());
      await before.bring(request);
      await before.until(() => before.seen.length === 1);
      const { store, standIn: platform, time } = before;
      const after = start({ store, standIn: platform, time });
      const { read } = await after.bring(request);
      await time.advance(30_000);
      expect(after.seen).toEqual(read === undefined ? [] : ['答：你好']);
      expect(await store.history(`${kind.id}:none` as never, 0, 9)).toEqual([]);
    });

    test('messages of one conversation are answered in the order of their arrival, and none is dropped', async () => {
      const played = start();
      let release = (): void => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      played.bot.pause = () => gate;
      const later = played.say(said('2', '第二条'));
      await played.time.settle();
      const earlier = played.say(said('1', '第一条'));
      const third = played.say(said('3', '第三条'));
      await played.time.settle();
      release();
      await Promise.all([later, earlier, third]);
      await played.until(() => played.seen.length === 3);
      expect(played.seen).toEqual(['答：第二条', '答：第一条', '答：第三条']);
    });

    test('while one conversation is slow, another goes on', async () => {
      const played = start();
      let isFirst = true;
      let release = (): void => {};
      played.bot.pause = () => {
        if (!isFirst) return Promise.resolve();
        isFirst = false;
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      };
      const slow = played.say(said('1', '慢', 'user-1'));
      await played.until(() => played.bot.heard.length === 1);
      await played.say(said('2', '快', 'user-2'));
      await played.until(() => played.seen.length === 1);
      expect(played.seen).toEqual(['答：快']);
      release();
      await slow;
      await played.until(() => played.seen.length === 2);
    });

    test.each([7_000, 20_000])('a bot that takes %i ms runs once, and its answer comes once', async (duration) => {
      const played = start();
      played.bot.pause = () => played.time.pauses.wait(duration);
      await attempts(played, '1', '慢');
      await played.until(() => played.seen.length > 0);
      await played.time.advance(60_000);
      expect(played.bot.heard).toEqual(['慢']);
      expect(played.seen).toEqual(['答：慢']);
    });

    test('a bot that fails: the platform is told to come again, and then it is answered', async () => {
      const played = start();
      let isFirst = true;
      played.bot.pause = async () => {
        const fails = isFirst;
        isFirst = false;
        if (fails) throw new Error('the store is away');
      };
      const request = played.standIn.says(said('1', '你好'), played.time.clock.now());
      const { status, read } = await played.bring(request);
      if (played.channel.pull) expect(status).toBe(200);
      else {
        expect({ status, read }).toEqual({ status: 503, read: undefined });
        await played.time.advance(5_000);
        expect(played.seen).toEqual([]);
        expect((await played.bring(request)).status).toBe(200);
      }
      await played.until(() => played.seen.length > 0);
      await played.time.advance(30_000);
      expect(played.seen).toEqual(['答：你好']);
    });

    test('the last attempt is acknowledged before the platform tells the user that nobody answers', async (context) => {
      const { passive } = capabilities;
      if (passive === false) return context.skip('this platform takes no reply in the exchange');
      const played = start();
      played.bot.pause = () => played.time.pauses.wait(60_000);
      const request = played.standIn.says(said('1', '慢'), played.time.clock.now());
      const answered: (number | undefined)[] = [];
      for (let attempt = 0; attempt < passive.attempts; attempt++) {
        void played.bring(request).then(({ status, read }) => {
          answered[attempt] = read === undefined ? status : undefined;
        });
        await played.time.advance(attempt === passive.attempts - 1 ? passive.deadlineMs : passive.intervalMs);
      }
      expect(answered[passive.attempts - 1]).toBe(200);
      expect(played.seen).toEqual([]);
    });

    test('a reply over the limit is split within it, through no character and no number', async () => {
      const played = start();
      await played.say(said('1', 'long'));
      const all = () => played.seen.join('\n');
      await played.until(() => bare(all()).length >= bare(longText).length);
      expect(played.errors).toEqual([]);
      expect(played.seen.length).toBeGreaterThan(1);
      expect(bare(all())).toBe(bare(longText));
      // Whole lines fit, so no line is cut.
      const lines = played.seen.flatMap((text) => text.split('\n')).map((line) => line.trim());
      expect(new Set(lines.filter((line) => line !== ''))).toEqual(new Set([LINE.trim()]));
    });

    describe.each<readonly [string, (signal: AbortSignal) => Promise<Response>]>([
      ['429', async () => new Response('', { status: 429, headers: { 'retry-after': '2' } })],
      ['500', async () => new Response('', { status: 500 })],
      ['502 with a page', async () => new Response('<html>bad gateway</html>', { status: 502 })],
      ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
      [
        'nothing for ever',
        (signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      ],
    ])('an API that answers %s', (_name, failure) => {
      test('is asked again until it takes the answer, which comes once', async () => {
        const played = start();
        let failures = 0;
        played.intercept = (request) => (++failures <= 3 ? failure(request.signal) : undefined);
        // Nobody waits for the reply in the exchange.
        await played.say(said('1', '你好'), { patience: 0 });
        await played.until(() => played.seen.length > 0);
        await played.time.advance(60_000);
        expect(failures).toBeGreaterThan(3);
        expect(played.seen).toEqual(['答：你好']);
      });
    });

    test('a token that has ended is fetched once for ten callers', async (context) => {
      const played = start();
      await played.say(said('1', '第一条'), { patience: 0 });
      await played.until(() => played.seen.length === 1);
      if (played.standIn.tokens === 0) return context.skip('this platform gives out no tokens');
      expect(played.standIn.tokens).toBe(1);
      played.standIn.endTokens();
      const ten = Array.from({ length: 10 }, (_, index) =>
        played.say(said(`${index + 2}`, `问${index}`, `user-${index}`), { patience: 0 }),
      );
      await Promise.all(ten);
      await played.until(() => played.seen.length === 11);
      expect(played.standIn.tokens).toBe(2);
    });

    test('another instance takes over the token', async (context) => {
      const one = start();
      await one.say(said('1', '第一条'), { patience: 0 });
      await one.until(() => one.seen.length === 1);
      const { store, standIn: platform, time } = one;
      if (platform.tokens === 0) return context.skip('this platform gives out no tokens');
      await one.stop();
      const two = start({ store, standIn: platform, time });
      await two.say(said('2', '第二条'), { patience: 0 });
      await two.until(() => two.seen.length === 1);
      expect(platform.tokens).toBe(1);
    });

    test('of two instances one fetches the token, at first and when it has ended', async (context) => {
      const one = start();
      const { store, standIn: platform, time } = one;
      const two = start({ store, standIn: platform, time });
      const seen = () => platform.seen.length;
      const ask = (from: number) =>
        Promise.all([one, two].map((played, index) => played.say(said(`${from + index}`, '你好', `user-${index + 1}`), { patience: 0 })));
      await ask(1);
      await one.until(() => seen() === 2);
      if (platform.tokens === 0) return context.skip('this platform gives out no tokens');
      expect(platform.tokens).toBe(1);
      platform.endTokens();
      await ask(3);
      await one.until(() => seen() === 4);
      expect(platform.tokens).toBe(2);
    });

    test('what was stored and not sent goes out after a restart, once', async () => {
      const before = start({ sends: false });
      const request = before.standIn.says(said('1', '你好'), before.time.clock.now());
      await before.bring(request, { patience: 0 });
      await before.until(() => before.bot.heard.length === 1);
      await before.time.advance(1000);
      expect(before.seen).toEqual([]);
      const { store, standIn: platform, time } = before;
      const after = start({ store, standIn: platform, time });
      await after.until(() => after.seen.length > 0);
      await time.advance(60_000);
      expect(after.seen).toEqual(['答：你好']);
      expect(after.bot.heard).toEqual([]);
    });

    test('a reply in the exchange that did not arrive is sent by the API', async (context) => {
      if (capabilities.passive === false) return context.skip('this platform takes no reply in the exchange');
      const played = start();
      const request = played.standIn.says(said('1', '你好'), played.time.clock.now());
      // The exchange looked open until its response was written.
      const { sent } = await played.host.exchange(played.channel, request, { isOpen: () => true });
      sent?.(false);
      await played.until(() => played.seen.length > 0);
      await played.time.advance(60_000);
      expect(played.seen).toEqual(['答：你好']);
    });

    test('an attempt that comes after the API has sent the answer gets no second copy, from this process or another', async (context) => {
      if (capabilities.passive === false) return context.skip('this platform takes no reply in the exchange');
      const before = start();
      const request = before.standIn.says(said('1', '你好'), before.time.clock.now());
      await before.bring(request, { patience: 0 });
      await before.until(() => before.seen.length === 1);
      await before.time.advance(5_000);
      expect(await before.bring(request)).toEqual({ status: 200, read: undefined });
      const { store, standIn: platform, time } = before;
      const after = start({ store, standIn: platform, time });
      expect(await after.bring(request)).toEqual({ status: 200, read: undefined });
      expect([...before.seen, ...after.seen]).toEqual(['答：你好']);
    });

    test('an attempt that comes while the API is sending gets no second copy', async (context) => {
      if (capabilities.passive === false) return context.skip('this platform takes no reply in the exchange');
      const played = start();
      let release = (): void => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      let isSending = false;
      played.intercept = (request) => {
        if (!/\/send$/.test(new URL(request.url).pathname)) return undefined;
        isSending = true;
        return gate.then(() => played.standIn.api(request));
      };
      const request = played.standIn.says(said('1', '你好'), played.time.clock.now());
      await played.bring(request, { patience: 0 });
      await played.until(() => isSending);
      expect(await played.bring(request)).toEqual({ status: 200, read: undefined });
      release();
      await played.until(() => played.seen.length > 0);
      expect(played.seen).toEqual(['答：你好']);
    });

    test('choices can be picked: by tapping, or by the number that stands before them', async () => {
      const played = start();
      await played.say(said('1', 'choices'));
      await played.until(() => played.seen.join('\n').includes('比较'));
      const shown = played.seen.join('\n');
      for (const { label } of choicesOf({ blocks: [], suggestions: SUGGESTIONS })) expect(shown).toContain(label);
      const isNumbered = numberedChoices({ blocks: [], suggestions: SUGGESTIONS }, capabilities).length > 0;
      expect(shown.includes('1. 多久到账')).toBe(isNumbered);
      const before = played.seen.length;
      await played.say(said('2', '２'));
      await played.until(() => played.seen.length > before);
      expect(played.seen.at(-1)).toBe(isNumbered ? '答：哪种方式最划算' : '答：２');
      // The same attempt again means the same, although another reply is the last one by now.
      await played.say(said('2', '２'));
      expect(new Set(played.bot.heard.slice(1))).toEqual(new Set([isNumbered ? '哪种方式最划算' : '２']));
    });

    test('a number beyond the choices, and an amount, are what was typed', async () => {
      const played = start();
      await played.say(said('1', 'choices'));
      await played.say(said('2', '3'));
      await played.say(said('3', '5000'));
      await played.until(() => played.bot.heard.length === 3);
      expect(played.bot.heard.slice(1)).toEqual(['3', '5000']);
    });

    test('while a person talks the bot is silent, until he gives the conversation back', async (context) => {
      const played = start({ desk: true });
      const { channel, host, desk } = played;
      await played.say(said('1', '你好'));
      await played.say(said('2', 'person'));
      await played.until(() => played.seen.includes('马上转人工。') && (channel.handOff !== undefined || desk.length > 0));
      const conversation = `${kind.id}:${(await conversations(played)).at(0)}`;
      await played.say(said('3', '在吗'));
      await played.time.advance(5_000);
      if (channel.handOff) {
        expect(played.bot.heard).toEqual(['你好', 'person']);
        return context.skip('on this platform the person talks by its own means');
      }
      // Until the person is there the bot goes on.
      expect(played.bot.heard).toEqual(['你好', 'person', '在吗']);
      const opened = `open ${conversation}: user 你好 / bot 答：你好 / user person / bot 马上转人工。`;
      expect(desk).toEqual([opened, `hear ${conversation}: 在吗`]);

      expect(await host.floor.say(conversation, 'd1', '我是小王')).toMatchObject({ ok: true });
      expect(played.seen.at(-1)).toBe('我是小王');
      await played.say(said('4', '您好'));
      // Some platforms take so many messages a second and no more.
      await played.time.advance(1_000);
      expect(played.bot.heard).toHaveLength(3);
      expect(desk.at(-1)).toBe(`hear ${conversation}: 您好`);
      expect(await host.floor.handBack(conversation, 'd2')).toMatchObject({ ok: true });
      expect(await host.floor.say(conversation, 'd3', '还在吗')).toMatchObject({ ok: false });
      await played.say(said('5', '谢谢'));
      await played.until(() => played.seen.includes('答：谢谢'));
      expect(desk).toHaveLength(3);
    });

    test('a person takes over without a word, and an hour of silence gives the conversation back', async () => {
      const played = start({ desk: true });
      await played.say(said('1', 'person'));
      await played.until(() => played.bot.heard.length === 1 && (played.channel.handOff !== undefined || played.desk.length > 0));
      if (!played.channel.handOff) {
        const conversation = `${kind.id}:${(await conversations(played)).at(0)}`;
        expect(await played.host.floor.takeOver(conversation)).toMatchObject({ ok: true });
      }
      await played.say(said('2', '在吗'));
      await played.time.advance(5_000);
      expect(played.bot.heard).toEqual(['person']);
      await played.time.advance(61 * 60_000);
      await played.say(said('3', '还在吗'));
      await played.until(() => played.bot.heard.length === 2);
    });

    test('what is said in a group to others is left alone', async (context) => {
      const played = start();
      const { saysAside } = played.standIn;
      if (!saysAside) return context.skip('this platform has no groups');
      const { status } = await played.bring(saysAside(said('1', '大家好'), played.time.clock.now()));
      expect(status).toBe(200);
      await played.time.advance(10_000);
      expect(played.bot.heard).toEqual([]);
      expect(played.seen).toEqual([]);
    });

    test('a message that is too long for the bot is answered with so many words', async () => {
      const played = start();
      await played.say(said('1', '很'.repeat(2001)));
      await played.until(() => played.seen.length === 1);
      expect(played.seen[0]).toContain('2000');
    });

    test('the handshake is answered', () => {
      const channel = channelOf(kind, standIn());
      const now = new Date(START);
      const { request, answer } = channel.handshake(now);
      const received = channel.receive(request, now);
      expect(received.kind).not.toBe('reject');
      if (answer !== undefined) expect(received).toMatchObject({ kind: 'respond', response: { status: 200, body: answer } });
    });

    test('a handshake of the day before, or the day after, is refused', (context) => {
      const channel = channelOf(kind, standIn());
      const now = new Date(START);
      const { request: current } = channel.handshake(now);
      for (const days of [-1, 1]) {
        const then = new Date(START + days * 86_400_000);
        const { request } = channel.handshake(then);
        if (shownOf(request) === shownOf(current)) return context.skip('this platform signs no time');
        expect(channel.receive(request, then).kind).not.toBe('reject');
        expect(channel.receive(request, now)).toMatchObject({ kind: 'reject', status: 401 });
      }
    });

    test('is off while nothing is set, and names what is missing once something is', () => {
      expect(kind.settings.read(new Map())).toEqual({ ok: true, value: undefined });
      const all = Object.entries(standIn().variables('https://platform.example'));
      const needed = new Set<string>();
      for (const [name] of all) {
        const read = kind.settings.read(new Map(all.filter(([other]) => other !== name)));
        // Without the variable of a mode, others are missing.
        if (!read.ok) needed.add(name);
        if (!read.ok && mode === undefined) expect(read.error.map((fault) => fault.name)).toEqual([name]);
      }
      expect(needed.size).toBeGreaterThan(0);
      const others = all.filter(([name]) => !needed.has(name));
      expect(kind.settings.read(new Map(others)).ok).toBe(others.length === 0);
    });

    test('whatever comes is received without an error, however it is broken', () => {
      const channel = channelOf(kind, standIn());
      const now = new Date(START);
      const good = standIn().says(said('1', '你好'), now);
      const at = fc.nat({ max: good.body.length });
      const broken = fc.oneof(
        fc.record({ from: at, to: at, put: fc.uint8Array({ maxLength: 8 }) }).map(({ from, to, put }) => ({
          ...good,
          body: Buffer.concat([good.body.subarray(0, from), put, good.body.subarray(to)]),
        })),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => ({ ...good, body: Buffer.from(bytes) })),
        fc.jsonValue().map((value) => ({ ...good, body: Buffer.from(JSON.stringify(value)) })),
        fc
          .dictionary(fc.constantFrom('signature', 'msg_signature', 'timestamp', 'nonce', 'echostr', 'hub.mode', 'x'), fc.string())
          .map((query) => ({
            ...good,
            method: 'GET' as const,
            query: new URLSearchParams(query),
            headers: query,
          })),
      );
      fc.assert(
        fc.property(broken, (request) => {
          expect(['respond', 'reject', 'events']).toContain(channel.receive(request, now).kind);
        }),
      );
    });

    describe('forged, stale or malformed', () => {
      const made = forgeries(standIn(), new Date(START));

      test('there are at least fifteen variants, each once', () => {
        expect(new Set(made.map(([name]) => name)).size).toBe(made.length);
        expect(made.length).toBeGreaterThanOrEqual(15);
      });

      test.each(made)('%s', async (_name, request) => {
        const played = start();
        const { response } = await played.host.exchange(played.channel, request, { isOpen: () => true });
        expect([400, 401, 403]).toContain(response.status);
        expect(response.body).toBe('');
        expect(played.bot.heard).toEqual([]);
      });
    });
  });
}

const shownOf = ({ headers, query, body }: RawRequest): string => `${JSON.stringify(headers)} ${query} ${body}`;

const bare = (text: string): string => text.replace(/\s/g, '');

/** The conversations that the desk has heard of, without the channel's name. */
const conversations = async ({ desk, channel }: Played): Promise<readonly string[]> =>
  desk.map((line) => line.split(' ')[1]?.slice(channel.id.length + 1, -1) ?? '');
