import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import { createPlatform, faultsBy, type Platform, post } from './platform.js';

export const WHATSAPP_SECRET = "It's a Secret to Everybody";
export const WHATSAPP_VERIFY = 'a-verify-token-of-ours';
const NUMBER = '106540352242922';

export const signedByMeta = (body: string | Buffer, secret = WHATSAPP_SECRET): RawRequest =>
  post(body, { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` });

/** A notification of messages, as the Cloud API batches them. */
export const whatsappBatch = (messages: readonly object[], more: object = {}, number = NUMBER): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: number },
              messages,
              ...more,
            },
          },
        ],
      },
    ],
  });

const phone = (person: string): string => `86138${person.replace(/\D/g, '').padStart(8, '0')}`;
const seconds = (now: Date): string => `${Math.floor(now.getTime() / 1000)}`;

const distinct = (of: (item: { id: string }) => string) =>
  [(items: readonly { id: string }[]) => new Set(items.map(of)).size === items.length, 'ids repeat'] as const;

const Reply = z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });
const Row = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});
const Body = z.strictObject({ text: z.string().min(1).max(1024) });
const to = { messaging_product: z.literal('whatsapp'), recipient_type: z.literal('individual'), to: z.string().regex(/^\d+$/) };
const Interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    body: Body,
    action: z.strictObject({
      buttons: z
        .array(z.strictObject({ type: z.literal('reply'), reply: Reply }))
        .min(1)
        .max(3)
        .refine((buttons) => new Set(buttons.map(({ reply }) => reply.title)).size === buttons.length, 'titles repeat'),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    body: Body,
    action: z.strictObject({
      button: z.string().min(1).max(20),
      sections: z
        .array(
          z.strictObject({
            rows: z
              .array(Row)
              .min(1)
              .max(10)
              .refine(...distinct(({ id }) => id)),
          }),
        )
        .length(1),
    }),
  }),
]);
const Message = z.discriminatedUnion('type', [
  z.strictObject({ ...to, type: z.literal('text'), text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean() }) }),
  z.strictObject({
    ...to,
    type: z.literal('interactive'),
    interactive: Interactive,
  }),
]);

/** The text and what can be tapped. */
const read = (interactive: z.infer<typeof Interactive>): string => {
  const titles =
    interactive.type === 'button'
      ? interactive.action.buttons.map(({ reply }) => reply.title)
      : interactive.action.sections.flatMap(({ rows }) => rows.map(({ title, description }) => description ?? title));
  return [interactive.body.text, ...titles.map((title) => `[${title}]`)].join('\n');
};

export const whatsappPlatform = (): Platform =>
  createPlatform({
    id: 'whatsapp',
    variables: (base) => ({
      WHATSAPP_APP_SECRET: WHATSAPP_SECRET,
      WHATSAPP_VERIFY_TOKEN: WHATSAPP_VERIFY,
      WHATSAPP_ACCESS_TOKEN: 'EAAJ.token-1',
      WHATSAPP_PHONE_NUMBER_ID: NUMBER,
      WHATSAPP_API_BASE: base,
    }),
    says: ({ id, text, from, group }, now) =>
      signedByMeta(
        whatsappBatch([
          {
            from: phone(from),
            id: `wamid.${id}`,
            timestamp: seconds(now),
            type: 'text',
            text: { body: text },
            ...(group && { group_id: group.id }),
          },
        ]),
      ),
    taps: ({ body }, button, from, id, now) => {
      const message = Message.parse(body);
      if (message.type === 'text') throw new Error('there is nothing to tap');
      const { interactive } = message;
      const answer =
        interactive.type === 'button'
          ? { type: 'button_reply', button_reply: interactive.action.buttons[button]?.reply }
          : { type: 'list_reply', list_reply: interactive.action.sections[0]?.rows[button] };
      return signedByMeta(
        whatsappBatch([{ from: phone(from), id: `wamid.${id}`, timestamp: seconds(now), type: 'interactive', interactive: answer }]),
      );
    },
    faults: ({ path, headers, body }) => [
      ...(path === `/${NUMBER}/messages` ? [] : [`no such path: ${path}`]),
      ...(headers['authorization'] === 'Bearer EAAJ.token-1' ? [] : ['not authorized']),
      ...faultsBy(Message, body),
    ],
    take: ({ body }) => {
      const message = Message.parse(body);
      return {
        reply: { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.out' }] } },
        to: message.to,
        shows: [message.type === 'text' ? message.text.body : read(message.interactive)],
      };
    },
  });
