import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import { createPlatform, faultsBy, type Platform, post } from './platform.js';

export const SLACK_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const SLACK_BOT = 'U0BOT00001';
export const SLACK_TOKEN = 'xoxb-1-2-three';
const TEAM = 'T1DC2JH3J';

/** Signs with an HMAC over `v0:seconds:body`, as Slack's documents describe it. */
export function signedBySlack(body: string | Buffer, now: Date, type = 'application/json', secret = SLACK_SECRET): RawRequest {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const base = Buffer.concat([Buffer.from(`v0:${timestamp}:`), Buffer.from(body)]);
  const signature = `v0=${createHmac('sha256', secret).update(base).digest('hex')}`;
  return post(body, { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }, type);
}

export const slackEvent = (event: object): string =>
  JSON.stringify({
    token: 'outdated',
    team_id: TEAM,
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: 'Ev1',
    event_time: 1,
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: SLACK_BOT, is_bot: true }],
    event,
  });

/** Slack's timestamps are ids: seconds and a count. */
const ts = (id: string): string => `1700000000.${id.replace(/\D/g, '').padStart(6, '0')}`;

const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const text = (most: number) =>
  z.discriminatedUnion('type', [plain(most), z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most) })]);
const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('section'), text: text(3000).optional(), fields: z.array(text(2000)).min(1).max(10).optional() }),
  z.strictObject({ type: z.literal('context'), elements: z.array(text(3000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('table'),
    column_settings: z
      .array(z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }))
      .max(20)
      .optional(),
    rows: z
      .array(z.array(z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) })).max(20))
      .min(1)
      .max(100),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(
        z.strictObject({
          type: z.literal('button'),
          action_id: z.string().min(1).max(255),
          text: plain(75),
          value: z.string().min(1).max(2000),
        }),
      )
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map(({ action_id }) => action_id)).size === buttons.length, 'action ids repeat'),
  }),
]);

/** In a form everything is text: what is no text there is JSON. */
const orInForm = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? JSON.parse(value) : value), schema);

const Message = z.strictObject({
  channel: z.string().min(1),
  thread_ts: z.string().optional(),
  text: z.string().min(1).max(4000),
  blocks: orInForm(
    z
      .array(Block)
      .min(1)
      .max(50)
      .refine((blocks) => blocks.filter(({ type }) => type === 'table').length <= 1, 'more than one table')
      .refine(
        (blocks) =>
          blocks.flatMap((block) => (block.type === 'table' ? block.rows.flat() : [])).reduce((sum, cell) => sum + cell.text.length, 0) <=
          10_000,
        'too much in the table',
      ),
  ),
  unfurl_links: orInForm(z.boolean()),
  unfurl_media: orInForm(z.boolean()),
});

/** A person's id, from any name. */
const personOf = (from: string): string => `U${from.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;

/** What is read of a block. */
function readBlock(block: z.infer<typeof Block>): string {
  switch (block.type) {
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(({ text }) => text).join('\n');
    case 'context':
      return block.elements.map(({ text }) => text).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n');
    case 'actions':
      return block.elements.map(({ text }) => `[${text.text}]`).join(' ');
  }
}

export const slackPlatform = (): Platform =>
  createPlatform({
    id: 'slack',
    variables: (base) => ({ SLACK_SIGNING_SECRET: SLACK_SECRET, SLACK_BOT_TOKEN: SLACK_TOKEN, SLACK_API_BASE: base }),
    says: ({ id, text: said, from, group }, now) => {
      const person = personOf(from);
      const common = { user: person, text: said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'), ts: ts(id) };
      const direct = { type: 'message', ...common, channel: `D${person}`, channel_type: 'im' };
      if (!group) return signedBySlack(slackEvent(direct), now);
      const event = group.mentions
        ? { type: 'app_mention', ...common, text: `<@${SLACK_BOT}> ${common.text}`, channel: group.id }
        : { type: 'message', ...common, channel: group.id, channel_type: 'channel' };
      return signedBySlack(slackEvent(event), now);
    },
    taps: ({ body }, button, from, id, now) => {
      const { channel, blocks } = Message.parse(body);
      const action = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))[button];
      const payload = {
        type: 'block_actions',
        team: { id: TEAM },
        user: { id: personOf(from) },
        channel: { id: channel },
        message: { ts: ts('1') },
        actions: [{ ...action, action_ts: ts(id) }],
      };
      return signedBySlack(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), now, 'application/x-www-form-urlencoded');
    },
    faults: ({ path, headers, body }) => [
      ...(path === '/chat.postMessage' ? [] : [`unknown_method: ${path}`]),
      ...(headers['authorization'] === `Bearer ${SLACK_TOKEN}` ? [] : ['invalid_auth']),
      ...faultsBy(Message, body),
    ],
    take: ({ body }) => {
      const { channel, text, blocks } = Message.parse(body);
      const message = { type: 'message', subtype: 'bot_message', text, ts: ts('2'), bot_id: 'B1', blocks };
      return { reply: { status: 200, body: { ok: true, channel, ts: ts('2'), message } }, to: channel, shows: blocks.map(readBlock) };
    },
    // Slack's faults come under status 200.
    refuse: (faults) => {
      const error = faults.map((fault) => fault.split(':')[0]).find((word) => word === 'invalid_auth' || word === 'unknown_method');
      return { status: 200, body: { ok: false, error: error ?? 'invalid_arguments', response_metadata: { messages: faults } } };
    },
  });
