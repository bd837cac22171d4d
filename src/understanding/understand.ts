import type { Language } from '../base/language.js';
import type { Span } from '../base/span.js';
import type { Entities } from './entities/entities.js';
import { readLanguageRequest } from './entities/wishes.js';
import { chancesOf, scriptOf } from './intents/calibrate.js';
import { type Evidence, weigh } from './intents/evidence.js';
import { BLOCK_WEIGHTS } from './intents/features.js';
import type { IntentModel } from './intents/model.js';
import { decidingSet, doubtOf } from './intents/prediction-set.js';
import type { Scoring } from './intents/scores.js';
import { vectorize } from './intents/sparse.js';
import type { Lexicon } from './lexicon.js';
import { featuresOf, type ReadText, readText, textFiguresOf } from './read.js';
import { type Refinement, refine } from './refine.js';
import { splitQuestions } from './split.js';

/** What to do about one question, and why. */
export type Verdict = 'answer' | 'clarify' | 'fallback';

/** One question of a message. */
export interface Reading {
  /** In the message as it was typed. */
  readonly span: Span;
  readonly text: string;
  readonly verdict: Verdict;
  /** Chance that the first intent is right. */
  readonly confidence: number;
  /** Chance that any intent is meant: what decides between asking back and falling back. */
  readonly inScope: number;
  /** Intents, most probable first. */
  readonly ranking: Evidence['ranking'];
  readonly nearMiss?: Evidence['nearMiss'];
  /** Whether the near miss is as probable as what the wider set holds: what is less so is hardly ever meant. */
  readonly nearMissIsPossible: boolean;
  /** Chance that another intent is meant, or that none is, whichever is likelier. */
  readonly doubt: number;
  /** The prediction set that decides: one intent is answered, where none is not as likely to be meant; several are asked back. */
  readonly set: readonly string[];
  /** What to choose from when asking back: the set, but at least two intents and at most four. */
  readonly options: readonly string[];
  readonly entities: Entities;
  /** The rule that changed the model's first choice. */
  readonly rule?: string;
  readonly evidence: Evidence;
  readonly read: ReadText;
}

export interface Understanding {
  /** `undefined` when the message has no words to tell by. */
  readonly language: Language | undefined;
  /** The language that the message asks to be answered in; `alone` when it asks for nothing else. */
  readonly languageRequest?: { readonly language: Language; readonly alone: boolean };
  /** At least one; more than one when the message asks several things. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** The message as a whole, however many questions it asks. */
  readonly whole: ReadText;
}

export interface Understander extends Scoring<IntentModel> {
  readonly lexicon: Lexicon;
  /** Tried in order. */
  readonly refinements: readonly Refinement[];
}

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 4;

/** Understands a message: as one question, or as several when each of its parts is a clear question of its own. */
export function understand(understander: Understander, message: string): Understanding {
  const whole = readQuestion(understander, message, 0);
  const parts = splitQuestions(message, understander.lexicon).map(({ start, end }) =>
    readQuestion(understander, message.slice(start, end), start),
  );
  const languageRequest = readLanguageRequest(whole.read.folded);
  const said = { language: whole.read.language, whole: whole.read, ...(languageRequest && { languageRequest }) };
  const clear = distinct(parts.filter(({ verdict }) => verdict === 'answer'));
  const [first, ...rest] = clear;
  if (first && rest.length > 0 && !isOneSum(clear)) return { ...said, readings: [first, ...rest] };
  // A story before the question can blur the whole; the clear part then speaks for it.
  if (first && whole.verdict !== 'answer') return { ...said, readings: [first] };
  return { ...said, readings: [whole] };
}

/** "10 for the fee, how much can I move at most" is one calculation, though each part could be asked alone. */
const isOneSum = (clear: readonly Reading[]): boolean =>
  clear.some(({ entities: { asked } }) => asked.roles.includes('budget')) && clear.some(({ entities: { asked } }) => asked.most);

function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ ranking: [first] }) => first && !seen.has(first.id) && seen.add(first.id));
}

/** Reads one question; `offset` is where it begins in its message. */
export function readQuestion({ model, scoresOf, lexicon, refinements }: Understander, text: string, offset: number): Reading {
  const read = readText(text, lexicon);
  const { vector, unseen } = vectorize(featuresOf(read), BLOCK_WEIGHTS, model.vocabulary);
  const scores = scoresOf(vector);
  const { scores: blended, rule } = refine(model.labels, scores.blended, read.entities, refinements);
  const figures = textFiguresOf(read);
  const weighed = weigh(model.labels, { ...scores, blended }, model.temperature, { ...figures, unseen });
  const { ranking } = weighed;
  const chances = chancesOf(model, weighed.figures);
  const { right: confidence, inScope } = chances;
  const doubt = doubtOf(chances);
  const level = model.thresholds.level[scriptOf(figures)];
  const set = decidingSet(ranking, chances, level, model.thresholds.wideSet);
  return {
    span: { start: offset, end: offset + text.length },
    text,
    verdict: doubt <= level ? 'answer' : inScope >= model.thresholds.scope ? 'clarify' : 'fallback',
    confidence,
    inScope,
    ranking,
    ...(weighed.nearMiss && { nearMiss: weighed.nearMiss }),
    nearMissIsPossible: (weighed.nearMiss?.probability ?? 0) >= model.thresholds.wideSet,
    doubt,
    set,
    options: ranking.slice(0, Math.min(MOST_OPTIONS, Math.max(FEWEST_OPTIONS, set.length))).map(({ id }) => id),
    entities: read.entities,
    ...(rule !== undefined && { rule }),
    evidence: weighed,
    read,
  };
}
