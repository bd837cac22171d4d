import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../../../src/channels/channel.js';
import { createPlatform, faultsBy, type Platform, post } from './platform.js';

export const DINGTALK_SECRET = 'this is secret';
const ROBOT = '$:LWCP_v1:$robot';

export function signedByDingTalk(body: string | Buffer, now: Date, secret = DINGTALK_SECRET): RawRequest {
  const timestamp = `${now.getTime()}`;
  return post(body, { timestamp, sign: createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64') });
}

export const dingtalkMessage = (now: Date, base: string, more: object = {}): object => ({
  msgId: 'msg0xxxxx',
  msgtype: 'text',
  text: { content: ' 手续费' },
  createAt: now.getTime(),
  conversationType: '1',
  conversationId: 'cid6KeBBLoveMJOGXoYKF5x7EeiodoA==',
  senderId: '$:LWCP_v1:$person',
  senderNick: 'A',
  chatbotUserId: ROBOT,
  sessionWebhook: `${base}/robot/sendBySession?session=s1`,
  sessionWebhookExpiredTime: now.getTime() + 5_400_000,
  ...more,
});

const At = z.strictObject({ atUserIds: z.array(z.string()) }).optional();
const Message = z
  .discriminatedUnion('msgtype', [
    z.strictObject({
      msgtype: z.literal('markdown'),
      markdown: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
      at: At,
    }),
    z.strictObject({
      msgtype: z.literal('actionCard'),
      actionCard: z.strictObject({
        title: z.string().min(1),
        text: z.string().min(1),
        btnOrientation: z.enum(['0', '1']),
        btns: z
          .array(
            z.strictObject({ title: z.string().min(1), actionURL: z.string().startsWith('dtmd://dingtalkclient/sendMessage?content=') }),
          )
          .min(1)
          .max(20),
      }),
      at: At,
    }),
  ])
  .refine((message) => Buffer.byteLength(JSON.stringify(message)) <= 20_000, 'a message is at most 20,000 bytes');

const says: Parameters<typeof createPlatform>[0]['says'] = ({ id, text, from, group }, now, base) =>
  signedByDingTalk(
    JSON.stringify(
      dingtalkMessage(now, base, {
        msgId: id,
        text: { content: ` ${text}` },
        senderId: from,
        senderStaffId: `staff-${from}`,
        ...(group && {
          conversationType: '2',
          conversationId: group.id,
          isInAtList: group.mentions,
          atUsers: group.mentions ? [{ dingtalkId: ROBOT }] : [],
        }),
      }),
    ),
    now,
  );

export const dingtalkPlatform = (): Platform =>
  createPlatform({
    id: 'dingtalk',
    variables: (base) => ({ DINGTALK_API_BASE: base, DINGTALK_APP_SECRET: DINGTALK_SECRET }),
    says,
    // A tap makes the client send the button's text as a message of the person's.
    taps: ({ body }, button, from, id, now, base) => {
      const message = Message.parse(body);
      const url = message.msgtype === 'actionCard' ? (message.actionCard.btns[button]?.actionURL ?? '') : '';
      return says({ id, text: new URL(url).searchParams.get('content') ?? '', from }, now, base);
    },
    faults: ({ path, body }) => [
      ...(path === '/robot/sendBySession?session=s1' ? [] : [`no such path: ${path}`]),
      ...faultsBy(Message, body),
    ],
    take: ({ body }) => {
      const message = Message.parse(body);
      const shows =
        message.msgtype === 'markdown'
          ? [message.markdown.text]
          : [[message.actionCard.text, ...message.actionCard.btns.map(({ title }) => `[${title}]`)].join('\n')];
      return { reply: { status: 200, body: { errcode: 0, errmsg: 'ok' } }, shows };
    },
  });
