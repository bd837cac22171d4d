import type { ReplyAspect } from '../bot/reply-differences.js';
import type { Brain, Response } from '../bot/respond.js';
import { clarifyingQuestion, honestFallback, sureAnswer } from '../dialog/policies/model.js';
import { candidatesOf, contestOf, type Influence, influencesOf, isSame } from '../understanding/influence.js';
import { scriptOf } from '../understanding/intents/calibrate.js';
import type { Label } from '../understanding/intents/model.js';
import { textFiguresOf } from '../understanding/read.js';
import { type Reading, readQuestion, type Understanding } from '../understanding/understand.js';

type Needed = 'answer' | 'scope';

interface Moved {
  readonly before: number;
  readonly after: number;
}

/** Why a question is answered differently. `words` are those that spoke for what it is now, in the new pack. */
export type Cause =
  /** Another class wins; `isNew` when the old pack has none of that name, `isGone` when the new one lost the former winner. */
  | {
      readonly kind: 'class';
      readonly winner: Label;
      readonly loser: Label;
      readonly isNew: boolean;
      readonly isGone: boolean;
      /** The rule on entities that chose it, where the packs' rules differ on it. */
      readonly rule?: string;
      readonly words: readonly Influence[];
    }
  /** The same class leads; it is the threshold that moved across the chance, or the chance across the threshold. */
  | {
      readonly kind: 'threshold' | 'chance';
      /** To answer: the likelier doubt, at most the threshold. To ask back: the chance of being in scope, at least that. */
      readonly of: Needed;
      readonly chance: Moved;
      readonly threshold: Moved;
      readonly leader: Label;
      readonly rival?: Label;
      readonly isRivalNew: boolean;
      readonly words: readonly Influence[];
    }
  /** It is asked back as before, with other options. */
  | { readonly kind: 'options'; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** It falls back as before; another kind of near miss, or none, is likely enough to be named. */
  | { readonly kind: 'naming'; readonly before?: string; readonly after?: string }
  /** Other parts of the message are read as its questions, since one of them, `part`, is taken differently. */
  | {
      readonly kind: 'parts';
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly part?: string;
      readonly because?: Cause;
    }
  /** Something other than the model decided, before or now. */
  | { readonly kind: 'policy'; readonly before: string; readonly after: string }
  /** The same decision says something else. */
  | { readonly kind: 'content'; readonly differs: readonly ReplyAspect[] };

/** A question as one of the packs took it. */
export interface Taken {
  readonly brain: Brain;
  readonly response: Response;
}

/** Why the decisions on a question differ. */
export function causeOf(old: Taken, now: Taken): Cause {
  const { policy: before, understanding: understood, decision: decided } = old.response;
  const { policy: after, understanding, decision } = now.response;
  if (before !== after && !(isModels(before) && isModels(after))) return { kind: 'policy', before, after };
  if (!isSplitAlike(understood, understanding)) return partsCause(old, now);
  const cause = understanding.readings
    .map((reading, at) => takenDifferently(old.brain, now.brain, understood.readings[at] ?? reading, reading))
    .find((each) => each !== undefined);
  if (cause) return cause;
  if (decided.kind === 'clarify' && decision.kind === 'clarify') {
    const [offered, offers] = [decided, decision].map(({ options }) => options.map(({ intent }) => intent));
    return { kind: 'options', added: without(offers, offered), removed: without(offered, offers) };
  }
  if (decided.kind === 'fallback' && decision.kind === 'fallback') {
    const [named, names] = [decided.nearMiss, decision.nearMiss];
    return { kind: 'naming', ...(named !== undefined && { before: named }), ...(names !== undefined && { after: names }) };
  }
  return { kind: 'policy', before, after };
}

const spansOf = ({ readings }: Understanding): string => readings.map(({ span: { start, end } }) => `${start}-${end}`).join(' ');

const isSplitAlike = (a: Understanding, b: Understanding): boolean => spansOf(a) === spansOf(b);

/** Reads the parts of each pack with the other one, and takes the first that the two disagree about. */
function partsCause(old: Taken, now: Taken): Cause {
  const [before, after] = [old, now].map(({ response }) => response.understanding.readings.map(({ text }) => text));
  const reasons = [...(after ?? []), ...(before ?? [])].flatMap((part) => {
    const [former, reading] = [old, now].map(({ brain }) => readQuestion(brain.understander, part, 0));
    const because = former && reading && takenDifferently(old.brain, now.brain, former, reading);
    return because ? [{ part, because }] : [];
  });
  return { kind: 'parts', before: before ?? [], after: after ?? [], ...reasons[0] };
}

/** Why the same question is taken differently by itself; `undefined` when it is not. */
function takenDifferently(old: Brain, now: Brain, former: Reading, reading: Reading): Cause | undefined {
  if (!isSame(leaderOf(former), leaderOf(reading))) return classCause(old, now, former, reading);
  return former.verdict === reading.verdict ? undefined : chanceCause(old, now, former, reading);
}

const MODEL_POLICIES = [sureAnswer, clarifyingQuestion, honestFallback].map(({ name }) => name);

const isModels = (policy: string): boolean => policy.split(', ').every((name) => MODEL_POLICIES.includes(name));

const without = (these: readonly string[] = [], those: readonly string[] = []) => these.filter((id) => !those.includes(id));

/** The class that a reading is taken for: the first intent when that is answered, else the likeliest, near misses included. */
function leaderOf(reading: Reading): Label {
  const { verdict, ranking } = reading;
  const [first] = verdict === 'answer' ? candidatesOf({ ranking }) : candidatesOf(reading);
  return first?.label ?? { id: '', scope: 'in' };
}

const knows = ({ understander }: Brain, label: Label): boolean => understander.model.labels.some((each) => isSame(each, label));

function classCause(old: Brain, now: Brain, former: Reading, reading: Reading): Cause {
  const [loser, winner] = [leaderOf(former), leaderOf(reading)];
  const isGone = !knows(now, loser);
  const { rule = former.rule } = reading;
  return {
    kind: 'class',
    winner,
    loser,
    isNew: !knows(old, winner),
    isGone,
    ...(former.rule !== reading.rule && rule !== undefined && { rule }),
    words: wordsFor(now, reading, winner, isGone ? rivalOf(reading, winner) : loser),
  };
}

function chanceCause(old: Brain, now: Brain, former: Reading, reading: Reading): Cause {
  const of: Needed = [former, reading].some(({ verdict }) => verdict === 'answer') ? 'answer' : 'scope';
  const [before, after] = [standing(old, former, of), standing(now, reading, of)];
  const isEnough = (chance: number) => (of === 'answer' ? chance <= after.threshold : chance >= after.threshold);
  const leader = leaderOf(reading);
  const rival = rivalOf(reading, leader);
  const isSure = isEnough(after.chance);
  return {
    kind: isEnough(before.chance) !== isSure ? 'chance' : 'threshold',
    of,
    chance: { before: before.chance, after: after.chance },
    threshold: { before: before.threshold, after: after.threshold },
    leader,
    ...(rival && { rival }),
    isRivalNew: rival !== undefined && !knows(old, rival),
    words: isSure ? wordsFor(now, reading, leader, rival) : wordsFor(now, reading, rival, leader),
  };
}

function standing({ understander: { model } }: Brain, { doubt, inScope, read }: Reading, of: Needed) {
  return of === 'answer'
    ? { chance: doubt, threshold: model.thresholds.level[scriptOf(textFiguresOf(read))] }
    : { chance: inScope, threshold: model.thresholds.scope };
}

const rivalOf = (reading: Reading, leader: Label): Label | undefined =>
  candidatesOf(reading).find(({ label }) => !isSame(label, leader))?.label;

const MOST_WORDS = 4;

function wordsFor({ understander }: Brain, reading: Reading, winner?: Label, rival?: Label): readonly Influence[] {
  const contest = winner && rival && contestOf(understander, winner, rival);
  if (!contest) return [];
  return influencesOf(understander, reading, contest)
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST_WORDS);
}
