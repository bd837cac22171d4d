// 10,000 turns of the golden conversations replayed in this process, beside Bot Framework's TestAdapter over the same conversations and the
// same bot, mounted as `zhida/botframework` mounts it, in one run on one thread.
//   npm run build && node bench/transcripts.mjs [TURNS]
// Both send each message, wait for the reply and compare its whole text; Zhida's replay also checks suggestions and assertions. "the bot
// alone" answers the same messages with nobody looking at the replies.
import { performance } from 'node:perf_hooks';
import { createBot } from '../dist/bot/bot.js';
import { createHandler } from '../dist/channels/botframework/handler.js';
import { loadBrain } from '../dist/cli/workspace.js';
import { createMemoryStore } from '../dist/stores/memory.js';
import { readChosen } from '../dist/transcripts/choose.js';
import { isAnyText, textOf, turnsOf } from '../dist/transcripts/conversation.js';
import { isAsWritten, replay } from '../dist/transcripts/replay.js';

const TURNS = Number(process.argv[2] ?? 10_000);
const ROUNDS = 3;
const root = new URL('..', import.meta.url).pathname;
const brain = loadBrain(root);
const read = await readChosen({ paths: [`${root}test/transcripts`] });
if (!read.ok) throw new Error(JSON.stringify(read.error));
const newBot = () => createBot({ brain: () => brain, store: createMemoryStore(), clock: { now: () => new Date(0) } });

/** @type {typeof read.value[number][]} */
const conversations = [];
for (let turns = 0, next = 0; turns < TURNS; next++) {
  const conversation = read.value[next % read.value.length];
  conversations.push(conversation);
  turns += turnsOf(conversation.messages).turns.length;
}
const scripts = conversations.map(({ id, locale, messages }) => ({
  id,
  locale,
  turns: turnsOf(messages).turns.map(({ user, bot }) => ({
    user: textOf(user),
    bot: bot.some(isAnyText) ? undefined : bot.map(textOf).join('\n\n'),
  })),
}));
const turns = scripts.reduce((sum, script) => sum + script.turns.length, 0);

/** @type {readonly { readonly name: string, readonly run: (index: number) => Promise<boolean> }[]} */
const runners = [
  {
    name: 'the bot alone',
    run: async (index) => {
      const { id, locale, turns: said } = scripts[index];
      const bot = newBot();
      await bot.start(id);
      for (const [key, { user }] of said.entries()) await bot.turn({ conversation: id, key: `${key}`, text: user, locale });
      return true;
    },
  },
  { name: 'zhida, replay', run: async (index) => isAsWritten(await replay(conversations[index], newBot)) },
  ...(await peers()),
];

/** The handler that mounts in a bot of botbuilder's, under the TestAdapter. */
async function peers() {
  const framework = await import('botbuilder').catch((error) => {
    console.log(`Bot Framework was not measured: ${error.message}`);
  });
  if (!framework) return [];
  const run = async (index) => {
    const { locale, turns: said } = scripts[index];
    const handle = createHandler({ bot: newBot(), ids: { next: () => 'attempt' } });
    const adapter = new framework.TestAdapter(async (context) => {
      await handle(context);
    });
    try {
      for (const { user, bot: expected } of said)
        await adapter.send({ type: 'message', text: user, ...(locale && { locale }) }).assertReply(expected ?? (() => {}));
      return true;
    } catch {
      return false;
    }
  };
  return [{ name: 'Bot Framework TestAdapter', run }];
}

async function round({ name, run }) {
  const started = performance.now();
  const before = process.cpuUsage();
  let wrong = 0;
  for (let index = 0; index < conversations.length; index++) if (!(await run(index))) wrong++;
  const { user, system } = process.cpuUsage(before);
  return { name, seconds: (performance.now() - started) / 1000, processor: (user + system) / 1e6, wrong };
}

// In turn, so that neither warmth nor a busy machine favours one of them; the best round of each counts.
const all = [];
for (let count = 0; count < ROUNDS; count++) for (const runner of runners) all.push(await round(runner));
const rows = runners.map(({ name }) =>
  all.filter((each) => each.name === name).reduce((best, each) => (each.processor < best.processor ? each : best)),
);

console.log(
  `${turns} turns of ${conversations.length} conversations (${read.value.length} different ones), Node ${process.versions.node}\n`,
);
console.log('                             seconds  of processor    turns/s   conversations that differ');
for (const { name, seconds, processor, wrong } of rows)
  console.log(
    `${name.padEnd(26)} ${seconds.toFixed(2).padStart(9)} ${processor.toFixed(2).padStart(13)} ${(turns / seconds).toFixed(0).padStart(10)} ${String(wrong).padStart(10)}`,
  );
const [alone, own, peer] = rows;
if (peer) {
  const cost = (row) => (((row.processor - alone.processor) / turns) * 1e6).toFixed(0);
  console.log(`\nmicroseconds of processor a turn on top of the bot: zhida ${cost(own)}, TestAdapter ${cost(peer)}`);
}
