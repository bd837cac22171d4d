import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRET, type Serving, serve } from '../../server/serving.js';
import { type Answer, call, read, type Started, say, start } from './client.js';

let server: Serving;
let started: Started;
beforeAll(async () => {
  server = await serve();
  started = await start(server);
});
afterAll(() => server.close());

/** Any value, and often one that is nearly right. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      type: fc.oneof(fc.constantFrom('message', 'event', 'typing', ''), fc.jsonValue()),
      name: fc.oneof(fc.constantFrom('feedback', 'webchat:activity-status/feedback'), fc.jsonValue()),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      user: fc.oneof(fc.record({ id: fc.oneof(fc.string(), fc.constant('dl_x'), fc.jsonValue()), name: fc.jsonValue() }), fc.jsonValue()),
      from: fc.oneof(fc.record({ id: fc.oneof(fc.string(), fc.jsonValue()) }), fc.jsonValue()),
      locale: fc.jsonValue(),
      value: fc.oneof(
        fc.record({ replyToId: fc.string(), rating: fc.constantFrom('up', 'down', 'x'), reason: fc.jsonValue() }),
        fc.jsonValue(),
      ),
      entities: fc.oneof(fc.array(fc.record({ '@type': fc.constant('LikeAction'), '@id': fc.string() })), fc.jsonValue()),
      attachments: fc.oneof(fc.array(fc.record({ contentType: fc.jsonValue(), contentUrl: fc.jsonValue() })), fc.jsonValue()),
      channelData: fc.oneof(fc.record({ clientActivityID: fc.oneof(fc.string(), fc.jsonValue()) }), fc.jsonValue()),
      trustedOrigins: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

function expectAnswered({ status, body }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status >= 400) expect(body).toEqual({ error: { code: expect.stringMatching(/^\w+$/), message: expect.stringMatching(/./) } });
}

test.each<readonly [path: string, credential: () => string]>([
  ['/tokens/generate', () => SECRET],
  ['/conversations', () => SECRET],
  ['/conversations', () => started.token],
  ['/conversations/ID/activities', () => started.token],
  ['/conversations/ID/activities', () => SECRET],
  ['/conversations/ID/upload', () => started.token],
])('POST %s answers any body, with a Direct Line error where it is wrong', async (path, credential) => {
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      expectAnswered(await call(server, 'POST', path.replace('ID', started.conversationId), credential(), body));
    }),
    { numRuns: 120 },
  );
  expect(server.errors).toEqual([]);
  expect((await say(server, started, 'still there')).status).toBe(200);
});

test('GET answers any watermark: what was said, or why not', async () => {
  const path = `/conversations/${started.conversationId}`;
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('', '/activities'), async (watermark, rest) => {
      const query = new URLSearchParams({ watermark });
      expectAnswered(await call(server, 'GET', `${path}${rest}?${query}`, started.token));
    }),
    { numRuns: 120 },
  );
  // What was stored of all this can be read back.
  expect((await read(server, started)).status).toBe(200);
  expect(server.errors).toEqual([]);
});
