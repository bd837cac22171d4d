import { z } from 'zod';
import { CONCEPT_KINDS } from '../knowledge/concept.js';
import { TAKE_OVER_CONDITIONS } from '../knowledge/intent.js';
import { ROUNDINGS } from '../knowledge/tariff.js';

const text = z.string().trim().min(1);
const texts = z.array(text);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');
const perLanguage = <T extends z.ZodType>(value: T) => z.strictObject({ zh: value, en: value });
const section = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'must be <article>#<section>');

const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    cites: z.array(section).default([]),
    text: perLanguage(text),
    table: section.optional(),
    warning: perLanguage(text).optional(),
  }),
  z.strictObject({ kind: z.literal('quote') }),
  z.strictObject({ kind: z.literal('compare') }),
  z.strictObject({ kind: z.literal('repeat'), text: perLanguage(text) }),
  z.strictObject({ kind: z.literal('cancel'), text: perLanguage(text) }),
  z.strictObject({ kind: z.literal('handoff'), text: perLanguage(text) }),
]);

/** The share of wrong answers that a pack accepts when it does not say. */
export const ACCEPTED_WRONG = 0.02;

/** `intents/<id>.yaml` */
export const intentSchema = z.strictObject({
  id,
  title: perLanguage(text),
  ask: perLanguage(text),
  group: z.enum(['content', 'talk']).default('content'),
  answer,
  about: z.strictObject({ method: id.optional(), aspects: z.array(id).min(1) }).optional(),
  aspect: id.optional(),
  leadsTo: z.strictObject({ list: z.array(id).default([]), why: id.optional() }).default({ list: [] }),
  takesOver: z.array(z.strictObject({ when: z.enum(TAKE_OVER_CONDITIONS), from: z.array(id).min(1) })).default([]),
  suggest: z.array(id).default([]),
  examples: perLanguage(texts),
});

/** `intents/near-misses.yaml` */
export const nearMissesSchema = z.strictObject({
  starters: z.array(id).default([]),
  acceptedWrong: z.number().min(0.001).max(0.5).default(ACCEPTED_WRONG),
  kinds: z
    .array(
      z.strictObject({
        id,
        title: perLanguage(text),
        nearest: z.array(id).default([]),
        products: z.array(id).default([]),
        examples: perLanguage(texts),
      }),
    )
    .min(1),
});

/** `intents/concepts.yaml` */
export const conceptsSchema = z.strictObject({
  concepts: z.array(z.strictObject({ id, kind: z.enum(CONCEPT_KINDS), spellings: z.array(z.coerce.string().trim().min(1)).min(1) })),
});

const words = z.array(z.coerce.string().trim().min(1)).min(1);

/** `intents/guards.yaml` */
export const guardsSchema = z.strictObject({
  guards: z.array(
    z.strictObject({
      id,
      answer: id,
      continues: z.boolean().default(false),
      words: z.record(id, words),
      harmless: words.default([]),
      rules: z
        .array(
          z.strictObject({
            name: id,
            all: z.array(id).min(1),
            none: z.array(id).default([]),
            after: z.union([z.literal(true), z.array(id).min(1)]).optional(),
            answer: id.optional(),
          }),
        )
        .min(1),
      examples: z.strictObject({ caught: texts.min(1), spared: texts.min(1) }),
    }),
  ),
});

const factRef = z.string();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-01-31');

/** `knowledge/<article>/tariffs.yaml` */
export const tariffsSchema = z.strictObject({
  warnings: z.array(z.strictObject({ from: z.array(id).min(1), to: z.array(id).min(1), text: perLanguage(text) })).default([]),
  methods: z.array(
    z.strictObject({
      id,
      section: id,
      name: perLanguage(text),
      aliases: perLanguage(texts),
      startsAt: z.array(id).default([]),
      endsAt: z.array(id).min(1).optional(),
      total: factRef.optional(),
      claims: z.array(factRef).default([]),
      recommended: z.boolean(),
      rounding: z.enum(ROUNDINGS),
      legs: z
        .array(
          z.strictObject({
            name: perLanguage(text),
            rate: factRef,
            tiers: z
              .array(z.strictObject({ above: factRef, rate: factRef }))
              .min(1)
              .optional(),
            minimum: factRef.optional(),
            maximum: factRef.optional(),
            fixed: factRef.optional(),
            freeAllowance: factRef.optional(),
          }),
        )
        .min(1),
      limits: z.array(
        z.union([
          z.strictObject({ basis: z.enum(['per-transaction', 'per-day']), amount: factRef }),
          z.strictObject({ basis: z.enum(['per-transaction', 'per-day']), unlimited: factRef }),
          z.strictObject({ basis: z.enum(['per-transaction', 'per-day']), unstated: factRef }),
        ]),
      ),
      time: factRef.optional(),
      failureRate: factRef.optional(),
      validFrom: isoDate.optional(),
      validUntil: isoDate.optional(),
    }),
  ),
});
