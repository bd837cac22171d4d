import { type Span, type Tracer, trace } from '@opentelemetry/api';
import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/server/metrics.js';
import { observed } from '../../src/server/observe.js';
import { say, start } from '../channels/directline/client.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { type Serving, serve } from './serving.js';

const KEY = 'the-key-of-the-operator';
const RUNNING = { version: '1.2.3', pack: 'p1', model: 'full', store: 'memory:', isStoreReady: true };

async function serving(more: Parameters<typeof serve>[0] = {}) {
  let running = RUNNING;
  const metrics = createMetrics(async () => running);
  let now = 0;
  const bot = observed(createFakeBot({ now: () => new Date() }), metrics, () => {
    now += 0.002;
    return now;
  });
  const server = await serve({ bot, metrics, ...more });
  return { server, metrics, change: (next: Partial<typeof RUNNING>) => (running = { ...running, ...next }) };
}
const scrape = (server: Serving, headers: { [name: string]: string } = {}) => fetch(`${server.url}/metrics`, { headers });

describe('/metrics', () => {
  test('counts turns by kind, language and intent, how long they took, and what failed', async () => {
    const { server, metrics, change } = await serving();
    const started = await start(server);
    for (const text of ['hello', '手续费', 'which way', 'crash', 'busy']) await say(server, started, text);
    const response = await scrape(server);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const line of [
      'zhida_turns_total{kind="answer",language="en"} 1',
      'zhida_turns_total{kind="answer",language="zh"} 1',
      'zhida_turns_total{kind="clarify",language="en"} 1',
      'zhida_intents_total{intent="echo"} 3',
      'zhida_failed_turns_total{reason="error"} 1',
      'zhida_failed_turns_total{reason="busy"} 1',
      'zhida_turn_seconds_bucket{le="0.001"} 0',
      'zhida_turn_seconds_bucket{le="0.0025"} 3',
      'zhida_turns_in_work 0',
      'zhida_store_ready 1',
      'zhida_running{version="1.2.3",pack="p1",model="full",store="memory:"} 1',
    ])
      expect(text.split('\n')).toContain(line);
    metrics.feedback({ rating: 'down', reason: 'wrong' });
    metrics.feedback({ rating: 'up' });
    const counted = await (await scrape(server)).text();
    expect(counted).toContain('zhida_feedback_total{rating="down",reason="wrong"} 1');
    expect(counted).toContain('zhida_feedback_total{rating="up",reason=""} 1');
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).not.toMatch(/hello|手续费/);
    change({ pack: 'p2', isStoreReady: false });
    const later = await (await scrape(server)).text();
    expect(later).toContain('pack="p2"');
    expect(later).not.toContain('pack="p1"');
    expect(later).toContain('zhida_store_ready 0');
    await server.close();
  });

  test("is for this machine, and elsewhere for the operator's key", async () => {
    const { server } = await serving({ operatorKey: KEY });
    const through = { 'x-forwarded-for': '9.9.9.9' };
    const codes = await Promise.all(
      [{}, through, { via: '1.1 proxy' }, { ...through, authorization: `Bearer ${KEY}` }, { ...through, authorization: 'Bearer x' }].map(
        async (headers) => (await scrape(server, headers)).status,
      ),
    );
    expect(codes).toEqual([200, 404, 404, 200, 404]);
    await server.close();
  });
});

test('a turn is a span, without its text', async () => {
  const spans: { name: string; attributes: object; ended: boolean }[] = [];
  const tracer = {
    startActiveSpan: (name: string, work: (span: Span) => unknown) => {
      const kept = { name, attributes: {}, ended: false };
      spans.push(kept);
      const span = {
        setAttribute: (key: string, value: unknown) => Object.assign(kept.attributes, { [key]: value }),
        setAttributes: (more: object) => Object.assign(kept.attributes, more),
        setStatus: (status: object) => Object.assign(kept.attributes, status),
        end: () => {
          kept.ended = true;
        },
      };
      return work(span as unknown as Span);
    },
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  const { server } = await serving();
  const started = await start(server);
  for (const text of ['hello', 'busy', 'crash']) await say(server, started, text);
  expect(spans).toEqual([
    { name: 'zhida.turn', attributes: { 'zhida.kind': 'answer', 'zhida.language': 'en', 'zhida.intents': ['echo'] }, ended: true },
    { name: 'zhida.turn', attributes: { 'zhida.refused': 'busy' }, ended: true },
    { name: 'zhida.turn', attributes: { code: 2 }, ended: true },
  ]);
  await server.close();
  trace.disable();
});
