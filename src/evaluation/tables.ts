import { err, ok, type Result } from '../base/result.js';
import { type LabelledText, learn } from '../bot/learn.js';
import { openScoring } from '../understanding/intents/scores.js';
import type { TrainingOptions } from '../understanding/intents/train.js';
import { NO_LEXICON, withWords } from '../understanding/lexicon.js';
import { readText } from '../understanding/read.js';
import { type Judged, judgeQuestions } from './judge.js';

/**
 * A table of `text<TAB>intent` with a header; lines labelled `outOfScope` are questions that no intent answers.
 * The error names the line that cannot be read.
 */
export function readTable(name: string, table: string, outOfScope: string): Result<readonly LabelledText[], string> {
  const rows: LabelledText[] = [];
  const [, ...lines] = table.trimEnd().split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const tab = line.lastIndexOf('\t');
    if (tab < 1 || tab === line.length - 1) return err(`${name}:${index + 2}: expected text, a tab, and an intent`);
    const [text, id] = [line.slice(0, tab), line.slice(tab + 1)];
    const language = readText(text, NO_LEXICON).language ?? 'en';
    rows.push({ text, language, label: { id, scope: id === outOfScope ? 'near' : 'in' } });
  }
  return rows.length > 0 ? ok(rows) : err(`${name}: no lines below the header`);
}

/** Trains on one table and judges another, with no pack: words alone. */
export function judgeTable(train: readonly LabelledText[], test: readonly LabelledText[], options: TrainingOptions): readonly Judged[] {
  const model = learn(train, NO_LEXICON, options);
  return judgeQuestions({ ...openScoring(model), lexicon: withWords(NO_LEXICON, model.words), refinements: [] }, test);
}
