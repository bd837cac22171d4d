// Writes turns to the store in its first argument for ever, 16 conversations at once, each with something to send, and sends it. Prints `ready`,
// then `took CONVERSATION N` for each turn that is acknowledged and `sent CONVERSATION N` for what is sent. Killed by crash.mjs.
import { writeSync } from 'node:fs';
import { startOutbox } from '../dist/bot/outbox.js';
import { pauses } from '../dist/cli/pauses.js';
import { openStore } from '../dist/stores/open.js';
import { limits, outgoingOf, turnOf } from './crash-turns.mjs';

const [, , url, prefix] = process.argv;
const store = await openStore(url);
const say = (line) => writeSync(1, `${line}\n`);

const outbox = startOutbox({
  store,
  clock: { now: () => new Date() },
  pauses,
  sender: () => async (entry) => {
    say(`sent ${entry.conversation} ${entry.sequence}`);
    return { kind: 'sent' };
  },
  log: {
    absent: (channel) => say(`absent ${channel}`),
    dead: (_, reason) => say(`dead ${reason}`),
    failed: (error) => say(`failed ${error.message}`),
  },
  limits,
});

async function chat(id) {
  await store.create(id, new Date().toISOString());
  for (let n = 1; ; n++) {
    const outcome = await store.append(turnOf(id, n), `{"n":${n}}`, n - 1, [outgoingOf(n)]);
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
    if (n === 1 && id.endsWith('-0')) say('ready');
    say(`took ${id} ${n}`);
    outbox.wake();
  }
}

for (let i = 0; i < 16; i++) void chat(`${prefix}-${i}`);
