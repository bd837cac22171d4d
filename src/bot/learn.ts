import { LANGUAGES } from '../base/language.js';
import type { Pack } from '../knowledge/pack.js';
import { fold } from '../text/fold.js';
import type { IntentModel, Label } from '../understanding/intents/model.js';
import { eachReading, type Reading } from '../understanding/intents/readings.js';
import { openScoring } from '../understanding/intents/scores.js';
import { type TrainingOptions, type TrainingRow, trainModel } from '../understanding/intents/train.js';
import { buildLexicon, knownWords, type Lexicon, type LexiconSource, withWords } from '../understanding/lexicon.js';
import { readToLearn } from '../understanding/read.js';
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

export const lexiconOf = (pack: Pack): Lexicon => buildLexicon(lexiconSourceOf(pack));

export const lexiconSourceOf = ({ concepts, tariffs, articles }: Pack): LexiconSource => ({
  concepts,
  tariffs,
  facts: articles.flatMap(({ facts }) => [...facts.values()]),
});

/** Trains the intent model from examples; the same examples give the same model. */
export function learn(examples: readonly LabelledText[], lexicon: Lexicon, options?: TrainingOptions): IntentModel {
  const folded = examples.map(({ text }) => fold(text));
  const words = knownWords(lexicon, folded);
  const { labels, rows } = labelled(examples, eachReading(readToLearn(folded, withWords(lexicon, words))));
  return trainModel(labels, rows, words, options);
}

/** The classes of the examples, and each example's reading with its class. */
export function labelled(
  examples: readonly LabelledText[],
  readings: readonly Reading[],
): { readonly labels: readonly Label[]; readonly rows: readonly TrainingRow[] } {
  const labels = [...new Map(examples.map(({ label }) => [keyOf(label), label])).values()];
  const indexOf = new Map(labels.map((label, index) => [keyOf(label), index]));
  const rows = readings.map((reading, i): TrainingRow => {
    const label = examples[i]?.label;
    return { ...reading, label: (label && indexOf.get(keyOf(label))) ?? 0 };
  });
  return { labels, rows };
}

const keyOf = ({ scope, id }: Label): string => `${scope}:${id}`;

/** All that is needed to understand messages about a pack. */
export function understanderOf(pack: Pack, model: IntentModel): Understander {
  const refinements = pack.intents.flatMap(({ id, takesOver }) => takesOver.map((takeOver) => ({ ...takeOver, to: id })));
  return { ...openScoring(model), lexicon: withWords(lexiconOf(pack), model.words), refinements };
}
