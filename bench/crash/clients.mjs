// Who talks to the server: each says one text after the other, and after a crash the one again that was not acknowledged, under the same key.
import { createServer } from 'node:http';
import { SECRET } from './program.mjs';

const TEXTS = ['花呗提现5000手续费多少', '那8000呢', '换成微信零钱', '信用卡提现多少钱', '3000', '谢谢'];
export const textOf = (n) => TEXTS[n % TEXTS.length];

const post = async (url, body, headers = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'keep-alive', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text };
};

const AUTHORIZATION = { authorization: `Bearer ${SECRET}` };

/** By Direct Line. */
export function directLine(index) {
  let id;
  return {
    conversation: () => id,
    async begin(url) {
      // A busy server gives none yet.
      while (id === undefined) id = JSON.parse((await post(`${url}/v3/directline/conversations`, {}, AUTHORIZATION)).text).conversationId;
    },
    say: (url, n) =>
      post(
        `${url}/v3/directline/conversations/${id}/activities`,
        { type: 'message', from: { id: `user-${index}` }, locale: 'zh-CN', text: textOf(n), channelData: { clientActivityID: `key ${n}` } },
        AUTHORIZATION,
      ),
  };
}

/** By the Bot Framework, whose replies go through the outbox to `service`. */
export function botFramework(index, service) {
  const activity = (n) => ({
    type: 'message',
    id: `key ${n}`,
    channelId: 'emulator',
    serviceUrl: service,
    conversation: { id: `talk-${process.pid}-${index}` },
    from: { id: `user-${index}` },
    recipient: { id: 'bot' },
    locale: 'zh-CN',
    text: textOf(n),
  });
  const id = `botframework:emulator:talk-${process.pid}-${index}`;
  return {
    conversation: () => id,
    begin: async () => {},
    say: (url, n) => post(`${url}/api/messages`, activity(n)),
  };
}

/** The Bot Framework's service: `arrived(talk, n, text)` hears of each reply. */
export async function startService(arrived) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [, , , talk, , answered] = decodeURIComponent(request.url).split('/');
    const { type, text } = JSON.parse(Buffer.concat(chunks).toString());
    if (type === 'message') arrived(talk, Number(answered.replace('key ', '')), text);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"sent"}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() && server.closeAllConnections() };
}
