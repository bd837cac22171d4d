import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../base/language.js';
import { examplesOf, learn, lexiconOf } from '../../bot/learn.js';
import { crossValidate, type Judged, judge } from '../../evaluation/cross-validate.js';
import { confusions, type Metrics, measure } from '../../evaluation/metrics.js';
import { readBlindSet } from '../../workspace/blind-set.js';
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
    const root = packRoot(values.pack);
    const { files, problems } = lintPack(root);
    if (problems.length > 0) throw new BrokenPack(problems);
    const examples = examplesOf(files.pack);
    const judged = crossValidate(files.pack, examples, Number(values.seed));
    const blindSet = readBlindSet(root);
    const blind = blindSet.length > 0 ? judge(files.pack, learn(examples, lexiconOf(files.pack)), blindSet) : [];
    if (values.json) {
      const report = { crossValidation: { metrics: Object.fromEntries(metricsOf(judged)), confusions: confusions(judged) } };
      const held = blind.length > 0 ? { blind: { metrics: Object.fromEntries(metricsOf(blind)), confusions: confusions(blind) } } : {};
      stdout.write(`${JSON.stringify({ ...report, ...held })}\n`);
      return 0;
    }
    stdout.write(`five-fold cross-validation, seed ${values.seed}\n${table(metricsOf(judged))}\n\nmost confused:\n`);
    for (const { gold, taken, texts } of confusions(judged).slice(0, MOST_CONFUSIONS))
      stdout.write(`  ${texts.length}× ${gold} → ${taken}: ${texts[0]}\n`);
    if (blind.length > 0) stdout.write(`\nblind set, never trained on\n${table(metricsOf(blind))}\n`);
    return 0;
  },
};

const metricsOf = (judged: readonly Judged[]): readonly (readonly [string, Metrics])[] => [
  ...LANGUAGES.map((language) => [language, measure(judged.filter((each) => each.language === language))] as const),
  ['all', measure(judged)],
];

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
