import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import { createPlatform, faultsBy, type Platform, post } from './platform.js';

export const LINE_SECRET = 'test_secret';
const TOKEN = 'line/token+1=';

export const signedByLine = (body: string | Buffer, secret = LINE_SECRET): RawRequest =>
  post(body, { 'x-line-signature': createHmac('sha256', secret).update(body).digest('base64') });

export const lineEvents = (...events: readonly object[]): string => JSON.stringify({ destination: 'U0', events });

export const lineEvent = (id: string, now: Date, more: object): object => ({
  mode: 'active',
  timestamp: now.getTime(),
  webhookEventId: id,
  deliveryContext: { isRedelivery: false },
  replyToken: `reply-${id}`,
  ...more,
});

const Postback = z.strictObject({
  type: z.literal('postback'),
  label: z.string().min(1).max(20),
  data: z.string().min(1).max(300),
  displayText: z.string().min(1).max(300),
});
const size = z.enum(['xs', 'sm', 'md']);
const Component: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('separator') }),
    z.strictObject({
      type: z.literal('text'),
      text: z.string().min(1),
      wrap: z.boolean().optional(),
      size: size.optional(),
      weight: z.enum(['regular', 'bold']).optional(),
      color: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .optional(),
      flex: z.int().nonnegative().optional(),
      align: z.enum(['start', 'end', 'center']).optional(),
    }),
    z.strictObject({
      type: z.literal('box'),
      layout: z.enum(['horizontal', 'vertical', 'baseline']),
      contents: z.array(Component),
      spacing: size.optional(),
      paddingAll: size.optional(),
      cornerRadius: size.optional(),
      borderWidth: z.enum(['light', 'normal']).optional(),
      borderColor: z.string().optional(),
      action: Postback.optional(),
    }),
  ]),
);
const QuickReply = z.strictObject({
  items: z
    .array(z.strictObject({ type: z.literal('action'), action: Postback }))
    .min(1)
    .max(13),
});
const Bubble = z
  .strictObject({ type: z.literal('bubble'), size: z.enum(['kilo', 'mega', 'giga']), body: Component })
  .refine((bubble) => Buffer.byteLength(JSON.stringify(bubble)) <= 30_000, 'a bubble is at most 30 KB');
const Message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(5000), quickReply: QuickReply.optional() }),
  z.strictObject({ type: z.literal('flex'), altText: z.string().min(1).max(1500), contents: Bubble, quickReply: QuickReply.optional() }),
]);
const messages = z.array(Message).min(1).max(5);
const Reply = z.strictObject({ replyToken: z.string().min(1), messages });
const Push = z.strictObject({ to: z.string().min(1), messages });

/** Every postback in a message, in reading order. */
function postbacks(value: unknown): readonly z.infer<typeof Postback>[] {
  const own = Postback.safeParse(value);
  if (own.success) return [own.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(postbacks) : [];
}

/** Every text in a component, in reading order. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'text' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

const read = (message: z.infer<typeof Message>): string =>
  [
    message.type === 'text' ? message.text : textsIn(message.contents).join('\n'),
    ...(message.quickReply?.items ?? []).map(({ action }) => `[${action.label}]`),
  ].join('\n');

/** A stand-in that knows which reply tokens and which retry keys were used. */
export function linePlatform(): Platform {
  const used = new Set<string>();
  return createPlatform({
    id: 'line',
    variables: (base) => ({ LINE_CHANNEL_SECRET: LINE_SECRET, LINE_CHANNEL_ACCESS_TOKEN: TOKEN, LINE_API_BASE: base }),
    says: ({ id, text, from: person, group }, now) => {
      const mention = { mentionees: [{ index: 0, length: 6, type: 'user', userId: 'U0', isSelf: true }] };
      const source = group ? { type: 'group', groupId: group.id, userId: person } : { type: 'user', userId: person };
      const message = group?.mentions
        ? { type: 'text', id: `m-${id}`, text: `@Zhida ${text}`, mention }
        : { type: 'text', id: `m-${id}`, text };
      return signedByLine(lineEvents(lineEvent(id, now, { type: 'message', source, message })));
    },
    taps: ({ body }, button, person, id, now) => {
      const data = postbacks(body)[button]?.data;
      return signedByLine(
        lineEvents(lineEvent(id, now, { type: 'postback', source: { type: 'user', userId: person }, postback: { data } })),
      );
    },
    faults: ({ path, headers, body }) => [
      ...(headers['authorization'] === `Bearer ${TOKEN}` ? [] : ['not authorized']),
      ...(path === '/v2/bot/message/reply'
        ? faultsBy(Reply, body)
        : path === '/v2/bot/message/push'
          ? [
              ...faultsBy(Push, body),
              ...(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(headers['x-line-retry-key']))
                ? []
                : ['no retry key']),
            ]
          : [`no such path: ${path}`]),
    ],
    take: ({ path, headers, body }) => {
      const isReply = path === '/v2/bot/message/reply';
      const key = isReply ? Reply.parse(body).replyToken : (headers['x-line-retry-key'] ?? '');
      if (used.has(key))
        return {
          reply: isReply
            ? { status: 400, body: { message: 'Invalid reply token' } }
            : { status: 409, body: { message: 'The retry key is already accepted' } },
        };
      used.add(key);
      const { messages: shown } = isReply ? Reply.parse(body) : Push.parse(body);
      return { reply: { status: 200, body: { sentMessages: [] } }, to: isReply ? key : Push.parse(body).to, shows: shown.map(read) };
    },
  });
}
