import type { Language } from '../base/language.js';
import { type LabelledText, learn, lexiconOf, understanderOf } from '../bot/learn.js';
import type { Pack } from '../knowledge/pack.js';
import { mulberry32 } from '../understanding/intents/random.js';
import { understand, type Verdict } from '../understanding/understand.js';

/** One text and what was understood of it by a model that had not seen it. */
export interface Judged {
  readonly text: string;
  readonly language: Language;
  /** The right intent; `undefined` for a near miss. */
  readonly gold: string | undefined;
  readonly verdict: Verdict;
  readonly first: string;
  readonly set: readonly string[];
  readonly confidence: number;
}

const FOLDS = 5;

/** Five-fold cross-validation over a pack's examples: each text is judged by a model trained on the other four parts, thresholds included. */
export function crossValidate(pack: Pack, examples: readonly LabelledText[], seed = 1): readonly Judged[] {
  const random = mulberry32(seed);
  const foldOf = examples.map(() => Math.floor(random() * FOLDS));
  const lexicon = lexiconOf(pack);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(
      examples.filter((_, i) => foldOf[i] !== fold),
      lexicon,
    );
    return judge(
      pack,
      model,
      examples.filter((_, i) => foldOf[i] === fold),
    );
  }).flat();
}

/** What a trained model makes of texts. */
export function judge(pack: Pack, model: ReturnType<typeof learn>, examples: readonly LabelledText[]): readonly Judged[] {
  const understander = understanderOf(pack, model);
  return examples.map(({ text, language, label }) => {
    const [{ verdict, ranking, set, confidence }] = understand(understander, text).readings;
    return { text, language, gold: label.scope === 'in' ? label.id : undefined, verdict, first: ranking[0]?.id ?? '', set, confidence };
  });
}
