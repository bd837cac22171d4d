import type { Language } from '../base/language.js';
import type { LabelledText } from '../bot/learn.js';
import { type Reading, readQuestion, type Understander, understand, type Verdict } from '../understanding/understand.js';

/** One text and what was understood of it by a model that had not seen it. */
export interface Judged {
  readonly text: string;
  readonly language: Language;
  /** The right intent; `undefined` for what is out of scope. */
  readonly gold: string | undefined;
  readonly decision: Verdict;
  /** Intents, most probable first. */
  readonly ranking: Reading['ranking'];
  /** What would be offered when asking back. */
  readonly options: readonly string[];
  /** The prediction sets at their two coverages, however many intents they hold. */
  readonly sets: Readonly<Record<'narrow' | 'wide', readonly string[]>>;
  /** Chance that the first intent is right. */
  readonly chance: number;
  /** Chance of being in scope: what the decision against answering ranks by. */
  readonly confidence: number;
}

/** The first intent of a ranking. */
export const firstOf = ({ ranking }: Pick<Judged, 'ranking'>): string => ranking[0]?.id ?? '';

/** What a model makes of messages, each as a whole conversation would take it: the first of its questions. */
export const judgeMessages = (understander: Understander, examples: readonly LabelledText[]): readonly Judged[] =>
  examples.map((example) => judged(understander, example, understand(understander, example.text).readings[0]));

/** What a model makes of texts that are one question each. */
export const judgeQuestions = (understander: Understander, examples: readonly LabelledText[]): readonly Judged[] =>
  examples.map((example) => judged(understander, example, readQuestion(understander, example.text, 0)));

function judged({ model: { thresholds } }: Understander, { text, language, label }: LabelledText, reading: Reading): Judged {
  const { verdict, ranking, options, confidence, inScope } = reading;
  const setAt = (least: number) => ranking.filter(({ probability }) => probability >= least).map(({ id }) => id);
  return {
    text,
    language,
    gold: label.scope === 'in' ? label.id : undefined,
    decision: verdict,
    ranking,
    options,
    sets: { narrow: setAt(thresholds.set), wide: setAt(thresholds.wideSet) },
    chance: confidence,
    confidence: inScope,
  };
}
