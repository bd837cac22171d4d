// One server of bench/server.mjs, in a process of its own. Its work is the job in the first argument, as JSON:
//   {kind: 'echo' | 'zhida', compute: microseconds, store: URL}
// It prints its port. Computing is a busy loop, so that the figures are the server's and not the pack's.

import { randomUUID } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { createOrder } from '../../dist/bot/in-order.js';
import { createServer } from '../../dist/server/server.js';
import { openStore } from '../../dist/stores/open.js';

const { kind, compute, store: url } = JSON.parse(process.argv[2]);

function spin() {
  const end = performance.now() + compute / 1000;
  while (performance.now() < end);
}

/** As large as a usual answer. */
const replyTo = (conversation, text) => ({
  conversation,
  kind: 'answer',
  language: 'zh',
  intents: [{ id: 'fee-quote', confidence: 0.97 }],
  slots: { amount: '8000.00', currency: 'CNY', method: 'wechat-balance' },
  text: `${text}：手续费共 8.00 元，到账 7,992.00 元。\n注意：若按另一种说法（每笔 5,000 元）：2 笔、1 天。\n出处：《费用与限额》（截至 2023）`,
  blocks: [
    { kind: 'paragraph', text: '手续费共 8.00 元，到账 7,992.00 元。' },
    { kind: 'quote', title: '微信零钱提现', rows: [{ label: '手续费', value: '8.00 元' }], formula: '8000.00 × 0.1% = 8.00' },
    { kind: 'note', tone: 'conflict', text: '文章自相矛盾：正文把微信零钱提现的限额写成每笔，表格却写成每天。' },
  ],
  figures: [{ value: '8.00', unit: 'CNY', origin: { formula: '8000.00 × 0.1%', inputs: ['wechat-balance.rate'] } }],
  sources: [{ article: 'huabei-wechat', section: 'fees', title: '费用与限额', asOf: '2023' }],
  conflicts: ['wechat-balance.limit'],
  suggestions: [{ label: '那云闪付呢？', send: '那云闪付呢' }],
});

/** What the bot does around its computing: order, load, append. */
function benchBot(store) {
  const order = createOrder();
  return {
    start: (id) => store.create(id, new Date().toISOString()),
    has: async (id) => (await store.load(id)) !== undefined,
    history: (id, after, limit) => store.history(id, after, limit),
    turn: ({ conversation, key, ...incoming }) =>
      order(conversation, async () => {
        const stored = await store.load(conversation);
        if (!stored) return { ok: false, error: { kind: 'unknown-conversation' } };
        spin();
        const reply = replyTo(conversation, incoming.text);
        const at = new Date().toISOString();
        const turn = { conversation, sequence: stored.version + 1, key, bodyHash: key, at, incoming, reply };
        const outcome = await store.append(turn, stored.state, stored.version, []);
        if (outcome.kind !== 'stored') throw new Error(outcome.kind);
        return { ok: true, value: turn };
      }),
  };
}

/** What a hand-written server would do at least: read a body, check it, answer. */
function echo() {
  const Activity = z.looseObject({ type: z.string(), text: z.string(), from: z.looseObject({ id: z.string() }) });
  const server = createHttp((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const activity = Activity.parse(JSON.parse(Buffer.concat(chunks).toString()));
      spin();
      const body = JSON.stringify(activity);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  // Its connections wait while the others are measured.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

async function zhida() {
  const store = await openStore(url);
  const server = createServer({
    bot: benchBot(store),
    secret: 'a-secret-for-the-benchmark',
    clock: { now: () => new Date() },
    ids: { next: randomUUID },
    log: { error: (details, message) => console.error(message, details) },
    version: 'bench',
    ready: async () => undefined,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  console.log(server.server.address().port);
  process.once('SIGTERM', async () => {
    await server.close();
    await store.close();
  });
}

if (kind === 'echo') echo();
else await zhida();
