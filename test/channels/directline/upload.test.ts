import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../../server/serving.js';
import { type Answer, listen, messages, read, type Started, start } from './client.js';

let server: Serving;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const ACTIVITY = 'application/vnd.microsoft.activity';

async function upload(
  { conversationId, token }: Pick<Started, 'conversationId' | 'token'>,
  body: FormData | string | Uint8Array<ArrayBuffer> | undefined,
  { headers = {}, query = '?userId=me' }: { headers?: { [name: string]: string }; query?: string } = {},
): Promise<Pick<Answer, 'status' | 'body'>> {
  const response = await fetch(`${server.url}/v3/directline/conversations/${conversationId}/upload${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

/** As botframework-directlinejs sends it: the activity first, as a file named `blob`. */
function form(activity: object | string | undefined, ...files: readonly (readonly [name: string, type: string, size: number])[]): FormData {
  const data = new FormData();
  const text = typeof activity === 'string' ? activity : JSON.stringify(activity);
  if (activity !== undefined) data.append('activity', new Blob([text], { type: ACTIVITY }));
  for (const [name, type, size] of files) data.append('file', new Blob(['x'.repeat(size)], { type }), name);
  return data;
}

const PICTURE: readonly [name: string, type: string, size: number] = ['截图.png', 'image/png', 300_000];

describe('upload', () => {
  test('a raw file gives an id; the message is on the stream with the name, and the bot says what it reads', async () => {
    const started = await start(server);
    const stream = await listen(started.streamUrl);
    const headers = { 'content-type': 'image/jpeg', 'content-disposition': 'name="file"; filename="C:\\\\me\\\\bill.jpg"' };
    const { status, body } = await upload(started, new Uint8Array(200_000), { headers });
    expect([status, body]).toEqual([200, { id: expect.any(String) }]);
    await stream.until((frames) => messages(frames).length === 2);
    const [mine, bots] = messages(stream.frames);
    expect(mine).toMatchObject({
      id: body.id,
      from: { id: 'dl_test', role: 'user' },
      text: '',
      attachments: [{ contentType: 'image/jpeg', name: 'bill.jpg' }],
    });
    expect(bots).toMatchObject({ replyToId: body.id, text: expect.stringContaining('not read') });
    expect((await read(server, started)).body.activities).toHaveLength(2);
    stream.socket.close();
  });

  test('another file of the same name under a known id is another message', async () => {
    const started = await start(server);
    const activity = { type: 'message', text: 'look', channelData: { clientActivityID: 'same' } };
    const first = await upload(started, form(activity, ['a.png', 'image/png', 100]));
    expect(await upload(started, form(activity, ['a.png', 'image/png', 100]))).toEqual(first);
    expect(await upload(started, form(activity, ['a.png', 'image/png', 101]))).toMatchObject({ status: 409 });
  });

  test('the text of a multipart activity is answered, and its channelData comes back', async () => {
    const started = await start(server);
    const activity = {
      type: 'message',
      text: 'what is the fee?',
      from: { id: 'me' },
      channelData: { clientActivityID: 'up.1', attachmentSizes: [300_000] },
      attachments: [{ contentType: 'image/png', name: 'claimed' }],
    };
    const { status, body } = await upload(started, form(activity, PICTURE));
    expect(status).toBe(200);
    const [mine, bots] = (await read(server, started)).body.activities;
    expect(mine).toMatchObject({
      id: body.id,
      text: activity.text,
      channelData: activity.channelData,
      attachments: [{ contentType: 'image/png', name: '截图.png' }],
    });
    expect(bots?.text).toContain('costs 4 yuan');
    const again = await upload(started, form(activity, PICTURE));
    expect(again.body.id).toBe(body.id);
  });

  test('an activity part without a file name is read as well', async () => {
    const started = await start(server);
    const boundary = 'xyz';
    const body =
      `--${boundary}\r\nContent-Disposition: form-data; name="activity"\r\nContent-Type: ${ACTIVITY}\r\n\r\n` +
      `{"type":"message","text":"hello"}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n` +
      `Content-Type: text/plain\r\n\r\nabc\r\n--${boundary}--\r\n`;
    const { status } = await upload(started, body, { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
    expect(status).toBe(200);
    expect((await read(server, started)).body.activities[0]).toMatchObject({ text: 'hello', attachments: [{ name: 'a.txt' }] });
  });

  test('several files are one message', async () => {
    const started = await start(server);
    await upload(started, form(undefined, PICTURE, ['b.pdf', 'application/pdf', 10], ['c', '', 1]));
    const { activities } = (await read(server, started)).body;
    expect(activities).toHaveLength(2);
    expect(activities[0]).toMatchObject({
      attachments: [{ name: '截图.png' }, { name: 'b.pdf' }, { contentType: 'application/octet-stream' }],
    });
  });

  const multipart = { headers: { 'content-type': 'multipart/form-data; boundary=b' } };
  test.each([
    ['nothing', () => upload({ conversationId, token }, undefined), 400],
    ['an empty form', () => upload({ conversationId, token }, form(undefined)), 400],
    [
      'multipart without its boundary',
      () => upload({ conversationId, token }, 'x', { headers: { 'content-type': 'multipart/form-data' } }),
      400,
    ],
    ['multipart that is none', () => upload({ conversationId, token }, 'no part at all', multipart), 400],
    [
      'a part that is cut off',
      () => upload({ conversationId, token }, '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc', multipart),
      400,
    ],
    ['an activity that is no JSON', () => upload({ conversationId, token }, form('{"type":', PICTURE)), 400],
    [
      'an activity nested too deep',
      () => upload({ conversationId, token }, form(`{"type":"message","x":${'['.repeat(40)}${']'.repeat(40)}}`)),
      400,
    ],
    [
      'an activity with __proto__',
      () => upload({ conversationId, token }, form('{"type":"message","__proto__":{"text":"x"}}', PICTURE)),
      400,
    ],
    ['an activity of the wrong shape', () => upload({ conversationId, token }, form({ type: 7 }, PICTURE)), 400],
    ['an activity that is too large', () => upload({ conversationId, token }, form({ type: 'message', text: 'x'.repeat(70_000) })), 400],
    ['a text that is too long', () => upload({ conversationId, token }, form({ type: 'message', text: 'x'.repeat(3000) }, PICTURE)), 400],
    [
      'too many files',
      () => upload({ conversationId, token }, form(undefined, ...Array.from({ length: 33 }, () => ['a', '', 1] as const))),
      400,
    ],
    ['a user id with control characters', () => upload({ conversationId, token }, 'x', { query: '?userId=a%00b' }), 400],
    ['more than 4 MB', () => upload({ conversationId, token }, new Uint8Array(4 * 1024 * 1024 + 1)), 413],
    ["another conversation's token", async () => upload({ ...(await start(server)), conversationId }, 'x'), 403],
    ['no token', () => upload({ conversationId, token: 'nonsense' }, 'x'), 401],
  ] as const)('refuses %s, and the conversation goes on', async (_, send, status) => {
    ({ conversationId, token } = await start(server));
    expect(await send()).toMatchObject({ status, body: { error: { code: expect.any(String), message: expect.any(String) } } });
    expect((await upload({ conversationId, token }, form({ type: 'message', text: 'still there' }))).status).toBe(200);
    expect(server.errors).toEqual([]);
  });
  let conversationId = '';
  let token = '';
});
