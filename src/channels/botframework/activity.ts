import { z } from 'zod';

// What is read of an activity. Everything else is left out before a framework sees it: its classes take over whatever fields they are
// given, methods included, and refuse `null` where the protocol allows it.

/** Ids are compared, stored and put into addresses as they come, so they hold nothing invisible or unpaired. */
const Id = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must not hold control characters');

/** Connectors put a conversation's id into a path as it is: it must stay one part of that path's length. */
const ConversationId = Id.refine(staysInPath, 'must be usable in a path');

function staysInPath(id: string): boolean {
  const parts = (path: string) => path.split('/').length;
  const path = `/v3/conversations/${id}/activities`;
  const url = URL.canParse(path, 'https://connector') ? new URL(path, 'https://connector') : undefined;
  return url !== undefined && url.search === '' && url.hash === '' && !id.includes('\\') && parts(url.pathname) === parts(path);
}

const maybe = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined);

const Name = z.string().max(1000);
/** The roles that no other identity hangs on. */
const Role = z.enum(['bot', 'user', 'skill']).optional().catch(undefined);

/** Somebody in a conversation. */
export const Account = z.object({ id: Id, name: maybe(Name), role: Role });
type Account = z.infer<typeof Account>;

const Entity = z.looseObject({
  type: z.string().min(1).max(256),
  text: maybe(z.string()),
  mentioned: maybe(z.object({ id: maybe(z.string()), name: maybe(z.string()) })),
});

export const Conversation = z.object({
  id: ConversationId,
  isGroup: maybe(z.boolean()),
  conversationType: maybe(z.string().min(1).max(64)),
  tenantId: maybe(z.string().min(1).max(256)),
  name: maybe(Name),
});

export const Activity = z
  .object({
    type: z.string().min(1).max(64),
    id: maybe(Id),
    channelId: Id,
    serviceUrl: maybe(z.string().min(1).max(2000)),
    conversation: Conversation,
    from: maybe(Account),
    // Frameworks cannot answer an activity without one.
    recipient: Account.nullish().transform((account): Account => account ?? { id: 'zhida', name: 'Zhida', role: 'bot' }),
    text: maybe(z.string()),
    locale: maybe(z.string().min(1).max(64)),
    deliveryMode: maybe(z.string().min(1).max(64)),
    entities: maybe(z.array(Entity).max(250)),
    membersAdded: maybe(z.array(Account).max(1000)),
    action: maybe(z.string().min(1).max(64)),
    value: z.unknown().optional(),
  })
  .refine(({ type, from }) => type !== 'message' || from !== undefined, { path: ['from'], error: 'a message comes from somebody' });

/** An activity as it is read: see the Bot Framework's activity schema. */
export type Activity = z.infer<typeof Activity>;

/** What is wrong with an activity that cannot be read: the field, and why. */
export const problemOf = ({ issues: [issue] }: z.ZodError): string =>
  `${issue?.path.join('.') || 'the activity'}: ${issue?.message ?? 'not valid'}`;

/** Whether the answer goes back in the response, and not to the service address. */
export const expectsReplies = ({ deliveryMode }: Activity): boolean => deliveryMode === 'expectReplies';
