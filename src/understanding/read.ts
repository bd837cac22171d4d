import type { Language } from '../base/language.js';
import { type Folded, fold } from '../text/fold.js';
import { detectLanguage, isPinyinWord } from '../text/language.js';
import { type ReadToken, readTokens } from './concepts.js';
import { type Entities, type Named, readEntities, readNamed, signalsOf } from './entities/entities.js';
import type { TextFigures } from './intents/evidence.js';
import { extractFeatures, type FeatureInput, type Features } from './intents/features.js';
import { collectReadings, type Readings } from './intents/readings.js';
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

function readFolded(folded: Folded, lexicon: Lexicon): ReadText {
  const tokens = readTokens(folded.text, lexicon.correct);
  const entities = readEntities(folded, tokens, lexicon);
  return { folded, tokens, language: detectLanguage(withoutNames(tokens, entities)), entities };
}

/** A platform's name in Latin letters belongs to no language: "huabei" alone is no Chinese. */
function withoutNames(tokens: readonly ReadToken[], { concepts }: Entities): readonly ReadToken[] {
  const names = concepts.filter(({ concept, by }) => concept.kind === 'platform' && by === 'spelling');
  const rest = tokens.filter(({ kind, start, end }) => kind !== 'latin' || !names.some((name) => name.start <= start && end <= name.end));
  return rest.some(({ kind }) => kind !== 'number') || names.every(({ start, end }) => !isPinyin(tokens, start, end)) ? tokens : rest;
}

const isPinyin = (tokens: readonly ReadToken[], start: number, end: number): boolean =>
  tokens.some((token) => token.start >= start && token.end <= end && isPinyinWord(token.text));

export const featuresOf = (read: ReadNames): Features => extractFeatures(featureInputOf(read));

/** Reads texts to learn from them: only what features and figures are made of. */
export const readToLearn = (texts: readonly Folded[], lexicon: Lexicon): Readings =>
  collectReadings(texts.length, (i) => {
    const folded = texts[i] as Folded;
    const tokens = readTokens(folded.text, lexicon.correct);
    const read = { tokens, entities: readNamed(folded, tokens, lexicon) };
    return { features: featuresOf(read), figures: textFiguresOf(read) };
  });

/** What features and figures are made of. */
type ReadNames = Pick<ReadText, 'tokens'> & { readonly entities: Named };

export const featureInputOf = ({ tokens, entities }: ReadNames): FeatureInput => ({
  tokens,
  concepts: entities.concepts,
  signals: signalsOf(entities),
});

/** What the detector is told about a text, but for the share of unseen features, which a vocabulary decides. */
export function textFiguresOf({ tokens, entities: { concepts } }: ReadNames): Omit<TextFigures, 'unseen'> {
  const otherProducts = concepts.filter(({ concept }) => concept.kind === 'other-product').length;
  const latin = tokens.filter(({ kind }) => kind === 'latin').length / Math.max(1, tokens.length);
  return { length: tokens.length, concepts: concepts.length, otherProducts, latin };
}
