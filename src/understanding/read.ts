import type { Language } from '../base/language.js';
import { type Folded, fold } from '../text/fold.js';
import { detectLanguage } from '../text/language.js';
import { type ReadToken, readTokens } from './concepts.js';
import { type Entities, readEntities, signalsOf } from './entities/entities.js';
import type { TextFigures } from './intents/evidence.js';
import { extractFeatures, type FeatureInput, type Features } from './intents/features.js';
import type { Lexicon } from './lexicon.js';

/** A text with everything that can be read from it without a model. */
export interface ReadText {
  readonly folded: Folded;
  readonly tokens: readonly ReadToken[];
  /** `undefined` when the text has no words to tell by. */
  readonly language: Language | undefined;
  readonly entities: Entities;
}

export const readText = (text: string, lexicon: Lexicon): ReadText => readFolded(fold(text), lexicon);

export function readFolded(folded: Folded, lexicon: Lexicon): ReadText {
  const tokens = readTokens(folded.text, lexicon.correct);
  return { folded, tokens, language: detectLanguage(tokens), entities: readEntities(folded, tokens, lexicon) };
}

export const featuresOf = (read: ReadText): Features => extractFeatures(featureInputOf(read));

export const featureInputOf = ({ tokens, entities }: ReadText): FeatureInput => ({
  tokens,
  concepts: entities.concepts,
  signals: signalsOf(entities),
});

/** What the detector is told about a text, but for the share of unseen features, which a vocabulary decides. */
export function textFiguresOf({ tokens, entities: { concepts } }: ReadText): Omit<TextFigures, 'unseen'> {
  const otherProducts = concepts.filter(({ concept }) => concept.kind === 'other-product').length;
  const latin = tokens.filter(({ kind }) => kind === 'latin').length / Math.max(1, tokens.length);
  return { length: tokens.length, concepts: concepts.length, otherProducts, latin };
}
