import type { ChannelIo, SendOutcome } from '../channel.js';
import { postJson } from '../outbound/call.js';
import { outcomeOf, retry } from '../outcome.js';
import type { DingTalkTarget } from './events.js';
import { mayPost } from './receive.js';
import type { DingTalkPart } from './render.js';

/** Busy, and sent too fast. */
const PASSING: ReadonlySet<unknown> = new Set([-1, 130101]);

/** Posts to the address that came with the message: while it lasts, and only where the configuration allows. */
export async function sendDingTalk(
  origins: readonly string[],
  { webhook, until, person }: DingTalkTarget,
  part: DingTalkPart,
  io: ChannelIo,
): Promise<SendOutcome> {
  if (!mayPost(webhook, origins)) return { kind: 'refused', reason: 'the session webhook is not of a known host' };
  if (io.now().getTime() >= Date.parse(until)) return { kind: 'refused', reason: 'the session webhook has ended' };
  const answer = await postJson(io, webhook, person === undefined ? part : named(part, person));
  if (answer.status !== 200) return outcomeOf(answer);
  const { errcode, errmsg } = answer.body;
  if (errcode === 0) return { kind: 'sent' };
  const reason = `error ${String(errcode)}: ${String(errmsg)}`;
  return PASSING.has(errcode) ? retry(reason, 60) : { kind: 'refused', reason };
}

/** In a group the answer names whom it is for; the name has to stand in the text, too. */
const named = (part: DingTalkPart, person: string): object => {
  const at = { atUserIds: [person] };
  const end = `\n\n@${person}`;
  return part.msgtype === 'markdown'
    ? { ...part, markdown: { ...part.markdown, text: part.markdown.text + end }, at }
    : { ...part, actionCard: { ...part.actionCard, text: part.actionCard.text + end }, at };
};
