import { createCipheriv, createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import { createPlatform, faultsBy, type Platform, post } from './platform.js';

export const FEISHU_KEY = 'test key';
export const FEISHU_TOKEN = 'v-token-of-the-console';
export const FEISHU_APP = 'cli_a1b2c3';
export const FEISHU_BOT = 'ou_bot';

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The body under AES-256-CBC, with an IV in front. */
export function encryptedByFeishu(body: string | Buffer, key = FEISHU_KEY): string {
  const iv = Buffer.from('0123456789abcdef');
  const cipher = createCipheriv('aes-256-cbc', sha256(key), iv);
  return JSON.stringify({ encrypt: Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64') });
}

export function signedByFeishu(body: string | Buffer, now: Date, key = FEISHU_KEY): RawRequest {
  const timestamp = `${Math.floor(now.getTime() / 1000)}`;
  const bytes = Buffer.from(body);
  return post(bytes, {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'n1',
    'x-lark-signature': sha256(timestamp, 'n1', key, bytes).toString('hex'),
  });
}

export const feishuEvent = (type: string, event: object, header: object = {}): string =>
  JSON.stringify({
    schema: '2.0',
    header: { event_id: 'ev1', event_type: type, create_time: '1', token: FEISHU_TOKEN, app_id: FEISHU_APP, tenant_key: 't', ...header },
    event,
  });

export const feishuMessage = (message: object, sender: object = {}): object => ({
  sender: { sender_id: { open_id: 'ou_person', user_id: null }, sender_type: 'user', tenant_key: 't', ...sender },
  message: {
    message_id: 'om_1',
    create_time: '1700000000000',
    chat_id: 'oc_1',
    chat_type: 'p2p',
    message_type: 'text',
    content: '{}',
    ...message,
  },
});

const Plain = z.strictObject({
  tag: z.literal('plain_text'),
  content: z.string().min(1),
  text_size: z.enum(['heading', 'normal', 'notation']).optional(),
  text_color: z.string().optional(),
});
const Div = z.strictObject({ tag: z.literal('div'), text: Plain });
const Button = z.strictObject({
  tag: z.literal('button'),
  text: Plain,
  type: z.enum(['default', 'primary']),
  width: z.enum(['default', 'fill']),
  behaviors: z.array(z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.string()) })).length(1),
});
const ColumnSet = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'flow', 'bisect']),
  columns: z.array(
    z.strictObject({ tag: z.literal('column'), width: z.literal('weighted'), weight: z.int().min(1).max(5), elements: z.array(Div) }),
  ),
});
const Table = z
  .strictObject({
    tag: z.literal('table'),
    page_size: z.int().min(1).max(10),
    row_height: z.enum(['low', 'auto']),
    columns: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          display_name: z.string(),
          data_type: z.literal('text'),
          width: z.literal('auto'),
          horizontal_align: z.enum(['left', 'right']),
        }),
      )
      .min(1)
      .max(50),
    rows: z.array(z.record(z.string(), z.string())),
  })
  .refine(
    ({ columns, rows }) => rows.every((row) => Object.keys(row).every((name) => columns.some((column) => column.name === name))),
    'a cell without a column',
  );

const tags = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + tags(each), 'tag' in value ? 1 : 0)
    : 0;

const Card = z
  .strictObject({
    schema: z.literal('2.0'),
    body: z.strictObject({ elements: z.array(z.discriminatedUnion('tag', [Div, Button, ColumnSet, Table])).min(1) }),
  })
  .refine(({ body }) => body.elements.filter(({ tag }) => tag === 'table').length <= 5, 'more than five tables')
  .refine((card) => tags(card) <= 200, 'more than 200 components');

const Reply = z
  .strictObject({ msg_type: z.literal('interactive'), content: z.string(), uuid: z.string().min(1).max(50) })
  .refine((reply) => Buffer.byteLength(JSON.stringify(reply)) <= 30_000, 'a card is at most 30 KB');

/** What is read of a component and all in it. */
function read(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const table = Table.safeParse(value);
  if (table.success) {
    const { columns, rows } = table.data;
    return [columns.map(({ display_name }) => display_name), ...rows.map((row) => columns.map(({ name }) => row[name] ?? ''))]
      .map((cells) => cells.join(' | '))
      .join('\n');
  }
  if ('tag' in value && value.tag === 'plain_text' && 'content' in value) return String(value.content);
  return Object.values(value)
    .map(read)
    .filter((text) => text !== '')
    .join(' ');
}

/** A stand-in that gives out access tokens, and takes one reply a `uuid`. */
export function feishuPlatform(): Platform {
  const used = new Set<string>();
  let count = 0;
  let isEnded = false;
  const token = () => `t-token-${count}`;
  return createPlatform({
    id: 'feishu',
    variables: (base) => ({
      FEISHU_APP_ID: FEISHU_APP,
      FEISHU_APP_SECRET: 'app secret',
      FEISHU_VERIFICATION_TOKEN: FEISHU_TOKEN,
      FEISHU_ENCRYPT_KEY: FEISHU_KEY,
      FEISHU_BOT_OPEN_ID: FEISHU_BOT,
      FEISHU_API_BASE: base,
    }),
    says: ({ id, text, from: person, group }, now) => {
      const mention = { key: '@_user_1', id: { open_id: FEISHU_BOT }, name: 'Zhida' };
      const message = {
        message_id: `om_${id}`,
        chat_id: group ? group.id : `oc_${person}`,
        chat_type: group ? 'group' : 'p2p',
        content: JSON.stringify({ text: group?.mentions ? `@_user_1 ${text}` : text }),
        ...(group?.mentions && { mentions: [mention] }),
      };
      const event = feishuMessage(message, { sender_id: { open_id: `ou_${person}` } });
      return signedByFeishu(encryptedByFeishu(feishuEvent('im.message.receive_v1', event, { event_id: `ev-${id}` })), now);
    },
    taps: ({ body }, button, person, id, now) => {
      const { elements } = Card.parse(JSON.parse(Reply.parse(body).content)).body;
      const tapped = elements.flatMap((element) => (element.tag === 'button' ? [element] : []))[button];
      const event = {
        operator: { tenant_key: 't', open_id: `ou_${person}` },
        token: 'c-1',
        action: { tag: 'button', value: tapped?.behaviors[0]?.value },
        host: 'im_message',
        context: { open_message_id: 'om_card', open_chat_id: `oc_${person}` },
      };
      return signedByFeishu(encryptedByFeishu(feishuEvent('card.action.trigger', event, { event_id: id })), now);
    },
    faults: ({ path, body }) => {
      if (path === '/open-apis/auth/v3/tenant_access_token/internal')
        return faultsBy(z.strictObject({ app_id: z.literal(FEISHU_APP), app_secret: z.literal('app secret') }), body);
      const reply = Reply.safeParse(body);
      return [
        ...(/^\/open-apis\/im\/v1\/messages\/om_\w+\/reply$/.test(path) ? [] : [`no such path: ${path}`]),
        ...faultsBy(Reply, body),
        ...(reply.success ? faultsBy(Card, JSON.parse(reply.data.content)) : []),
      ];
    },
    tokens: {
      get count() {
        return count;
      },
      end: () => {
        isEnded = true;
      },
    },
    take: ({ path, headers, body }) => {
      if (path.includes('tenant_access_token')) {
        count++;
        isEnded = false;
        return { reply: { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token(), expire: 7200 } } };
      }
      if (isEnded || headers['authorization'] !== `Bearer ${token()}`)
        return {
          reply: {
            status: 400,
            body: { code: 99991663, msg: 'Invalid access token for authorization. Please make a test attempt with a new one.' },
          },
        };
      const { uuid, content } = Reply.parse(body);
      const reply = { status: 200, body: { code: 0, msg: 'success', data: { message_id: 'om_out' } } };
      if (used.has(uuid)) return { reply };
      used.add(uuid);
      return { reply, to: path, shows: Card.parse(JSON.parse(content)).body.elements.map(read) };
    },
  });
}
