import type { Language } from '../base/language.js';
import { type Folded, fold } from '../text/fold.js';
import { detectLanguage } from '../text/language.js';
import { type ReadToken, readTokens } from './concepts.js';
import { type Entities, readEntities, signalsOf } from './entities/entities.js';
import { extractFeatures, type Features } from './intents/features.js';
import type { Lexicon } from './lexicon.js';

/** A text with everything that can be read from it without a model. */
export interface ReadText {
  readonly folded: Folded;
  readonly tokens: readonly ReadToken[];
  /** `undefined` when the text has no words to tell by. */
  readonly language: Language | undefined;
  readonly entities: Entities;
}

export function readText(text: string, lexicon: Lexicon): ReadText {
  const folded = fold(text);
  const tokens = readTokens(folded.text);
  return { folded, tokens, language: detectLanguage(tokens), entities: readEntities(folded, tokens, lexicon) };
}

export function featuresOf({ tokens, entities }: ReadText): Features {
  return extractFeatures({ tokens, concepts: entities.concepts, signals: signalsOf(entities) });
}
