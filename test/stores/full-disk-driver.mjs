// Appends turns to the file in its first argument until one is refused, and says how that went. The test limits the size of its files.

import { openStore } from '../../dist/stores/open.js';
import { turnOf } from './plain-turn.mjs';

const store = await openStore(`sqlite:${process.argv[2]}`);
const say = (line) => process.stdout.write(`${line}\n`);
const codeOf = (work) =>
  work.then(
    () => 'done',
    ({ code }) => code,
  );

await store.create('a', '2026-01-02T03:04:05.000Z');
for (let n = 1; ; n++) {
  const code = await codeOf(store.append(turnOf('a', n), `{"n":${n}}`, n - 1));
  say(code === 'done' ? `took ${n}` : `refused ${n}: ${code}`);
  if (code !== 'done') break;
}
say(`again: ${await codeOf(store.create('b', '2026-01-02T03:04:05.000Z'))}`);
say(`read: ${(await store.load('a')).version}`);
await store.close();
