import { z } from 'zod';
import type { ConversationId, Incoming, TurnRecord } from '../../bot/ports.js';
import type { Reply, ReplyBlock } from '../../rendering/reply.js';
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
const activityId = (conversation: string, n: number): string => `${conversation}|${n.toString().padStart(7, '0')}`;

/** The turns as clients see them. `fallback` is the watermark when there are none. */
export const activitySet = (turns: readonly TurnRecord[], fallback: string): ActivitySet => ({
  activities: turns.flatMap(activitiesOfTurn),
  watermark: turns.at(-1)?.sequence.toString() ?? fallback,
});

const activitiesOfTurn = (turn: TurnRecord): readonly OutgoingActivity[] => [userActivity(turn), botActivity(turn)];

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

function botActivity({ conversation, sequence, at, reply }: TurnRecord): OutgoingActivity {
  const { conversation: _, ...zhida } = reply;
  const attachments = reply.blocks.flatMap((block) => (block.kind === 'quote' ? [quoteCard(block)] : []));
  const actions = choices(reply).map(({ label, send }) => ({ type: 'imBack', title: label, value: send }));
  return {
    type: 'message',
    id: botActivityId(conversation, sequence),
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
    ...(attachments.length > 0 && { attachments }),
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
    channelData: { zhida },
  };
}

/** What the user can tap next: the options asked about, else the suggestions. */
function choices(reply: Reply): Reply['suggestions'] {
  const options = reply.blocks.flatMap((block) => (block.kind === 'options' ? block.choices : []));
  return options.length > 0 ? options : reply.suggestions;
}

type QuoteBlock = Extract<ReplyBlock, { kind: 'quote' }>;

/** Adaptive Card 1.3: the newest version that Web Chat and the channels behind it all render. */
function quoteCard({ title, rows, formula }: QuoteBlock): object {
  const facts = rows.map(({ label, value }) => ({ title: label, value }));
  const fallbackText = [title, ...rows.map(({ label, value }) => `${label}: ${value}`), formula].join('\n');
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.3',
      fallbackText,
      body: [
        { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
        { type: 'FactSet', facts },
        { type: 'TextBlock', text: formula, isSubtle: true, wrap: true },
      ],
    },
  };
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
