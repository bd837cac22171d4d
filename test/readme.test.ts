import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createBot } from '../src/bot/bot.js';
import { createMemoryStore } from '../src/stores/memory.js';
import { formatDiff } from '../src/transcripts/format-diff.js';
import { parseChat } from '../src/transcripts/parse-chat.js';
import { isAsWritten, replay } from '../src/transcripts/replay.js';
import { realBrain } from './brain.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the conversation in the README is what the bot says', async () => {
  const [, text = ''] = /<!-- conversation -->\s*```\n([\s\S]*?)```/.exec(README) ?? [];
  const parsed = parseChat(`> id: readme\n${text}`, 'README.md');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const brain = realBrain();
  const result = await replay(parsed.value, () =>
    createBot({ brain: () => brain, store: createMemoryStore(), clock: { now: () => new Date(0) } }),
  );
  expect(formatDiff(result)).toBe('');
  expect(isAsWritten(result)).toBe(true);
  expect(result.turns.length).toBeGreaterThan(2);
});

test('the README names the two commands of a fresh machine', () => {
  expect(README).toContain('    npm ci && npm start\n');
  expect(README).toContain('    npm ci && npm test\n');
});
