import { z } from 'zod';
import { LANGUAGES, type Language } from '../base/language.js';
import { findIntent, type Pack } from '../knowledge/pack.js';
import type { AnswerItem, Decision, SlotRequest } from './decision.js';

/** What the bot waits for. */
export type Pending =
  | { readonly kind: 'slot'; readonly request: SlotRequest }
  | { readonly kind: 'choice'; readonly options: readonly AnswerItem[] };

/** What a conversation is about right now: a fold over its decisions. */
export interface DialogState {
  readonly version: typeof STATE_VERSION;
  readonly language: Language;
  readonly pending?: Pending;
  /** The last item that was answered, for "and MYbank?". */
  readonly topic?: AnswerItem;
  /** The last decision that said something, for "say that again". */
  readonly last?: Decision;
  /** Fallbacks in a row. */
  readonly failures: number;
}

/** Rises whenever a stored state of before would be read wrongly. */
const STATE_VERSION = 2;

/** After this many fallbacks in a row a person is offered in words, not only as a button. */
export const PATIENCE = 2;

export const initialState = (language: Language): DialogState => ({ version: STATE_VERSION, language, failures: 0 });

/** The state after a decision. Talk between two questions leaves the topic as it is. */
export function fold(state: DialogState, decision: Decision, language: Language, pack: Pack): DialogState {
  const { pending: before, ...rest } = state;
  const next = { ...rest, language, failures: 0 };
  switch (decision.kind) {
    case 'answer': {
      const topic = decision.request?.item ?? decision.items.findLast(({ intent }) => findIntent(pack, intent)?.group === 'content');
      // A question in the middle of a form is answered, and the form goes on.
      const pending: Pending | undefined = decision.request
        ? { kind: 'slot', request: decision.request }
        : before?.kind === 'slot' && !decision.items.some(({ intent }) => intent === before.request.item.intent)
          ? before
          : undefined;
      return { ...next, last: decision, ...(topic && { topic }), ...(pending && { pending }) };
    }
    case 'clarify':
      return { ...next, last: decision, pending: { kind: 'choice', options: decision.options } };
    case 'fallback':
      return { ...next, last: decision, failures: state.failures + 1, ...(before && !decision.rejected && { pending: before }) };
    case 'repeat':
      return { ...next, ...(before && { pending: before }) };
    case 'cancel': {
      const { topic: _, ...cleared } = next;
      return { ...cleared };
    }
    case 'handoff':
      return { ...next, last: decision };
  }
}

const slots = z.object({
  amount: z.string().optional(),
  target: z.string().optional(),
  method: z.string().optional(),
  days: z.number().optional(),
  times: z.number().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const item = z.object({ intent: z.string(), confidence: z.number(), slots });
const because = z.union([
  z.object({ kind: z.literal('vague') }),
  z.object({ kind: z.literal('fee') }),
  z.object({ kind: z.literal('currency'), currency: z.string() }),
]);
const request = z.object({ slot: z.enum(['amount', 'method']), item, methods: z.array(z.string()), because: because.optional() });
const decision: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answer'), items: z.array(item), request: request.optional() }),
    z.object({ kind: z.literal('clarify'), options: z.array(item) }),
    z.object({
      kind: z.literal('fallback'),
      offersPerson: z.boolean().optional(),
      nearMiss: z.string().optional(),
      rejected: z.literal(true).optional(),
      nearest: z.array(z.string()),
    }),
    z.object({ kind: z.literal('handoff'), item }),
    z.object({ kind: z.literal('repeat'), item, decision: decision.optional() }),
    z.object({ kind: z.literal('cancel'), item }),
  ]),
);

const stateSchema = z.object({
  version: z.literal(STATE_VERSION),
  language: z.enum(LANGUAGES),
  pending: z
    .union([z.object({ kind: z.literal('slot'), request }), z.object({ kind: z.literal('choice'), options: z.array(item) })])
    .optional(),
  topic: item.optional(),
  last: decision.optional(),
  failures: z.number().int().nonnegative(),
});

/** Reads a stored state; `undefined` for one of another version, whose conversation begins anew rather than from a guess. */
export function parseState(json: string): DialogState | undefined {
  const parsed = stateSchema.safeParse(JSON.parse(json));
  return parsed.success ? (parsed.data as DialogState) : undefined;
}

export const formatState = (state: DialogState): string => JSON.stringify(state);
