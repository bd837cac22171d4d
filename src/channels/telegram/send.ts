import { z } from 'zod';
import type { ChannelIo, SendOutcome } from '../channel.js';
import { postJson } from '../outbound/call.js';
import { outcomeOf } from '../outcome.js';
import type { TelegramTarget } from './events.js';
import type { TelegramPart } from './render.js';

const Failure = z.object({
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.int().nonnegative().optional() }).default({}),
});

export async function sendTelegram(
  { base, token }: { readonly base: string; readonly token: string },
  { chat, topic, replyTo }: TelegramTarget,
  { html, buttons }: TelegramPart,
  io: ChannelIo,
): Promise<SendOutcome> {
  const answer = await postJson(io, `${base}/bot${token}/sendMessage`, {
    chat_id: chat,
    ...(topic !== undefined && { message_thread_id: topic }),
    text: html,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(buttons && { reply_markup: { inline_keyboard: buttons.map((button) => [button]) } }),
  });
  const failure = Failure.safeParse(answer.body);
  const { description = '', parameters = {} } = failure.success ? failure.data : {};
  const { retry_after } = parameters;
  return outcomeOf({ ...answer, ...(retry_after !== undefined && { retryAfter: retry_after }) }, description);
}
