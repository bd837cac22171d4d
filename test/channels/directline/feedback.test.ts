import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feedback } from '../../../src/channels/directline/feedback.js';
import { type Serving, serve } from '../../server/serving.js';
import { call, listen, read, type Started, say, start } from './client.js';

let server: Serving;
const heard: Feedback[] = [];
beforeAll(async () => {
  server = await serve({ directLine: { onFeedback: (feedback) => heard.push(feedback) } });
});
afterAll(() => server.close());

const post = ({ conversationId, token }: Started, activity: object) =>
  call(server, 'POST', `/conversations/${conversationId}/activities`, token, activity);
const event = (value: unknown) => ({ type: 'event', name: 'feedback', from: { id: 'me' }, value });

/** A conversation with one answer, and the ids of question and answer. */
async function answered() {
  const started = await start(server);
  const { body } = await say(server, started, 'what is the fee?');
  const [, bots] = (await read(server, started)).body.activities;
  heard.length = 0;
  return { started, question: body.id, answer: bots?.id ?? '', entities: bots?.entities ?? [] };
}

describe('feedback', () => {
  test.each([
    [{ rating: 'up' }, { rating: 'up' }],
    [
      { rating: 'down', reason: 'wrong' },
      { rating: 'down', reason: 'wrong' },
    ],
    [{ rating: 'down', reason: null }, { rating: 'down' }],
    [
      { rating: 'down', reason: 'My name is Li Lei, call 13800138000' },
      { rating: 'down', reason: 'other' },
    ],
  ])('%j is heard without anything personal', async (value, expected) => {
    const { started, answer } = await answered();
    const { status, body } = await post(started, event({ replyToId: answer, ...value }));
    expect([status, body]).toEqual([200, { id: expect.any(String) }]);
    expect(heard).toEqual([
      { conversation: started.conversationId, sequence: 1, ...expected, kind: 'answer', intents: ['echo'], language: 'en' },
    ]);
  });

  test('is no turn: neither history nor watermark changes, and it comes back on the stream', async () => {
    const { started, answer } = await answered();
    const before = (await read(server, started)).body;
    const again = await call(server, 'GET', `/conversations/${started.conversationId}?watermark=${before.watermark}`, started.token);
    const stream = await listen(again.body.streamUrl);
    const { body } = await post(started, event({ replyToId: answer, rating: 'up' }));
    await stream.until((frames) => frames.length === 1);
    expect(stream.frames[0]).toMatchObject({ activities: [{ id: body.id, type: 'event', name: 'feedback' }] });
    expect((await read(server, started)).body).toEqual(before);
    stream.socket.close();
  });

  test("Web Chat's thumbs are heard: each answer can be liked, and the click names it", async () => {
    const { started, answer, entities } = await answered();
    expect(entities).toMatchObject([{ type: 'https://schema.org/Message', '@id': '', potentialAction: [{}, {}] }]);
    for (const vote of (entities[0] as { potentialAction: object[] }).potentialAction)
      expect((await post(started, { type: 'event', name: 'webchat:activity-status/feedback', entities: [vote] })).status).toBe(200);
    expect(heard.map(({ rating, sequence }) => [rating, sequence])).toEqual([
      ['up', 1],
      ['down', 1],
    ]);
    expect(answer).not.toBe('');
  });

  test.each([
    ['no value', () => undefined],
    ['a rating of its own', (answer: string) => ({ replyToId: answer, rating: 'meh' })],
    ['a reason that is too long', (answer: string) => ({ replyToId: answer, rating: 'up', reason: 'x'.repeat(501) })],
    ['no answer named', () => ({ rating: 'up' })],
    ['the question', (_: string, question: string) => ({ replyToId: question, rating: 'up' })],
    ['an answer to come', (answer: string) => ({ replyToId: answer.replace(/2$/, '4'), rating: 'up' })],
    ["another conversation's answer", (answer: string) => ({ replyToId: `x${answer}`, rating: 'up' })],
    ['a number written otherwise', (answer: string) => ({ replyToId: answer.replace(/\d+$/, '2'), rating: 'up' })],
  ])('with %s is refused and not heard', async (_, value) => {
    const { started, answer, question } = await answered();
    expect(await post(started, event(value(answer, question)))).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
    expect(heard).toEqual([]);
  });

  test.each([
    [undefined],
    [[]],
    [[{ '@type': 'LikeAction' }]],
    [[{ '@type': 'ShareAction', '@id': 'like:x' }]],
    ['LikeAction'],
    [[{ '@type': 'LikeAction', '@id': 'x' }]],
  ])('thumbs with %j are refused', async (entities) => {
    const { started } = await answered();
    expect((await post(started, { type: 'event', name: 'webchat:activity-status/feedback', entities })).status).toBe(400);
    expect(heard).toEqual([]);
  });
});
