// One server of bench/channels.mjs, in a process of its own: {kind: 'echo' | 'channels', store: URL} as JSON in the first argument. It prints its port.
import { createServer as createHttp } from 'node:http';
import { fastify } from 'fastify';
import { createOrder } from '../../dist/bot/in-order.js';
import { startOutbox } from '../../dist/bot/outbox.js';
import { createChannelHost } from '../../dist/channels/host/host.js';
import { registerChannels } from '../../dist/channels/host/routes.js';
import { channelSettings } from '../../dist/channels/settings.js';
import { pauses } from '../../dist/cli/pauses.js';
import { openStore } from '../../dist/stores/open.js';
import { SETTINGS } from './settings.mjs';

const { kind, store: url } = JSON.parse(process.argv[2]);

/** As large as a usual answer. */
const replyTo = (conversation, text) => ({
  conversation,
  kind: 'answer',
  language: 'zh',
  intents: [{ id: 'fee-quote', confidence: 0.97 }],
  slots: {},
  text: `${text}：手续费共 8.00 元，到账 7,992.00 元。`,
  blocks: [
    { kind: 'paragraph', text: '手续费共 8.00 元，到账 7,992.00 元。' },
    { kind: 'quote', title: '微信零钱提现', rows: [{ label: '手续费', value: '8.00 元' }], formula: '8000.00 × 0.1% = 8.00' },
    { kind: 'note', tone: 'conflict', text: '文章自相矛盾：正文把微信零钱提现的限额写成每笔，表格却写成每天。' },
  ],
  figures: [],
  sources: [{ article: 'huabei-wechat', section: 'fees', title: '费用与限额', asOf: '2023' }],
  conflicts: [],
  suggestions: [{ label: '那云闪付呢？', send: '那云闪付呢' }],
});

function echo() {
  const server = createHttp((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length }).end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

async function channels() {
  const store = await openStore(url);
  const order = createOrder();
  const clock = { now: () => new Date() };
  const bot = {
    start: (id) => store.create(id, new Date().toISOString()),
    has: async (id) => (await store.load(id)) !== undefined,
    history: (id, after, limit) => store.history(id, after, limit),
    turn: ({ conversation, key, outgoing, ...incoming }) =>
      order(conversation, async () => {
        const stored = await store.load(conversation);
        if (!stored) return { ok: false, error: { kind: 'unknown-conversation' } };
        const reply = replyTo(conversation, incoming.text);
        const sequence = stored.version + 1;
        const turn = { conversation, sequence, key, bodyHash: key, at: new Date().toISOString(), incoming, reply };
        const rows = outgoing(reply, { sequence });
        const outcome = await store.append(turn, stored.state, stored.version, rows);
        if (outcome.kind !== 'stored') throw new Error(outcome.kind);
        if (rows.length > 0) outbox.wake();
        return { ok: true, value: turn };
      }),
  };
  const host = createChannelHost({
    channels: channelSettings().read(new Map(Object.entries(SETTINGS))).value,
    bot,
    store,
    clock,
    pauses,
    onOutgoing: () => outbox.wake(),
    log: { info: (details, message) => console.error(message, details), error: (details, message) => console.error(message, details) },
    welcome: () => replyTo('', ''),
    // The platforms' own time is none of ours.
    fetch: async () => Response.json({ ok: true, errcode: 0, access_token: 'token', expires_in: 7200 }),
  });
  const outbox = startOutbox({
    store,
    clock,
    pauses,
    sender: host.sender,
    log: { absent: console.error, dead: (_entry, reason) => console.error(reason), failed: console.error },
  });
  const app = fastify({ keepAliveTimeout: 60_000 });
  registerChannels(app, host);
  await app.listen({ host: '127.0.0.1', port: 0 });
  console.log(app.server.address().port);
}

if (kind === 'echo') echo();
else await channels();
