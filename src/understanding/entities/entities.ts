import type { Span } from '../../base/span.js';
import type { MethodId } from '../../knowledge/tariff.js';
import type { Folded } from '../../text/fold.js';
import { type ConceptMatch, findConcepts, type ReadToken } from '../concepts.js';
import type { Lexicon } from '../lexicon.js';
import { type Amount, type Figures, readFigures } from './amounts.js';
import { type Asked, readAsked } from './asked.js';
import { readDays, readTimes } from './days.js';
import { type Direction, readDirection } from './direction.js';
import { type FactMention, readFactMentions } from './figures.js';
import { mayHoldNumber } from './has-number.js';
import { asHeard } from './heard.js';
import { isRuledOut } from './negated.js';
import { type Rhythm, readRhythm } from './rhythm.js';

export interface MethodMention {
  readonly method: MethodId;
  readonly span: Span;
}

/** What a text names. */
export interface Named {
  readonly concepts: readonly ConceptMatch[];
  readonly amounts: readonly Amount[];
  /** Each method once, in order. */
  readonly methods: readonly MethodMention[];
  /** Methods that the text does not want: 不用云闪付. */
  readonly ruledOut: readonly MethodId[];
  readonly direction: Direction;
  readonly factMentions: readonly FactMention[];
  readonly days?: number;
}

/** What a text names, beside what it asks. */
export interface Entities extends Named {
  /** How often something is moved. */
  readonly times?: number;
  readonly rhythm?: Rhythm;
  readonly asked: Asked;
}

/** Reads all entities of a folded text. */
export function readEntities(folded: Folded, tokens: readonly ReadToken[], lexicon: Lexicon): Entities {
  const { numbers, ...named } = readNamed(folded, tokens, lexicon);
  const heard = asHeard(folded, tokens, named.concepts);
  const times = readTimes(heard, numbers);
  const rhythm = readRhythm(heard, times);
  return { ...named, ...(times !== undefined && { times }), ...(rhythm && { rhythm }), asked: readAsked(heard, named.amounts) };
}

/** The part of it that an intent is told by, with the numbers that stand in the text. */
export function readNamed(
  folded: Folded,
  tokens: readonly ReadToken[],
  lexicon: Lexicon,
): Named & { readonly numbers: Figures['numbers'] } {
  const concepts = findConcepts(lexicon.concepts, tokens);
  const { amounts, percentages, numbers } = mayHoldNumber(folded.text) ? readFigures(folded) : NO_FIGURES;
  const days = readDays(folded, numbers);
  return {
    concepts,
    amounts,
    ...readMethods(folded, tokens, lexicon, concepts),
    direction: readDirection(folded.text, concepts, lexicon.targetMarkers),
    factMentions: readFactMentions(percentages, numbers, lexicon.figures),
    ...(days !== undefined && { days }),
    numbers,
  };
}

const NO_FIGURES: Figures = { amounts: [], percentages: [], numbers: [] };

/** A method's name that is only the place money goes to (提到零钱), or that is ruled out (不用云闪付), names no method. */
function readMethods(
  folded: Folded,
  tokens: readonly ReadToken[],
  lexicon: Lexicon,
  concepts: readonly ConceptMatch[],
): Pick<Entities, 'methods' | 'ruledOut'> {
  const ruledOut = new Set<MethodId>();
  const mentions = new Map<MethodId, MethodMention>();
  for (const match of findConcepts(lexicon.methods, tokens)) {
    const before = concepts.findLast(({ end }) => end <= match.start);
    const isTarget =
      before &&
      match.start - before.end <= 1 &&
      (before.concept.kind === 'target' ||
        (before.concept.kind === 'action' && /[到进入去]$/.test(folded.text.slice(before.start, before.end))));
    if (isTarget) continue;
    if (isRuledOut(folded.text, concepts, match.start)) ruledOut.add(match.concept.id);
    else if (!mentions.has(match.concept.id))
      mentions.set(match.concept.id, { method: match.concept.id, span: { start: match.start, end: match.end } });
  }
  return { methods: [...mentions.values()], ruledOut: [...ruledOut] };
}

/** Names of what the entities show, as features of an intent. */
export function signalsOf(entities: Named): readonly string[] {
  const { amounts, methods, direction, factMentions, days } = entities;
  return [
    ...amounts.slice(0, 2).map((_, index) => (index === 0 ? 'amount' : 'amounts')),
    ...methods.map(({ method }) => `method:${method}`),
    ...(methods.length > 1 ? ['methods'] : []),
    ...(direction.from ? [`from:${direction.from}`] : []),
    ...(direction.to ? [`to:${direction.to}`] : []),
    ...(direction.from && direction.to ? [`${direction.from}>${direction.to}`] : []),
    ...new Set(factMentions.flatMap(({ facts }) => facts.flatMap(({ id, section }) => [`fact:${id.split('.')[0]}`, `section:${section}`]))),
    ...(days === undefined ? [] : ['days']),
  ];
}
