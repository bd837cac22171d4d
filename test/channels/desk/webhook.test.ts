import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFromDesk } from '../../../src/channels/desk/signature.js';
import { webhookDesk } from '../../../src/channels/desk/webhook.js';
import { virtualTime } from '../../bot/virtual-time.js';
import { START } from '../played.js';

const SECRET = 'a-secret-of-the-desk';

describe('a desk behind a URL', () => {
  const heard: { readonly headers: IncomingMessage['headers']; readonly body: Buffer }[] = [];
  let status = 204;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
  });
  beforeEach(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  afterEach(() => {
    heard.length = 0;
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  const desk = () => {
    const { clock, pauses } = virtualTime(START);
    return webhookDesk({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret: SECRET, clock, pauses });
  };

  test('gets the transcript, then what the user says, signed', async () => {
    status = 204;
    const transcript = [{ from: 'user' as const, text: '找人工', at: '2026-03-04T05:06:07.000Z' }];
    await desk().open({ conversation: 'wechat:u', channel: 'wechat', language: 'zh', transcript }, 'id-1');
    await desk().hear('wechat:u', '在吗', 'id-2');
    expect(heard.map(({ body }) => JSON.parse(body.toString()))).toEqual([
      { kind: 'open', id: 'id-1', conversation: 'wechat:u', channel: 'wechat', language: 'zh', transcript },
      { kind: 'message', id: 'id-2', conversation: 'wechat:u', text: '在吗' },
    ]);
    for (const { headers, body } of heard) {
      const [timestamp, signature] = [String(headers['x-zhida-timestamp']), String(headers['x-zhida-signature'])];
      expect(isFromDesk(SECRET, new Date(START), timestamp, signature, body)).toBe(true);
      expect(isFromDesk(`${SECRET}!`, new Date(START), timestamp, signature, body)).toBe(false);
      expect(isFromDesk(SECRET, new Date(START + 301_000), timestamp, signature, body)).toBe(false);
      expect(isFromDesk(SECRET, new Date(START), timestamp, signature, Buffer.concat([body, Buffer.from(' ')]))).toBe(false);
    }
  });

  test.each([500, 404, 302])('has not taken what it answers with %i', async (given) => {
    status = given;
    await expect(desk().hear('wechat:u', '在吗', 'id-2')).rejects.toThrow();
  });
});
