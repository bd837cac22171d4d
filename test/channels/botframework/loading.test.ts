import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { teamsMessage } from './peer.js';
import { serveMessages } from './serving.js';

const isLoaded = () => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('agents-hosting'));

test('the SDK is loaded for the first sender who may speak, and for nobody else', async () => {
  const server = await serveMessages();
  const post = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(teamsMessage('hello', { deliveryMode: 'expectReplies', serviceUrl: undefined })),
    });
  expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(isLoaded()).toBe(false);
  expect((await post({})).status).toBe(200);
  expect(isLoaded()).toBe(true);
  await server.close();
});
