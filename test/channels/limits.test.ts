import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Received, Shown } from '../../src/channels/channel.js';
import { degrade } from '../../src/channels/degrade/degrade.js';
import type { ReplyBlock } from '../../src/rendering/reply.js';
import { configured, worldAt } from './platforms/configured.js';
import { PLATFORMS } from './platforms/list.js';
import { type ApiCall, callOf } from './platforms/platform.js';
import { channelOf } from './played.js';
import { PLAYED_CHANNELS } from './stand-ins.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const BASE = 'https://platform.example';

const word = fc.constantFrom(
  '手续费',
  '5,000.00 元',
  'withdrawal ',
  '<b>&amp;',
  '👨‍👩‍👧‍👦',
  '*_~`',
  '@all ',
  '。',
  '一二三四五六七八九十',
  'x'.repeat(60),
);
/** Texts of every size, the long ones of few different words. */
const words = (...times: readonly number[]) =>
  fc.tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom(...times)).map(([few, count]) => few.join('').repeat(count));
const cell = fc.oneof(fc.constant(''), words(1, 3));
/** Labels and what they say, of all lengths around the platforms' limits. */
const upTo = (longest: number) =>
  fc.integer({ min: 1, max: longest }).map((length) => 'Wie teuer ist es? 多少钱'.repeat(20).slice(0, length).trim());
const label = upTo(90);
/** No two of an answer have one label or say the same. */
const choices = (minLength: number, maxLength: number) =>
  fc
    .uniqueArray(label, { minLength, maxLength })
    .chain((labels) => fc.constantFrom(0, 30, 400).map((more) => labels.map((own) => ({ label: own, send: own + '？'.repeat(more) }))));

const block: fc.Arbitrary<ReplyBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: words(1, 3, 60) }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(words(1, 3), { minLength: 1, maxLength: 12 }) }),
  fc.record({ kind: fc.constant('note' as const), tone: fc.constantFrom('conflict' as const, 'warning' as const), text: words(1, 5) }),
  fc.integer({ min: 1, max: 12 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      title: label,
      header: fc.array(label, { minLength: columns, maxLength: columns }),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 30 }),
    }),
  ),
  fc.record({
    kind: fc.constant('quote' as const),
    title: label,
    rows: fc.array(fc.record({ label, value: label }), { minLength: 1, maxLength: 25 }),
    formula: label,
  }),
  fc.record({ kind: fc.constant('options' as const), choices: choices(1, 15) }),
);

const smallTable = fc.record({
  kind: fc.constant('table' as const),
  title: label,
  header: fc.constant(['方式', '手续费']),
  rows: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }),
});

const anything: fc.Arbitrary<Shown> = fc.record({
  kind: fc.constantFrom('answer' as const, 'clarify' as const),
  language: fc.constantFrom('zh' as const, 'en' as const),
  blocks: fc
    .oneof(fc.array(block, { maxLength: 8 }), fc.array(smallTable, { minLength: 4, maxLength: 9 }))
    .map((blocks): readonly ReplyBlock[] => [{ kind: 'paragraph', text: '好' }, ...blocks]),
  sources: fc.constant([]),
  suggestions: choices(0, 12),
});

describe.each(PLATFORMS.map((platform) => [platform().id, platform] as const))('whatever is said on %s', (_, platform) => {
  test('is within its limits, and what is to be tapped can be', async () => {
    const stub = platform();
    const channel = configured(stub, BASE);
    const question = channel.receive(stub.says({ id: '1', from: 'user-1', text: 'fee' }, NOW), NOW);
    const [event] = question.kind === 'events' ? question.events : [];
    const target = event?.kind === 'message' ? event.target : expect.fail('no message');

    await fc.assert(
      fc.asyncProperty(anything, async (shown) => {
        const calls: ApiCall[] = [];
        const io = {
          ...worldAt(NOW),
          token: async () => 't',
          fetch: async (url: string, init?: RequestInit) => {
            calls.push(await callOf(new Request(url, init), BASE));
            return Response.json({ ok: true, code: 0, errcode: 0 });
          },
        };
        const parts = channel.render(shown);
        for (const [index, part] of parts.entries()) expect(await channel.send?.(target, part, `d${index}`, io)).toEqual({ kind: 'sent' });
        expect(calls.flatMap((call) => stub.faults(call))).toEqual([]);

        const last = calls.at(-1) ?? expect.fail('nothing was sent');
        for (const [index, { label, send }] of degrade(shown, channel.capabilities).choices.entries()) {
          const tapped = channel.receive(stub.taps(last, index, 'user-1', `${index + 2}`, NOW), NOW);
          const [said] = tapped.kind === 'events' ? tapped.events : [];
          expect([send, label]).toContain(said?.kind === 'message' ? said.text : undefined);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const eventsOf = (received: Received<unknown>) => (received.kind === 'events' ? received.events : []);

const OTHERS = PLAYED_CHANNELS.filter(({ kind }) => !PLATFORMS.some((platform) => platform().id === kind.id));

describe.each(OTHERS.map((played) => [played.kind.id, played] as const))('whatever is said on %s', (_, { kind, standIn }) => {
  test('is within its limits, in the exchange too, and no more than may be sent', async () => {
    const peer = standIn();
    const channel = channelOf(kind, peer);
    const io = { ...worldAt(NOW), fetch: (url: string, init?: RequestInit) => peer.api(new Request(url, init)) };
    const [called] = eventsOf(channel.receive(peer.says({ id: '1', from: 'user-1', text: 'fee' }, NOW), NOW));
    const [event] = called?.kind === 'pull' ? ((await channel.pull?.(called.queue, called.hint, '', io))?.events ?? []) : [called];
    const target = event?.kind === 'message' ? event.target : expect.fail('no message');
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anything, async (shown) => {
        const parts = channel.render(shown);
        expect(parts.length).toBeLessThanOrEqual(channel.capabilities.maxSends ?? Number.POSITIVE_INFINITY);
        for (const part of parts) expect(await channel.send?.(target, part, `d${++count}`, io)).toEqual({ kind: 'sent' });
        const passive = channel.passive?.(target, parts[0], io);
        if (passive) expect(peer.reads(passive)).toBe(peer.seen.at(-parts.length)?.text);
      }),
      { numRuns: 50 },
    );
  });
});
