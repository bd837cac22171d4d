import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LONGEST_MESSAGE } from '../../bot/bot.js';
import { examplesOf } from '../../bot/learn.js';
import type { Brain } from '../../bot/respond.js';
import { countsOf, groupChanges } from '../../evaluation/change-groups.js';
import { changesOf, learntQuestion, type Question, questionsOf } from '../../evaluation/changes.js';
import { readBlindSet } from '../../workspace/blind-set.js';
import { readPackFiles } from '../../workspace/read-pack.js';
import { BrokenPack } from '../broken-pack.js';
import { type Command, UsageError } from '../command.js';
import { describeChanges } from '../describe-changes.js';
import { loadBrain, packRoot } from '../workspace.js';

export const diff: Command = {
  name: 'diff',
  usage: 'OLD_PACK NEW_PACK [--questions FILE] [--json]',
  summary: 'which questions two packs answer differently, and why; exit code 0 none, 1 some, 2 called wrongly',
  run: async (args, { stdout, stderr }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { questions: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [old, now, ...others] = positionals;
    if (old === undefined || now === undefined || others.length > 0) throw new UsageError('give two packs, the old one first');
    const texts = values.questions === undefined ? undefined : readQuestions(values.questions);
    let brains: readonly [Brain, Brain];
    try {
      brains = [loadBrain(packRoot(old)), loadBrain(packRoot(now))];
    } catch (error) {
      // Exit code 1 tells of changes, which nobody has looked for yet.
      if (!(error instanceof BrokenPack)) throw error;
      stderr.write(`${error.message}\n`);
      return 2;
    }
    const questions = questionsAbout(packRoot(old), packRoot(now), texts);
    const changes = changesOf(...brains, questions);
    const [counts, groups] = [countsOf(questions, changes), groupChanges(changes)];
    if (values.json) {
      const [before, after] = brains.map(({ pack }) => pack.hash);
      const counted = groups.map((group) => ({ from: group.from, to: group.to, count: group.changes.length, changes: group.changes }));
      stdout.write(
        `${JSON.stringify({ old: before, new: after, questions: questions.length, changed: changes.length, counts, groups: counted })}\n`,
      );
    } else stdout.write(`${describeChanges(counts, groups)}\n`);
    return changes.length > 0 ? 1 : 0;
  },
};

/** Those of the file, a line each time that it stands there; else all examples and near misses, and the new pack's blind set. */
function questionsAbout(old: string, now: string, texts: readonly string[] | undefined): readonly Question[] {
  const [before, after] = [old, now].map((root) => examplesOf(readPackFiles(root).files.pack).map(({ text }) => text));
  if (!texts)
    return questionsOf(
      before ?? [],
      after ?? [],
      readBlindSet(now).map(({ text }) => text),
    );
  const [learntBefore, learntAfter] = [new Set(before), new Set(after)];
  return texts.map((text) => learntQuestion(text, learntBefore, learntAfter));
}

/** One question a line; what follows a tab is left out. */
function readQuestions(file: string): readonly string[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${file}`);
  }
  const lines = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t')[0]?.trim() ?? '');
  const long = lines.findIndex((line) => line.length > LONGEST_MESSAGE);
  if (long >= 0) throw new UsageError(`${file}:${long + 1}: longer than ${LONGEST_MESSAGE} characters`);
  const texts = lines.filter((line) => line !== '');
  if (texts.length === 0) throw new UsageError(`${file} holds no question`);
  return texts;
}
