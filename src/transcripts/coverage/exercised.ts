import type { Answer, AnswerPart } from '../../answers/answer.js';
import { assertNever } from '../../base/assert-never.js';
import type { Decision } from '../../dialog/decision.js';
import { findIntent, type Pack } from '../../knowledge/pack.js';
import type { Step } from '../walk.js';
import { type Item, item } from './item.js';

/** Everything of a pack, and of what a bot can decide, that one turn exercises. */
export function exercisedBy(pack: Pack, { response, before }: Step): readonly Item[] {
  const { decision, answer, policy, reply } = response;
  return [
    ...answeredBy(pack, decision).flatMap((intent) => [item('intents', intent), item('answers', `${intent} (${reply.language})`)]),
    // A contradiction's note tells what its facts say.
    ...[...answer.facts, ...factsOfConflicts(pack, answer.conflicts)].map((fact) => item('facts', fact)),
    ...answer.sources.map(({ article, section }) => item('sources', `${article}#${section}`)),
    ...answer.conflicts.map(({ id }) => item('conflicts', id)),
    ...answer.parts.flatMap(rulesOf),
    ...warningsOf(pack, decision).map((id) => item('tariff rules', id)),
    ...clarifications(decision).map((id) => item('clarifications', id)),
    ...refusals(decision).map((id) => item('refusals', id)),
    ...(decision.kind === 'handoff' ? [item('hand-offs', policy.includes('agreed') ? 'agreed to when offered' : 'asked for')] : []),
    item('decisions', decisionName(decision)),
    ...policy.split(', ').map((name) => item('policies', name)),
    ...(before.language === reply.language ? [] : [item('languages', `${before.language} to ${reply.language}`)]),
    item('languages', reply.language),
  ];
}

function answeredBy(pack: Pack, decision: Decision): readonly string[] {
  const items = decision.kind === 'answer' ? decision.items : 'item' in decision ? [decision.item] : [];
  return items.map(({ intent }) => intent).filter((id) => findIntent(pack, id) !== undefined);
}

function factsOfConflicts({ articles }: Pack, told: Answer['conflicts']): readonly string[] {
  const ids = new Set(told.map(({ id }) => id));
  return articles.flatMap(({ conflicts }) => conflicts.flatMap(({ id, between }) => (ids.has(id) ? between : [])));
}

/** What of a tariff a part of an answer calculates with or tells. */
function rulesOf(part: AnswerPart): readonly Item[] {
  switch (part.kind) {
    case 'quote': {
      const { tariff, quote, target } = part;
      return [
        ...tariff.legs.map((_, leg) => rule(tariff.id, `rate of leg ${leg + 1}`)),
        ...quote.applied.map((term) => rule(tariff.id, `${term} applies`)),
        ...quote.limits.map(({ limit }) => rule(tariff.id, `limit ${limit.basis}`)),
        ...(target === undefined ? [] : [rule(tariff.id, 'amount for what must arrive')]),
      ];
    }
    case 'plan':
      return [
        rule(part.tariff.id, 'split under its limits'),
        ...(part.target === undefined ? [] : [rule(part.tariff.id, 'amount for what must arrive')]),
        ...[part.plan, ...part.plan.otherReadings].flatMap(({ limits }) =>
          limits.map(({ basis }) => rule(part.tariff.id, `limit ${basis}`)),
        ),
      ];
    case 'comparison':
      return [
        item('tariff rules', part.comparison.amount === undefined ? 'comparison by rates' : 'comparison for an amount'),
        ...part.tariffs.flatMap(({ id, time }) => (time ? [rule(id, 'time')] : [])),
      ];
    case 'fee-error':
      return [item('amounts without a fee', part.error.kind)];
    case 'once':
      return [item('tariff rules', 'one of several worked out')];
    case 'inverse':
    case 'budget':
    case 'arrangement':
    case 'capacity':
    case 'estimate':
    case 'split-reason':
    case 'explanation':
    case 'ends':
    case 'repetition':
    case 'rest':
    case 'conflict':
    case 'offer':
    case 'route':
    case 'difference':
      return [item('tariff rules', CALCULATIONS[part.kind])];
    case 'paragraph':
    case 'list':
    case 'table':
    case 'warning':
    case 'request':
    case 'which':
    case 'unread':
    case 'stay':
    case 'unknown':
      return [];
    default:
      return assertNever(part);
  }
}

/** What can be asked of the calculator beside quotes, plans and comparisons. */
export const CALCULATIONS = {
  inverse: 'amount worked back from a fee',
  budget: 'most that a fee allows',
  arrangement: 'by days, times or parts',
  capacity: 'most that days allow',
  estimate: 'range of amounts',
  'split-reason': 'why an amount is split',
  explanation: 'how a figure came about',
  ends: 'least and most of a price',
  repetition: 'again and again',
  rest: 'what a day still carries',
  conflict: 'which statement was gone by',
  route: 'along a chain of ways',
  offer: 'at a rate that somebody asks',
  difference: 'between two of them',
} as const;

const rule = (tariff: string, name: string): Item => item('tariff rules', `${tariff}: ${name}`);

function warningsOf({ routeWarnings }: Pack, decision: Decision): readonly string[] {
  const items = decision.kind === 'answer' ? decision.items : [];
  return items.flatMap(({ slots: { from, to } }) =>
    routeWarnings.flatMap((warning, index) =>
      from !== undefined && to !== undefined && warning.from.includes(from) && warning.to.includes(to)
        ? [`route warning ${index + 1}`]
        : [],
    ),
  );
}

function clarifications(decision: Decision): readonly string[] {
  if (decision.kind === 'clarify') return ['which question is meant'];
  const request = decision.kind === 'answer' ? decision.request : undefined;
  return request ? [request.because ? `${request.slot}: ${request.because.kind}` : request.slot] : [];
}

function refusals(decision: Decision): readonly string[] {
  if (decision.kind !== 'fallback') return [];
  if (decision.rejected) return ['none of what was offered'];
  const about = decision.nearMiss === undefined ? 'nothing known about it' : `near miss: ${decision.nearMiss}`;
  return [about, ...(decision.offersPerson ? ['a person is offered'] : [])];
}

function decisionName(decision: Decision): string {
  switch (decision.kind) {
    case 'answer':
      return decision.request ? 'asks for a slot' : decision.items.length > 1 ? 'several answers' : 'answer';
    case 'repeat':
      return decision.decision ? 'repeats' : 'has nothing to repeat';
    case 'clarify':
    case 'fallback':
    case 'handoff':
    case 'cancel':
    case 'stay':
      return decision.kind;
    default:
      return assertNever(decision);
  }
}
