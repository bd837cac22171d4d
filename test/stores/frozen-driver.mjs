// Loads the conversation `f`, says so, and appends a turn to what it loaded once a line comes in. The test freezes it in between.
import { once } from 'node:events';
import { openStore } from '../../dist/stores/open.js';

const store = await openStore(process.argv[2]);
const loaded = await store.load('f');
process.stdout.write(`loaded version ${loaded.version}\n`);
await once(process.stdin, 'data');
const turn = {
  conversation: 'f',
  sequence: 1,
  key: 'late',
  bodyHash: '',
  at: '2026-01-02T03:04:05.678Z',
  incoming: { text: '' },
  reply: {},
};
const { kind } = await store.append(turn, '"late"', loaded.version);
process.stdout.write(`${kind}\n`);
await store.close();
process.stdin.destroy();
