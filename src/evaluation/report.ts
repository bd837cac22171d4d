import { LANGUAGES } from '../base/language.js';
import type { Judged } from './judge.js';
import { confusions, type Metrics, measure } from './metrics.js';

/** All figures about judged texts as plain data: of all of them, of each language, line by line. */
export function reportOf(judged: readonly Judged[]) {
  return {
    ...measure(judged),
    languages: Object.fromEntries(byLanguage(judged)),
    confusions: confusions(judged).map(({ gold, taken, texts }) => ({ gold, taken, count: texts.length, texts })),
    lines: judged.map(({ text, gold, ranking, sets, confidence, decision }) => ({
      text,
      gold: gold ?? null,
      ranking: ranking.map(({ id, probability }) => ({ id, score: probability })),
      set: sets.narrow,
      confidence,
      decision,
    })),
  };
}

function byLanguage(judged: readonly Judged[]): readonly (readonly [string, Metrics])[] {
  const groups = LANGUAGES.map((language) => [language, judged.filter((each) => each.language === language)] as const);
  return groups.flatMap(([language, own]) => (own.length > 0 ? [[language, measure(own)] as const] : []));
}

const COLUMNS: readonly (readonly [string, (metrics: Metrics) => string])[] = [
  ['in scope', ({ inScope }) => String(inScope)],
  ['first intent right', ({ accuracy }) => percent(accuracy)],
  ['macro F1', ({ macroF1 }) => percent(macroF1)],
  ['right at once', ({ rightAtOnce }) => percent(rightAtOnce)],
  ['right with options', ({ rightWithOptions }) => percent(rightWithOptions)],
  ['answered', ({ answered }) => percent(answered)],
  ['wrong of answered', ({ wrongOfAnswered }) => percent(wrongOfAnswered)],
  ['out of scope', ({ outOfScope }) => String(outOfScope)],
  ['of these answered', ({ outOfScopeAnswered }) => percent(outOfScopeAnswered)],
  ['of these caught', ({ outOfScopeCaught }) => percent(outOfScopeCaught)],
  ['first right and not fallen back on', ({ accuracyAtThreshold }) => percent(accuracyAtThreshold)],
  ['AUROC', ({ auroc }) => (auroc === undefined ? '–' : percent(auroc))],
  ['calibration error', ({ calibrationError }) => percent(calibrationError)],
];

const MOST_CONFUSIONS = 12;

/** The same for people: a row a figure, a column a language. */
export function reportText(judged: readonly Judged[]): string {
  const languages = byLanguage(judged);
  const columns = languages.length > 1 ? [...languages, ['all', measure(judged)] as const] : [['all', measure(judged)] as const];
  const rows = [
    ['', ...columns.map(([name]) => name)],
    ...COLUMNS.map(([title, show]) => [title, ...columns.map(([, metrics]) => show(metrics))]),
    ...(columns[0]?.[1].sets ?? []).map(({ target }, at) => [
      `prediction sets at ${percent(target)}: coverage, mean size`,
      ...columns.map(([, { sets }]) => `${percent(sets[at]?.coverage ?? 0)}, ${(sets[at]?.size ?? 0).toFixed(2)}`),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  const confused = confusions(judged)
    .slice(0, MOST_CONFUSIONS)
    .map(({ gold, taken, texts }) => `  ${texts.length}× ${gold} → ${taken}: ${texts[0]}`);
  return `${lines.join('\n')}\n${confused.length > 0 ? `most confused:\n${confused.join('\n')}\n` : ''}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
