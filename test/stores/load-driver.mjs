// Writes turns to the file in its first argument for ever, 16 conversations at once, and prints each one that is acknowledged. Killed by the test.
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../dist/stores/sqlite/store.js';

const [, , file, prefix] = process.argv;
const store = await openSqliteStore(file);

const turn = (id, sequence, key, text = `text ${sequence}`) => ({
  conversation: id,
  sequence,
  key,
  bodyHash: `hash of ${text}`,
  at: '2026-01-02T03:04:05.678Z',
  incoming: { text, locale: 'en-US', from: 'u', channelData: { kept: ['as', { it: 'is' }] } },
  reply: {
    conversation: id,
    kind: 'answer',
    language: 'en',
    intents: [],
    slots: {},
    text,
    blocks: [{ kind: 'paragraph', text }],
    figures: [],
    sources: [],
    conflicts: [],
    suggestions: [],
  },
});

async function chat(id) {
  await store.create(id, '2026-01-02T03:04:05.000Z');
  for (let n = 1; ; n++) {
    const outcome = await store.append(turn(id, n, `key ${n}`), `{"n":${n}}`, n - 1);
    if (outcome.kind !== 'stored') throw new Error(outcome.kind);
    writeSync(1, `${id} ${n}\n`);
  }
}

for (let i = 0; i < 16; i++) void chat(`${prefix}-${i}`);
