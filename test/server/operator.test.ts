import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.js';
import { type OpenedStore, openStore } from '../../src/stores/open.js';
import { type Recorder, recording, recordingOf } from '../../src/transcripts/record.js';
import { call, read, say, start } from '../channels/directline/client.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { SECRET, type Serving, serve } from './serving.js';

const KEY = 'the-key-of-the-operator';
const clock = { now: () => new Date() };

const ask = (server: Serving, method: string, id: string, authorization = `Bearer ${KEY}`) =>
  fetch(`${server.url}/v1/conversations/${encodeURIComponent(id)}`, { method, headers: { authorization } });

test('without a key there are no such routes', async () => {
  const server = await serve();
  for (const method of ['GET', 'DELETE']) expect((await ask(server, method, 'x')).status).toBe(404);
  await server.close();
});

describe("the operator's routes", () => {
  let folder = '';
  let store: OpenedStore;
  let recorder: Recorder;
  let server: Serving;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhida-operator-'));
    store = await openStore(`sqlite:${join(folder, 'zhida.db')}`);
    recorder = recording(createFakeBot(clock, store), join(folder, 'recorded'), (error) => expect.fail(String(error)));
    server = await serve({ bot: recorder.bot, operatorKey: KEY, chatOf: ({ conversation, turns }) => recordingOf(conversation, turns) });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['', `Bearer ${KEY}x`, `Bearer ${KEY.slice(1)}`, `Basic ${KEY}`, `Bearer ${SECRET}`])('%j is 401', async (authorization) => {
    for (const method of ['GET', 'DELETE']) {
      const response = await ask(server, method, 'x', authorization);
      expect([response.status, await response.json()]).toEqual([
        401,
        { error: { code: 'Unauthorized', message: "Send the operator's key as a bearer token" } },
      ]);
    }
  });

  test('an unknown conversation is 404', async () => {
    for (const method of ['GET', 'DELETE']) expect((await ask(server, method, 'nobody')).status).toBe(404);
  });

  const MARKS = ['quetzalcoatlus', 'key-of-ankylosaur', 'user-iguanodon', 'target-stegosaurus'];

  /** A conversation with the marks in its text, key, user and outbox, and one of somebody else. */
  async function talk() {
    const [mine, other] = [await start(server, 'dl_user-iguanodon'), await start(server, 'dl_somebody')];
    const more = { channelData: { clientActivityID: 'key-of-ankylosaur' } };
    expect((await say(server, mine, 'about the quetzalcoatlus', more)).status).toBe(200);
    for (let i = 0; i < 40; i++) expect((await say(server, mine, `quetzalcoatlus ${i} ${'x'.repeat(i * 20)}`)).status).toBe(200);
    expect((await say(server, other, 'hello')).status).toBe(200);
    const id = mine.conversationId as ConversationId;
    const [last] = await store.history(id, 40, 1);
    if (!last) throw new Error('no turn');
    const outgoing = [{ delivery: 'd1', channel: 'pigeon', target: { to: 'target-stegosaurus' }, part: 'a text' }];
    expect(await store.append({ ...last, sequence: 42, key: 'k42' }, '{"asked":"quetzalcoatlus"}', 41, outgoing)).toEqual({
      kind: 'stored',
    });
    await recorder.flush();
    return { mine, other };
  }

  const traces = (id: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        return [...MARKS, id].filter((mark) => bytes.includes(mark) || entry.name.includes(mark)).map((mark) => `${mark} in ${entry.name}`);
      });

  test('export gives everything, erase leaves nothing: no answer, no recording, no byte in the files', async () => {
    const { mine, other } = await talk();
    const id = mine.conversationId;
    const exported = await ask(server, 'GET', id);
    expect(exported.headers.get('content-type')).toMatch(/^application\/json/);
    const kept = (await exported.json()) as { turns: { sequence: number }[] };
    expect(kept).toMatchObject({
      conversation: id,
      state: { asked: 'quetzalcoatlus' },
      undelivered: [{ target: { to: 'target-stegosaurus' } }],
    });
    expect(kept.turns.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
    expect(JSON.stringify(kept.turns[0])).toMatch(/key-of-ankylosaur.*quetzalcoatlus.*user-iguanodon/s);
    expect(existsSync(join(folder, 'recorded', `${id}.chat`))).toBe(true);
    expect(traces(id)).not.toEqual([]);

    const erased = await ask(server, 'DELETE', id);
    expect([erased.status, await erased.text()]).toEqual([204, '']);
    expect(traces(id)).toEqual([]);
    for (const method of ['GET', 'DELETE']) expect((await ask(server, method, id)).status).toBe(404);
    expect((await read(server, mine)).status).toBe(404);
    expect((await call(server, 'GET', `/conversations/${id}`, mine.token)).status).toBe(404);
    expect((await say(server, mine, 'still there?')).status).toBe(404);
    expect((await read(server, other)).body.activities).toHaveLength(2);
  });

  test('a conversation is given as the transcript that its recording is', async () => {
    const mine = await start(server);
    const id = mine.conversationId;
    await say(server, mine, 'my name is Alice, what is the fee?');
    await recorder.flush();
    const answer = await fetch(`${server.url}/v1/conversations/${id}?as=chat`, { headers: { authorization: `Bearer ${KEY}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const chat = await answer.text();
    expect(chat).toContain('user: my name is <name>');
    expect(chat).toBe(readFileSync(join(folder, 'recorded', `${id}.chat`), 'utf8'));
    const other = await fetch(`${server.url}/v1/conversations/${id}?as=pdf`, { headers: { authorization: `Bearer ${KEY}` } });
    expect(other.status).toBe(400);
  });

  test('asked for twice at once, it is erased once', async () => {
    const id = (await start(server)).conversationId;
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(server, 'DELETE', id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(404)]);
    expect(traces(id)).toEqual([]);
  });

  test('a stop waits for an erasure that was asked for', async () => {
    let [begin, end] = [() => {}, () => {}];
    const [begun, ended] = [new Promise<void>((resolve) => (begin = resolve)), new Promise<void>((resolve) => (end = resolve))];
    const erase: typeof recorder.bot.erase = async (...args) => {
      begin();
      await ended;
      return recorder.bot.erase(...args);
    };
    const stopping = await serve({ bot: { ...recorder.bot, erase }, operatorKey: KEY });
    const id = (await start(stopping)).conversationId;
    const erased = ask(stopping, 'DELETE', id);
    await begun;
    const closed = stopping.close();
    end();
    expect((await erased).status).toBe(204);
    await closed;
    expect(traces(id)).toEqual([]);
  });

  test('an export that an erasure meets is whole, or there is none', async () => {
    const { mine } = await talk();
    const [first, erased, second] = await Promise.all(['GET', 'DELETE', 'GET'].map((method) => ask(server, method, mine.conversationId)));
    expect(erased?.status).toBe(204);
    for (const answer of [first, second])
      if (answer?.status === 200) expect(((await answer.json()) as { turns: object[] }).turns).toHaveLength(42);
      else expect(answer?.status).toBe(404);
  });

  test('a turn that is in work when its conversation is erased leaves nothing either', async () => {
    const started = await start(server);
    const turn = say(server, started, 'slow quetzalcoatlus');
    const erased = ask(server, 'DELETE', started.conversationId);
    expect((await erased).status).toBe(204);
    await turn;
    expect((await ask(server, 'GET', started.conversationId)).status).toBe(404);
    expect(traces(started.conversationId)).toEqual([]);
  });
});
