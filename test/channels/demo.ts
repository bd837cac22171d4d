/**
 * One conversation on every platform, to be watched: npm run demo:channels [CHANNEL ...]
 * The bot is the real one, behind HTTP; each platform is played on this machine and is called at an address of its own.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { createBot } from '../../src/bot/bot.js';
import { startOutbox } from '../../src/bot/outbox.js';
import { welcomeOf } from '../../src/bot/welcome.js';
import type { Channel } from '../../src/channels/channel.js';
import { consoleDesk } from '../../src/channels/desk/console.js';
import { createChannelHost } from '../../src/channels/host/host.js';
import { registerChannels } from '../../src/channels/host/routes.js';
import { pauses } from '../../src/cli/pauses.js';
import { loadBrain } from '../../src/cli/workspace.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { CONVERSATION, wordsFor } from './conversation.js';
import type { StandIn } from './stand-in.js';
import { PLAYED_CHANNELS } from './stand-ins.js';

/** As long as nothing came for so many milliseconds, nothing more will. */
const QUIET = 400;

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);
const chosen = PLAYED_CHANNELS.filter(({ kind }) => asked.length === 0 || asked.includes(kind.id));
if (chosen.length === 0) {
  process.stderr.write(`there is no such channel; there are ${PLAYED_CHANNELS.map(({ kind }) => kind.id).join(', ')}\n`);
  process.exit(2);
}

const brain = loadBrain(fileURLToPath(new URL('../..', import.meta.url)));
const store = createMemoryStore();
const clock = { now: () => new Date() };

/** The platform's API at an address of its own. */
async function serveApi(standIn: StandIn): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const { method = 'GET' } = incoming;
    const body = method === 'GET' ? undefined : Buffer.concat(chunks);
    const response = await standIn.api(new Request(`${url}${incoming.url}`, { method, headers, ...(body && { body }) }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => void server.close() };
}

const apis = await Promise.all(
  chosen.map(async ({ kind, standIn: play }) => {
    const standIn = play();
    const api = await serveApi(standIn);
    const read = kind.settings.read(new Map(Object.entries(standIn.variables(api.url))));
    if (!read.ok || !read.value) throw new Error(`${kind.id} is not configured: ${JSON.stringify(read)}`);
    return { kind, standIn, api, channel: read.value };
  }),
);

const bot = createBot({ brain: () => brain, store, clock, pauses, onOutgoing: () => outbox.wake() });
const handedOver: string[] = [];
const host = createChannelHost({
  channels: apis.map(({ channel }) => channel),
  bot,
  store,
  clock,
  pauses,
  onOutgoing: () => outbox.wake(),
  log: { info: () => {}, error: (details, message) => write(`  !! ${message} ${JSON.stringify(details)}`) },
  welcome: (language) => welcomeOf(brain, language),
  desk: consoleDesk((conversation, line) => {
    handedOver.push(conversation);
    write(`  desk | ${line.replaceAll('\n', '\n       | ')}`);
  }),
});
const outbox = startOutbox({
  store,
  clock,
  pauses,
  sender: host.sender,
  log: {
    absent: (channel) => write(`  !! nobody sends for ${channel}`),
    dead: (_entry, reason) => write(`  !! given up: ${reason}`),
    failed: (error) => write(`  !! ${error}`),
  },
});
const app = fastify();
registerChannels(app, host);
const url = await app.listen({ host: '127.0.0.1', port: 0 });

const show = (who: string, text: string): void => write(`  ${who} | ${text.replaceAll('\n', `\n  ${' '.repeat(who.length)} | `)}`);

/** Brings a message as the platform does, and gives what comes back in the exchange. */
async function bring(standIn: StandIn, { id }: Channel, text: string, key: number): Promise<string | undefined> {
  const { method, headers, query, body } = standIn.says({ id: `${key}`, from: 'user-1', text }, clock.now());
  const response = await fetch(`${url}/channels/${id}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body,
  });
  return standIn.reads({ status: response.status, body: await response.text() });
}

for (const { kind, standIn, channel } of apis) {
  write(`\n${kind.name}  (${url}/channels/${kind.id})`);
  let last = '';
  let shown = 0;
  const hear = async (who: string): Promise<void> => {
    for (let quiet = 0; quiet < QUIET; quiet += 50) {
      await wait(50);
      if (standIn.seen.length > shown) quiet = 0;
      for (; shown < standIn.seen.length; shown++) {
        last = standIn.seen[shown]?.text ?? '';
        show(who, last);
      }
    }
  };
  for (const [index, step] of CONVERSATION.entries()) {
    const conversation = handedOver.at(-1) ?? '';
    if (step.kind === 'say' || step.kind === 'pick') {
      const text = wordsFor(step, last);
      show('user', text);
      const read = await bring(standIn, channel, text, 1001 + index);
      if (read !== undefined) {
        last = read;
        show(' bot', read);
      }
      await hear(' bot');
    } else if (channel.handOff) {
      if (step.kind === 'person') write('       | (the platform’s own people have the conversation: the bot is silent from here on)');
    } else if (conversation.startsWith(`${kind.id}:`)) {
      if (step.kind === 'person') await host.floor.say(conversation, `d${index}`, step.text);
      else await host.floor.handBack(conversation, `d${index}`);
      await hear('desk');
    }
  }
}

await app.close();
await host.close();
await outbox.stop();
for (const { api } of apis) api.close();
