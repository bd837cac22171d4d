import { z } from 'zod';
import { badArgument } from './errors.js';

// Shapes of what clients send. Fields that are not named are kept where an activity is echoed, and ignored elsewhere.

/** Ids are compared and stored as they come, so they hold nothing invisible or unpaired. */
const Id = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must not hold control characters');

const User = z.looseObject({ id: z.union([z.literal(''), Id]).nullish(), name: z.string().max(256).nullish() });

export const GenerateBody = z
  .looseObject({ user: User.nullish(), trustedOrigins: z.array(z.string().max(256)).max(20).nullish() })
  .nullish();

export const StartBody = z.looseObject({ user: User.nullish(), locale: z.string().max(64).nullish() }).nullish();

export const SessionBody = z.looseObject({ resume: z.string().max(4096).nullish() }).nullish();

export const ActivityBody = z.looseObject({
  type: z.string().min(1).max(64),
  id: Id.nullish(),
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  from: User.nullish(),
  channelData: z.looseObject({ clientActivityID: Id.nullish() }).nullish(),
  name: z.string().max(256).nullish(),
  value: z.unknown().optional(),
  entities: z.unknown().optional(),
  attachments: z.array(z.looseObject({})).max(32).nullish(),
});

export type Activity = z.infer<typeof ActivityBody>;

/** The user that an upload names in its query. */
export const UserId = Id.optional();

/** Reads what a client sent, or refuses it with the field (below `place`) and what is wrong there. */
export function parse<T>(schema: z.ZodType<T>, input: unknown, place?: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = [...(place === undefined ? [] : [place]), ...(issue?.path ?? [])].join('.') || 'body';
  throw badArgument(`${field}: ${issue?.message ?? 'not valid'}`);
}

/** The sequence of the last turn the client has; nothing, an empty one and `-` stand for the beginning. */
export function parseWatermark(input: unknown): number {
  if (input === undefined || input === '' || input === '-') return 0;
  if (typeof input === 'string' && /^\d{1,15}$/.test(input)) return Number(input);
  throw badArgument('watermark: not one of this conversation');
}
