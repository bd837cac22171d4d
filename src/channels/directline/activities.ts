import { z } from 'zod';
import type { ConversationId, Incoming, TurnRecord } from '../../bot/ports.js';
import { ADAPTIVE_CARD_TYPE, adaptiveCard } from '../../rendering/adaptive-card.js';
import type { Reply } from '../../rendering/reply.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import type { Activity } from './parse.js';

/** An activity as it goes to clients. */
export type OutgoingActivity = { readonly type: string; readonly id: string } & { readonly [field: string]: unknown };

export interface ActivitySet {
  readonly activities: readonly OutgoingActivity[];
  readonly watermark?: string;
}

/** Each turn is two activities: the odd number is the user's, the even one the bot's. */
export const userActivityId = (conversation: string, sequence: number): string => activityId(conversation, sequence * 2 - 1);
const botActivityId = (conversation: string, sequence: number): string => activityId(conversation, sequence * 2);
/** The turn whose answer has this id; `undefined` for any other id. */
export function sequenceOfBotActivity(conversation: string, id: string): number | undefined {
  const sequence = Number(id.slice(conversation.length + 1)) / 2;
  return Number.isSafeInteger(sequence) && sequence > 0 && id === botActivityId(conversation, sequence) ? sequence : undefined;
}
const activityId = (conversation: string, n: number): string => `${conversation}|${n.toString().padStart(7, '0')}`;

/** Where a client can open a source of an answer; `undefined` where that is not known. */
export type SourceLinks = (source: Reply['sources'][number], language: Reply['language']) => string | undefined;

/** The turns as clients see them. `fallback` is the watermark when there are none. */
export const activitySet = (turns: readonly TurnRecord[], fallback: string, linkTo: SourceLinks): ActivitySet => ({
  activities: turns.flatMap((turn) => shown(turn, linkTo)),
  watermark: turns.at(-1)?.sequence.toString() ?? fallback,
});

/** In a turn's data: it holds no message of the user's that clients have not seen. */
export const BY_HOST = { person: { host: 'person' }, notice: { host: 'notice' }, again: { host: 'again' } } as const;

const ByHost = z.object({ host: z.enum(['person', 'notice', 'again']) });

/** A turn is what the user said and what the bot answered, but while a person has the conversation. */
function shown(turn: TurnRecord, linkTo: SourceLinks): readonly OutgoingActivity[] {
  const host = ByHost.safeParse(turn.incoming.channelData).data?.host;
  if (host === 'person' || host === 'notice') return [spokenActivity(turn, host)];
  return [...(host ? [] : [userActivity(turn)]), ...(turn.reply.text === '' ? [] : [botActivity(turn, linkTo)])];
}

/** What a turn keeps of the user's activity, so that it can be given back as it came. */
const Kept = z.object({ directline: z.looseObject({}) });

export function keep(activity: Activity): Incoming['channelData'] {
  // What the turn holds itself, or the server says, is not kept twice.
  const { id: _id, text: _text, conversation: _conversation, timestamp: _timestamp, ...directline } = activity;
  return { directline };
}

function userActivity({ conversation, sequence, at, incoming }: TurnRecord): OutgoingActivity {
  const kept = Kept.safeParse(incoming.channelData);
  const activity = kept.success ? kept.data.directline : {};
  return {
    ...echo(activity, userActivityId(conversation, sequence), conversation, at, incoming.from),
    type: 'message',
    text: incoming.text,
  };
}

/** The user's own activity, as the stream and the history show it. */
export function echo(
  activity: { readonly from?: unknown; readonly [field: string]: unknown },
  id: string,
  conversation: ConversationId,
  at: string,
  from: string | undefined,
): OutgoingActivity {
  const sender = z.looseObject({}).safeParse(activity.from);
  return {
    type: 'message',
    ...activity,
    id,
    timestamp: at,
    channelId: 'directline',
    conversation: { id: conversation },
    from: { ...(sender.success ? sender.data : {}), id: from ?? '', role: 'user' },
  };
}

const BOT = { id: 'zhida', name: 'Zhida', role: 'bot' } as const;

/** How Web Chat's thumbs name the answer they stand below. */
export const VOTES = { up: 'like:', down: 'dislike:' } as const;

function botActivity({ conversation, sequence, at, reply }: TurnRecord, linkTo: SourceLinks): OutgoingActivity {
  const { conversation: _, ...zhida } = reply;
  const id = botActivityId(conversation, sequence);
  const card = adaptiveCard(reply, { linkTo });
  const actions = choices(reply).map(({ label, send }) => ({ type: 'imBack', title: label, value: send }));
  return {
    type: 'message',
    id,
    timestamp: at,
    channelId: 'directline',
    conversation: { id: conversation },
    from: BOT,
    replyToId: userActivityId(conversation, sequence),
    locale: reply.language,
    text: reply.text,
    // The text is no Markdown: a `*` in a formula is a `*`.
    textFormat: 'plain',
    inputHint: reply.kind === 'clarify' ? 'expectingInput' : 'acceptingInput',
    ...(card && { attachments: [{ contentType: ADAPTIVE_CARD_TYPE, content: card }] }),
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
    entities: [thumbs(id)],
    channelData: { zhida },
  };
}

/** What a person of the team said, or what was told about him. */
function spokenActivity({ conversation, sequence, at, reply }: TurnRecord, host: 'person' | 'notice'): OutgoingActivity {
  return {
    type: 'message',
    id: botActivityId(conversation, sequence),
    timestamp: at,
    channelId: 'directline',
    conversation: { id: conversation },
    from: host === 'person' ? { id: 'person', name: CHANNEL_WORDINGS[reply.language].person, role: 'bot' } : BOT,
    locale: reply.language,
    text: reply.text,
    textFormat: 'plain',
  };
}

/** Web Chat shows thumbs below a message that says it can be liked. */
const thumbs = (id: string): object => ({
  type: 'https://schema.org/Message',
  '@context': 'https://schema.org',
  '@id': '',
  '@type': 'Message',
  potentialAction: [
    { '@type': 'LikeAction', '@id': `${VOTES.up}${id}` },
    { '@type': 'DislikeAction', '@id': `${VOTES.down}${id}` },
  ],
});

/** What the user can tap next: the options asked about, else the suggestions. */
function choices(reply: Reply): Reply['suggestions'] {
  const options = reply.blocks.flatMap((block) => (block.kind === 'options' ? block.choices : []));
  return options.length > 0 ? options : reply.suggestions;
}

/** Says that the bot is at work. For the WebSocket only: it is no part of the history. */
export const typingActivity = (conversation: ConversationId, id: string, at: string): OutgoingActivity => ({
  type: 'typing',
  id: `${conversation}|${id}`,
  timestamp: at,
  channelId: 'directline',
  conversation: { id: conversation },
  from: BOT,
});
