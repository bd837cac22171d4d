import { z } from 'zod';

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const yuan = z.string().regex(/^\d+\.\d\d$/);
const text = z.string().min(1);
const choice = z.strictObject({ label: text, send: text });
const range = z.strictObject({ min: decimal, max: decimal });

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(text).min(1) }),
  z
    .strictObject({ kind: z.literal('table'), title: text.optional(), header: z.array(text).min(1), rows: z.array(z.array(z.string())) })
    .refine(({ header, rows }) => rows.every((row) => row.length === header.length), 'a row has as many cells as the header'),
  z.strictObject({
    kind: z.literal('quote'),
    title: text,
    rows: z.array(z.strictObject({ label: text, value: text })).min(1),
    formula: text,
  }),
  z.strictObject({
    kind: z.literal('plot'),
    title: text,
    costUnit: z.enum(['percent', 'CNY']),
    points: z.array(z.strictObject({ label: text, cost: range, minutes: range })).min(1),
  }),
  z.strictObject({ kind: z.literal('note'), tone: z.enum(['conflict', 'warning', 'estimate']), text }),
  z.strictObject({ kind: z.literal('options'), choices: z.array(choice).min(1) }),
]);

/** What a turn returns, as it is promised in public; written here by hand, so that a change of the code alone breaks it. */
export const replyContract = z.strictObject({
  conversation: z.string(),
  kind: z.enum(['answer', 'clarify', 'fallback', 'handoff']),
  language: z.enum(['zh', 'en']),
  intents: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), confidence: z.number().min(0).max(1) })),
  slots: z.strictObject({
    amount: yuan.optional(),
    target: yuan.optional(),
    currency: z.literal('CNY').optional(),
    method: z.enum(['huabei-official', 'wechat-balance', 'third-party', 'mybank', 'unionpay', 'official-direct']).optional(),
    days: z.int().min(1).optional(),
  }),
  text,
  blocks: z.array(block).min(1),
  figures: z.array(
    z.strictObject({
      value: z.string().regex(/^-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?$/),
      unit: z.enum(['CNY', 'percent', 'minute', 'count', 'year']),
      bound: z.enum(['below', 'above']).optional(),
      origin: z.union([z.strictObject({ fact: text }), z.strictObject({ formula: text, inputs: z.record(z.string(), z.string()) })]),
    }),
  ),
  sources: z.array(z.strictObject({ article: text, section: text, title: text, asOf: text })),
  conflicts: z.array(z.strictObject({ id: text, note: text })),
  suggestions: z.array(choice),
});

/** A line of `zhida batch`: the reply under the line's id. */
export const batchContract = replyContract.extend({ id: z.union([z.string(), z.number()]) });

export const batchErrorContract = z.strictObject({
  id: z.unknown().optional(),
  error: z.strictObject({ code: z.enum(['not-json', 'bad-line']), message: text }),
});
