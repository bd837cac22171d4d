import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  await flush();
  // A turn whose recording is not written yet, and one that is called behind.
  const gone = 'gone' as ConversationId;
  const before = bot.turn({ conversation: gone, key: '2', text: '谢谢' });
  const erased = bot.erase(gone);
  const after = bot.turn({ conversation: gone, key: '3', text: '再见' });
  expect(await erased).toBe(true);
  expect(await readdir(folder)).toEqual(['kept.chat']);
  await Promise.all([before, after]);
  await flush();
  expect(await readdir(folder)).toEqual(['kept.chat']);
  expect(await bot.erase(gone)).toBe(false);
});

test('what could be erased of a conversation is erased when it is asked for again', async () => {
  const inner = newBot();
  let isAway = true;
  const erase: typeof inner.erase = async (...args) => {
    if (isAway) throw new Error('the store is away');
    return inner.erase(...args);
  };
  const { bot, flush } = recording({ ...inner, erase }, folder, () => {});
  const id = 'half' as ConversationId;
  await bot.start(id);
  await bot.turn({ conversation: id, key: '1', text: '你好' });
  await flush();
  await expect(bot.erase(id)).rejects.toThrow('away');
  isAway = false;
  expect(await bot.erase(id)).toBe(true);
  // A file that somebody put back, of a conversation that is gone.
  await writeFile(join(folder, 'half.chat'), 'x');
  expect(await bot.erase(id)).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('a recording stays with a conversation that is not old enough, and goes with one that is', async () => {
  const { bot, flush } = recording(newBot(), folder, () => {});
  const id = 'young' as ConversationId;
  await bot.start(id);
  await bot.turn({ conversation: id, key: '1', text: '你好' });
  await flush();
  expect(await bot.erase(id, '1969-12-31T00:00:00.000Z')).toBe(false);
  expect(await readdir(folder)).toEqual(['young.chat']);
  expect(await bot.erase(id, '1970-01-02T00:00:00.000Z')).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('a recording that cannot be taken away is no erasure, and its conversation stays to be erased', async () => {
  const { bot, flush } = recording(newBot(), folder, () => {});
  const id = 'stuck' as ConversationId;
  await bot.start(id);
  await bot.turn({ conversation: id, key: '1', text: '你好' });
  await flush();
  await rm(join(folder, 'stuck.chat'));
  await mkdir(join(folder, 'stuck.chat', 'in'), { recursive: true });
  await expect(bot.erase(id)).rejects.toThrow('stuck.chat');
  expect(await bot.has(id)).toBe(true);
});

test('what a killed process was writing is gone at the next start', async () => {
  await writeFile(join(folder, '.talk.chat.123.tmp'), '> half of');
  await writeFile(join(folder, '.mine.tmp'), '');
  await recording(newBot(), folder, (error) => expect.fail(String(error))).bot.erase('nobody' as ConversationId);
  expect(await readdir(folder)).toEqual(['.mine.tmp']);
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
