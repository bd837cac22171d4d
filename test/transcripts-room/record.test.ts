import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import type { ConversationId } from '../../src/bot/ports.js';
import { inProcess } from '../../src/cli/transcript-target.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { recording } from '../../src/transcripts/record.js';
import { runTranscripts } from '../../src/transcripts/run.js';
import { realBrain } from '../brain.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
});
afterEach(() => rm(folder, { recursive: true }));

const newBot = () => createBot({ brain: realBrain, store: createMemoryStore(), clock: { now: () => new Date(0) } });

async function record(id: string, lines: readonly string[], into = folder): Promise<readonly unknown[]> {
  const errors: unknown[] = [];
  const { bot, flush } = recording(newBot(), into, (error) => errors.push(error));
  const conversation = id as ConversationId;
  await bot.start(conversation);
  for (const [index, text] of lines.entries()) await bot.turn({ conversation, key: `${index}`, text, from: '13812345678' });
  await flush();
  return errors;
}

test('a recorded conversation replays as it was', async () => {
  expect(await record('talk-1', ['微信零钱提5000要多少手续费', '那云闪付呢', 'Is it legal?'])).toEqual([]);
  const text = await readFile(join(folder, 'talk-1.chat'), 'utf8');
  expect(text).toContain('> @intent fee-quote');
  expect(text).not.toContain('13812345678');
  const outcome = await runTranscripts({ paths: [folder], ci: true, makeBot: inProcess(realBrain()) });
  expect(outcome.ok && outcome.value).toMatchObject({ passed: 1, failed: 0 });
});

test('after a masked number nothing that may repeat its digits is kept', async () => {
  await record('talk-2', ['你好', '微信零钱提现，我电话138 1234 5678', '那云闪付呢']);
  const text = await readFile(join(folder, 'talk-2.chat'), 'utf8');
  expect(text).toContain('user: 微信零钱提现，我电话<phone>\n> the reply is not kept');
  expect(text.replace(/[,.]/g, '')).not.toMatch(/138|1234|5678/);
  expect(text.match(/^bot: /gm)).toHaveLength(1);
  const update = await runTranscripts({ paths: [folder], ci: false, update: true, makeBot: inProcess(realBrain()) });
  expect(update.ok && update.value).toMatchObject({ updated: 1, failed: 0 });
  const read = parseChat(await readFile(join(folder, 'talk-2.chat'), 'utf8'), 'talk-2.chat');
  expect(read.ok && read.value.messages.filter(({ role }) => role === 'bot')).toHaveLength(3);
});

test('an id that is no file name gets one, and leaves the folder alone', async () => {
  await record('../../etc/x', ['你好']);
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.chat$/)]);
});

test('what cannot be written is told and stops no turn', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(await record('talk', ['你好', '再见'], join(folder, 'file'))).toHaveLength(2);
});

test('what is erased is no longer recorded', async () => {
  const { bot, flush } = recording(newBot(), folder, () => {});
  for (const id of ['kept', 'gone'] as ConversationId[]) {
    await bot.start(id);
    await bot.turn({ conversation: id, key: '1', text: '你好' });
  }
  expect(await bot.erase('gone' as ConversationId)).toBe(true);
  await flush();
  expect(await readdir(folder)).toEqual(['kept.chat']);
});

test('a file without words is not recorded, the words beside one are', async () => {
  const { bot, flush } = recording(newBot(), folder, () => {});
  const conversation = 'files' as ConversationId;
  await bot.start(conversation);
  for (const text of ['', '你好']) await bot.turn({ conversation, key: `k${text}`, text, unread: true });
  await flush();
  const chat = await readFile(join(folder, 'files.chat'), 'utf8');
  expect(chat.match(/^user:.*/gm)).toEqual(['user: 你好']);
});
