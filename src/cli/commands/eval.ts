import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../base/language.js';
import { examplesOf } from '../../bot/learn.js';
import { crossValidate } from '../../evaluation/cross-validate.js';
import { confusions, type Metrics, measure } from '../../evaluation/metrics.js';
import { lintPack } from '../../workspace/lint/index.js';
import { BrokenPack } from '../broken-pack.js';
import type { Command } from '../command.js';
import { packRoot } from '../workspace.js';

const MOST_CONFUSIONS = 12;

export const evaluate: Command = {
  name: 'eval',
  usage: '[--seed N] [--json] [--pack DIR]',
  summary: 'cross-validates the pack: how often it is right, asks back, and answers what it must not',
  run: async (args, { stdout }) => {
    const { values } = parseArgs({
      args: [...args],
      options: { pack: { type: 'string' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
    });
    const { files, problems } = lintPack(packRoot(values.pack));
    if (problems.length > 0) throw new BrokenPack(problems);
    const judged = crossValidate(files.pack, examplesOf(files.pack), Number(values.seed));
    const byLanguage = LANGUAGES.map((language) => [language, measure(judged.filter((each) => each.language === language))] as const);
    const all = [...byLanguage, ['all', measure(judged)] as const];
    if (values.json) {
      stdout.write(`${JSON.stringify({ metrics: Object.fromEntries(all), confusions: confusions(judged) })}\n`);
      return 0;
    }
    stdout.write(`five-fold cross-validation, seed ${values.seed}\n${table(all)}\n\nmost confused:\n`);
    for (const { gold, taken, texts } of confusions(judged).slice(0, MOST_CONFUSIONS))
      stdout.write(`  ${texts.length}× ${gold} → ${taken}: ${texts[0]}\n`);
    return 0;
  },
};

const COLUMNS: readonly (readonly [string, (metrics: Metrics) => string])[] = [
  ['in scope', ({ inScope }) => String(inScope)],
  ['first intent right', ({ accuracy }) => percent(accuracy)],
  ['right at once', ({ rightAtOnce }) => percent(rightAtOnce)],
  ['right with options', ({ rightWithOptions }) => percent(rightWithOptions)],
  ['wrong of answered', ({ wrongOfAnswered }) => percent(wrongOfAnswered)],
  ['near misses', ({ nearMisses }) => String(nearMisses)],
  ['of these answered', ({ nearMissesAnswered }) => percent(nearMissesAnswered)],
];

function table(rows: readonly (readonly [string, Metrics])[]): string {
  const lines = [
    ['', ...COLUMNS.map(([title]) => title)],
    ...rows.map(([name, metrics]) => [name, ...COLUMNS.map(([, show]) => show(metrics))]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
