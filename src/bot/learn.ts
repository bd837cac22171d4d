import { LANGUAGES } from '../base/language.js';
import type { Pack } from '../knowledge/pack.js';
import { fold } from '../text/fold.js';
import type { IntentModel, Label } from '../understanding/intents/model.js';
import { openScoring } from '../understanding/intents/scores.js';
import { type TrainingOptions, trainModel } from '../understanding/intents/train.js';
import { buildLexicon, knownWords, type Lexicon, withWords } from '../understanding/lexicon.js';
import { featuresOf, readFolded, textFiguresOf } from '../understanding/read.js';
import type { Understander } from '../understanding/understand.js';

/** A text and the class it belongs to. */
export interface LabelledText {
  readonly text: string;
  readonly language: (typeof LANGUAGES)[number];
  readonly label: Label;
}

/** Every example of a pack, in the order of its files. */
export function examplesOf(pack: Pack): readonly LabelledText[] {
  const of = (label: Label, examples: Pack['intents'][number]['examples']) =>
    LANGUAGES.flatMap((language) => examples[language].map((text): LabelledText => ({ text, language, label })));
  return [
    ...pack.intents.flatMap(({ id, examples }) => of({ id, scope: 'in' }, examples)),
    ...pack.nearMisses.flatMap(({ id, examples }) => of({ id, scope: 'near' }, examples)),
  ];
}

export const lexiconOf = (pack: Pack): Lexicon =>
  buildLexicon({ concepts: pack.concepts, tariffs: pack.tariffs, facts: pack.articles.flatMap(({ facts }) => [...facts.values()]) });

/** Trains the intent model from examples; the same examples give the same model. */
export function learn(examples: readonly LabelledText[], lexicon: Lexicon, options?: TrainingOptions): IntentModel {
  const labels = [...new Map(examples.map(({ label }) => [`${label.scope}:${label.id}`, label])).values()];
  const indexOf = new Map(labels.map((label, index) => [`${label.scope}:${label.id}`, index]));
  const folded = examples.map(({ text }) => fold(text));
  const words = knownWords(lexicon, folded);
  const taught = withWords(lexicon, words);
  const rows = examples.map(({ label }, i) => {
    const read = readFolded(folded[i] ?? fold(''), taught);
    return { features: featuresOf(read), figures: textFiguresOf(read), label: indexOf.get(`${label.scope}:${label.id}`) ?? 0 };
  });
  return trainModel(labels, rows, words, options);
}

/** All that is needed to understand messages about a pack. */
export function understanderOf(pack: Pack, model: IntentModel): Understander {
  const refinements = pack.intents.flatMap(({ id, takesOver }) => takesOver.map((takeOver) => ({ ...takeOver, to: id })));
  return { ...openScoring(model), lexicon: withWords(lexiconOf(pack), model.words), refinements };
}
