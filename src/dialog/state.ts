import { z } from 'zod';
import { LANGUAGES, type Language } from '../base/language.js';
import { findIntent, type Pack } from '../knowledge/pack.js';
import type { AnswerItem, Decision, SlotRequest } from './decision.js';

/** What the bot waits for. */
export type Pending =
  /** `asides`: questions on something else since it was asked. */
  | { readonly kind: 'slot'; readonly request: SlotRequest; readonly asides?: number }
  | { readonly kind: 'choice'; readonly options: readonly AnswerItem[] };

/** What a conversation is about right now: a fold over its decisions. */
export interface DialogState {
  readonly version: typeof STATE_VERSION;
  readonly language: Language;
  /** The language that was asked for by name: kept until another is. */
  readonly chosen?: Language;
  readonly pending?: Pending;
  /** The last item that was answered, for "and MYbank?". */
  readonly topic?: AnswerItem;
  /** The last calculation, for "and for 8000?" after a question on something else. */
  readonly worked?: AnswerItem;
  /** The calculations before it, oldest first, for "how much more is that". */
  readonly earlier?: readonly AnswerItem[];
  /** The last decision that said something, for "say that again". */
  readonly last?: Decision;
  /** Fallbacks in a row. */
  readonly failures: number;
}

/** Rises whenever a stored state of before would be read wrongly. */
const STATE_VERSION = 3;

/** After this many fallbacks in a row a person is offered in words, not only as a button. */
export const PATIENCE = 2;

export const initialState = (language: Language): DialogState => ({ version: STATE_VERSION, language, failures: 0 });

/** The state after a decision. Talk between two questions leaves the topic as it is. */
export function fold(state: DialogState, decision: Decision, language: Language, pack: Pack): DialogState {
  const { pending: before, ...rest } = state;
  const next = { ...rest, language, failures: 0 };
  switch (decision.kind) {
    case 'answer': {
      const about = decision.request?.item ?? decision.items.findLast(({ intent }) => findIntent(pack, intent)?.group === 'content');
      const topic = about && withoutDifference(about);
      const pending = decision.request ? { kind: 'slot' as const, request: decision.request } : afterAside(before, decision.items, pack);
      const worked = topic && isWorked(topic, pack) ? topic : undefined;
      const earlier = worked && earlierThan(worked, state, decision.items, pack);
      return {
        ...next,
        last: decision,
        ...(topic && { topic }),
        ...(worked && { worked }),
        ...(earlier && { earlier }),
        ...(pending && { pending }),
      };
    }
    case 'clarify':
      return { ...next, last: decision, pending: { kind: 'choice', options: decision.options } };
    case 'fallback': {
      const { worked, ...unworked } = next;
      const kept = decision.topic || !worked ? unworked : { ...unworked, worked };
      return { ...kept, last: decision, failures: state.failures + 1, ...openAfter(decision, before) };
    }
    case 'repeat':
    case 'stay':
      return { ...next, ...(before && { pending: before }) };
    case 'cancel': {
      const { topic: _, worked: __, earlier: ___, ...cleared } = next;
      return { ...cleared };
    }
    case 'handoff':
      return { ...next, last: decision };
  }
}

/** After what lies between two calculations the last of them is talked of. */
const withoutDifference = ({ differs: _, ...item }: AnswerItem): AnswerItem => item;

/** The calculations before this one; the same worked out again is none of them, and what was asked of two of them is none by itself. */
function earlierThan(worked: AnswerItem, { worked: last, earlier = [] }: DialogState, items: readonly AnswerItem[], pack: Pack) {
  const beside = items.filter((each) => isWorked(each, pack) && !isSame(each, worked));
  const before = last && !isSame(last, worked) ? [...earlier, last] : earlier;
  return [...before, ...beside].slice(-MOST_EARLIER);
}

const isSame = (a: AnswerItem, b: AnswerItem): boolean => a.intent === b.intent && JSON.stringify(a.slots) === JSON.stringify(b.slots);

/** As many calculations as anybody looks back on. */
export const MOST_EARLIER = 7;

const isWorked = ({ intent }: AnswerItem, pack: Pack): boolean =>
  ['quote', 'compare'].includes(findIntent(pack, intent)?.answer.kind ?? '');

/** What goes on after a fallback: the form, but for one that something else was asked in place of. */
function openAfter({ rejected, topic }: Extract<Decision, { kind: 'fallback' }>, before: Pending | undefined) {
  if (topic) return { topic };
  return before && !rejected ? { pending: before } : {};
}

/** A question in the middle of a form is answered, and the form goes on; after a second one it is left alone. */
function afterAside(before: Pending | undefined, items: readonly AnswerItem[], pack: Pack): Pending | undefined {
  if (before?.kind !== 'slot' || items.some(({ intent }) => intent === before.request.item.intent)) return undefined;
  const isTalk = items.every(({ intent }) => findIntent(pack, intent)?.group === 'talk');
  const asides = (before.asides ?? 0) + (isTalk ? 0 : 1);
  return asides > MOST_ASIDES ? undefined : { ...before, asides };
}

/** Questions on something else after which a form is still wanted. */
export const MOST_ASIDES = 1;

const slots = z.object({
  amount: z.string().optional(),
  target: z.string().optional(),
  fee: z.string().optional(),
  budget: z.string().optional(),
  minutes: z.number().optional(),
  route: z.array(z.string()).optional(),
  rate: z.object({ min: z.string(), max: z.string() }).optional(),
  approximate: z.literal(true).optional(),
  agrees: z.literal(true).optional(),
  per: z.enum(['day', 'time']).optional(),
  asks: z.enum(['most', 'pieces', 'rest', 'ends']).optional(),
  received: z.string().optional(),
  rhythm: z
    .object({ unit: z.enum(['day', 'other-day', 'week', 'fortnight', 'month', 'quarter', 'year']), often: z.number(), within: z.number() })
    .optional(),
  methods: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
  focus: z.enum(['cost', 'time']).optional(),
  method: z.string().optional(),
  days: z.number().optional(),
  times: z.number().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const explains = z.object({ figure: z.string().optional(), conflict: z.literal(true).optional() }).optional();
const differs = z.object({ of: z.enum(['fee', 'net', 'time']), sides: z.tuple([slots, slots]) }).optional();
const item = z.object({ intent: z.string(), confidence: z.number(), slots, explains, differs });
const because = z.union([
  z.object({ kind: z.literal('vague'), min: z.string().optional(), max: z.string().optional() }),
  z.object({ kind: z.literal('currency'), currency: z.string() }),
]);
const request = z.object({ slot: z.enum(['amount', 'method']), item, methods: z.array(z.string()), because: because.optional() });
const decision: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answer'), items: z.array(item), request: request.optional(), resumes: request.optional() }),
    z.object({ kind: z.literal('clarify'), options: z.array(item) }),
    z.object({
      kind: z.literal('fallback'),
      offersPerson: z.boolean().optional(),
      nearMiss: z.string().optional(),
      rejected: z.literal(true).optional(),
      nearest: z.array(z.string()),
      topic: item.optional(),
    }),
    z.object({ kind: z.literal('handoff'), item }),
    z.object({ kind: z.literal('repeat'), item, decision: decision.optional() }),
    z.object({ kind: z.literal('cancel'), item }),
    z.object({
      kind: z.literal('stay'),
      because: z.enum(['handoff', 'cancel', 'repeat', 'language', 'notice', 'difference']),
      resumes: request.optional(),
    }),
  ]),
);

const stateSchema = z.object({
  version: z.literal(STATE_VERSION),
  language: z.enum(LANGUAGES),
  chosen: z.enum(LANGUAGES).optional(),
  pending: z
    .union([
      z.object({ kind: z.literal('slot'), request, asides: z.number().optional() }),
      z.object({ kind: z.literal('choice'), options: z.array(item) }),
    ])
    .optional(),
  topic: item.optional(),
  worked: item.optional(),
  earlier: z.array(item).optional(),
  last: decision.optional(),
  failures: z.number().int().nonnegative(),
});

/** Reads a stored state; `undefined` for one of another version, whose conversation begins anew rather than from a guess. */
export function parseState(json: string): DialogState | undefined {
  const parsed = stateSchema.safeParse(JSON.parse(json));
  return parsed.success ? (parsed.data as DialogState) : undefined;
}

export const formatState = (state: DialogState): string => JSON.stringify(state);
