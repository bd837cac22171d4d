import { z } from 'zod';
import type { Bot } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { sequenceOfBotActivity, VOTES } from './activities.js';
import { badArgument } from './errors.js';
import { type Activity, parse } from './parse.js';

/** Why an answer helped or not, from a list; what a user writes of his own is `other`, since it may hold anything. */
const FEEDBACK_REASONS = ['wrong', 'incomplete', 'unclear', 'off-topic', 'other'] as const;

/** A verdict of a user on one answer, with nothing of him in it. */
export interface Feedback {
  readonly conversation: string;
  readonly sequence: number;
  readonly rating: 'up' | 'down';
  readonly reason?: (typeof FEEDBACK_REASONS)[number];
  /** Of the answer: its kind, its intents and its language. */
  readonly kind: string;
  readonly intents: readonly string[];
  readonly language: string;
}

/** The value of an event `feedback`. */
const Verdict = z.looseObject({
  replyToId: z.string().min(1).max(512),
  rating: z.enum(['up', 'down']),
  reason: z.string().max(500).nullish(),
});

/** What Web Chat's own thumbs send: the action that was clicked, which names the answer. */
const Vote = z.tuple([z.looseObject({ '@type': z.enum(['LikeAction', 'DislikeAction']), '@id': z.string().min(1).max(512) })], z.unknown());

const WEB_CHAT_VOTE = 'webchat:activity-status/feedback';

/** Whether an activity is a verdict rather than something to answer. */
export const isFeedback = ({ type, name }: Activity): boolean => type !== 'message' && (name === 'feedback' || name === WEB_CHAT_VOTE);

/** Reads a verdict, or refuses it: it must be complete and be about an answer of this conversation. */
export async function readFeedback(bot: Bot, conversation: ConversationId, activity: Activity): Promise<Feedback> {
  const { replyToId, rating, reason } = verdictOf(activity);
  const sequence = sequenceOfBotActivity(conversation, replyToId);
  const [turn] = sequence === undefined ? [] : await bot.history(conversation, sequence - 1, 1);
  if (sequence === undefined || turn?.sequence !== sequence) throw badArgument('value.replyToId: no answer of this conversation');
  const { kind, intents, language } = turn.reply;
  return {
    conversation,
    sequence,
    rating,
    ...(reason && { reason: FEEDBACK_REASONS.find((each) => each === reason) ?? 'other' }),
    kind,
    intents: intents.map(({ id }) => id),
    language,
  };
}

function verdictOf({ name, value, entities }: Activity): z.infer<typeof Verdict> {
  if (name !== WEB_CHAT_VOTE) return parse(Verdict, value, 'value');
  const [vote] = parse(Vote, entities, 'entities');
  const rating = vote['@type'] === 'LikeAction' ? 'up' : 'down';
  return { rating, replyToId: vote['@id'].slice(VOTES[rating].length) };
}
