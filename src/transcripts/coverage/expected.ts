import { LANGUAGES } from '../../base/language.js';
import { POLICY_NAMES } from '../../dialog/decide.js';
import type { Pack } from '../../knowledge/pack.js';
import type { Tariff } from '../../knowledge/tariff.js';
import { CALCULATIONS } from './exercised.js';
import { type Item, item } from './item.js';

/** What no pack names: each is a way that a conversation can take. */
const ALWAYS: readonly Item[] = [
  ...['comparison by rates', 'comparison for an amount', 'one of several worked out', ...Object.values(CALCULATIONS)].map((id) =>
    item('tariff rules', id),
  ),
  ...['zero', 'negative', 'too-large', 'fraction-of-fen'].map((id) => item('amounts without a fee', id)),
  ...['which question is meant', 'amount', 'amount: vague', 'amount: currency', 'method'].map((id) => item('clarifications', id)),
  ...['nothing known about it', 'none of what was offered', 'a person is offered'].map((id) => item('refusals', id)),
  ...['asked for', 'agreed to when offered'].map((id) => item('hand-offs', id)),
  ...[
    'answer',
    'several answers',
    'asks for a slot',
    'clarify',
    'fallback',
    'handoff',
    'repeats',
    'has nothing to repeat',
    'cancel',
    'stay',
  ].map((id) => item('decisions', id)),
  ...POLICY_NAMES.map((id) => item('policies', id)),
];

/** Everything of a pack that transcripts are to exercise. */
export function expectedOf(pack: Pack): readonly Item[] {
  const { intents, articles, tariffs, nearMisses, routeWarnings } = pack;
  return [
    ...intents.map(({ id }) => item('intents', id)),
    ...intents.flatMap(({ id }) => LANGUAGES.map((language) => item('answers', `${id} (${language})`))),
    ...articles.flatMap(({ facts }) => [...facts.keys()].map((id) => item('facts', id))),
    ...articles.flatMap(({ id, sections }) => sections.map((section) => item('sources', `${id}#${section.id}`))),
    ...articles.flatMap(({ conflicts }) => conflicts.map(({ id }) => item('conflicts', id))),
    ...tariffs.flatMap((tariff) => rulesOf(tariff).map((name) => item('tariff rules', `${tariff.id}: ${name}`))),
    ...routeWarnings.map((_, index) => item('tariff rules', `route warning ${index + 1}`)),
    ...nearMisses.map(({ id }) => item('refusals', `near miss: ${id}`)),
    ...LANGUAGES.map((language) => item('languages', language)),
    ...LANGUAGES.flatMap((from) => LANGUAGES.flatMap((to) => (from === to ? [] : [item('languages', `${from} to ${to}`)]))),
    ...ALWAYS,
  ];
}

function rulesOf({ legs, limits, time }: Tariff): readonly string[] {
  const terms = legs.flatMap(({ minimum, maximum, fixed, freeAllowance }) => [
    ...(minimum ? ['minimum applies'] : []),
    ...(maximum ? ['maximum applies'] : []),
    ...(fixed ? ['fixed applies'] : []),
    ...(freeAllowance ? ['free-allowance applies'] : []),
  ]);
  return [
    ...legs.map((_, leg) => `rate of leg ${leg + 1}`),
    ...new Set(terms),
    ...new Set(limits.map(({ basis }) => `limit ${basis}`)),
    ...(limits.some(({ kind }) => kind === 'amount') ? ['split under its limits'] : []),
    ...(time ? ['time'] : []),
    'amount for what must arrive',
  ];
}
