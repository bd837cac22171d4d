import { type LabelledText, learn, lexiconOf, understanderOf } from '../bot/learn.js';
import type { Pack } from '../knowledge/pack.js';
import { mulberry32 } from '../understanding/intents/random.js';
import type { TrainingOptions } from '../understanding/intents/train.js';
import { type Judged, judgeMessages } from './judge.js';

const FOLDS = 5;

/** Five-fold cross-validation over a pack's examples: each text is judged by a model trained on the other four parts, thresholds included. */
export function crossValidate(pack: Pack, examples: readonly LabelledText[], options: TrainingOptions, seed: number): readonly Judged[] {
  const random = mulberry32(seed);
  const foldOf = examples.map(() => Math.floor(random() * FOLDS));
  const lexicon = lexiconOf(pack);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(
      examples.filter((_, i) => foldOf[i] !== fold),
      lexicon,
      options,
    );
    return judgeMessages(
      understanderOf(pack, model),
      examples.filter((_, i) => foldOf[i] === fold),
    );
  }).flat();
}
