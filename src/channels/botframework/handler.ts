import { z } from 'zod';
import { assertNever } from '../../base/assert-never.js';
import { LANGUAGES, type Language, languageOfTag } from '../../base/language.js';
import type { Bot } from '../../bot/bot.js';
import type { ConversationId, Ids, TurnError, TurnRecord } from '../../bot/ports.js';
import type { Reply } from '../../rendering/reply.js';
import { digestOf } from '../digest.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { Activity, expectsReplies, problemOf } from './activity.js';
import { outgoing } from './outgoing.js';
import { type LinkTo, said, speechOf } from './replies.js';
import { conversationOf, isGroup, textFor, threadOf } from './thread.js';

/** The part of a framework's turn context that is used; the Agents SDK's and botbuilder's both have it. */
export interface TurnContext {
  readonly activity: object;
  /** Takes activities; each framework types them by a class of its own. */
  sendActivities(activities: object[]): Promise<unknown>;
}

export interface HandlerParts {
  readonly bot: Bot;
  readonly ids: Ids;
  /** What is said to who is new. Default: nothing. */
  readonly welcome?: (language: Language) => Reply;
  /** What cards link to. Default: sources are named only. */
  readonly linkTo?: LinkTo;
  /**
   * Leave replies in the outbox, with their turns. Default: they are sent through the context, and after a failure
   * when the channel sends the activity again.
   */
  readonly viaOutbox?: boolean;
}

/** Answers one activity and gives the reply; `undefined` for an activity that asks nothing of the bot. */
export type Handler = (context: TurnContext) => Promise<Reply | undefined>;

/** A message that was not taken: `busy` may be sent again, `conflict` says that its id belongs to another one. */
export class ActivityError extends Error {
  readonly kind: 'busy' | 'conflict';

  constructor(kind: 'busy' | 'conflict') {
    super(kind === 'busy' ? 'The conversation is busy; send the activity again' : 'Another message was already sent under this id');
    this.name = 'ActivityError';
    this.kind = kind;
  }
}

/** Milliseconds before a person is told that the bot is at work; most turns are done by then. */
const TYPING_AFTER = 500;
/** Turns whose reply could not be sent that are remembered. */
const MOST_UNSENT = 1000;

/** A bot for the turns of any Bot Framework adapter. */
export function createHandler({ bot, ids, welcome, linkTo, viaOutbox = false }: HandlerParts): Handler {
  const unsent = new Set<string>();
  const greeting = new Set<ConversationId>();

  /** Whether its reply goes by the outbox, as an answer to the activity's id. */
  const isStored = (activity: Activity): boolean => viaOutbox && activity.id !== undefined && !expectsReplies(activity);

  async function answer(context: TurnContext, activity: Activity): Promise<Reply | undefined> {
    const text = textFor(activity);
    if (text === undefined) return undefined;
    const attempt = ids.next();
    const key = activity.id ?? attempt;
    const language = languageOf(activity);
    const wording = CHANNEL_WORDINGS[language];
    const outcome = await withTyping(context, activity, () => turn(activity, key, text, attempt)).catch(async (error: unknown) => {
      // A person is told as well; a program learns it from the failure alone.
      if (!expectsReplies(activity)) await context.sendActivities([said(wording.failed, language)]).catch(() => {});
      throw error;
    });
    if (!outcome.ok) {
      if (outcome.error.kind === 'erased') return undefined;
      const problem = refusal(outcome.error);
      await context.sendActivities([said(problem.kind === 'empty' ? wording.onlyText : wording.tooLong(problem.limit), language)]);
      return undefined;
    }
    const { reply, conversation } = outcome.value;
    if (isStored(activity)) return reply;
    const name = digestOf(conversation, key);
    // A resent activity gets its reply again only where that is the answer to the request, or was never sent.
    const isRepeated = attemptOf(outcome.value) !== attempt;
    if (isRepeated && !expectsReplies(activity) && !unsent.has(name)) return reply;
    try {
      await context.sendActivities([speechOf(reply, activity, linkTo)]);
      unsent.delete(name);
    } catch (error) {
      if (unsent.size >= MOST_UNSENT) unsent.clear();
      unsent.add(name);
      throw error;
    }
    return reply;
  }

  async function turn(activity: Activity, key: string, text: string, attempt: string) {
    const incoming = {
      conversation: threadOf(activity),
      key,
      text,
      ...(activity.locale !== undefined && { locale: activity.locale }),
      ...(activity.from !== undefined && { from: activity.from.id }),
      channelData: { botframework: { attempt } },
      ...(isStored(activity) && {
        outgoing: (reply: Reply, { sequence }: { readonly sequence: number }) => [
          outgoing(activity, speechOf(reply, activity, linkTo), sequence),
        ],
      }),
    };
    const outcome = await bot.turn(incoming);
    if (outcome.ok || outcome.error.kind !== 'unknown-conversation') return outcome;
    await bot.start(incoming.conversation);
    return bot.turn(incoming);
  }

  /** Greets once a conversation: channels tell of the same arrival more than once. */
  async function greet(context: TurnContext, activity: Activity): Promise<Reply | undefined> {
    const conversation = conversationOf(activity);
    if (!welcome || greeting.has(conversation)) return undefined;
    greeting.add(conversation);
    try {
      if (await bot.has(conversation)) return undefined;
      const reply = welcome(languageOf(activity));
      await context.sendActivities([speechOf(reply, activity, linkTo)]);
      await bot.start(conversation);
      return reply;
    } finally {
      greeting.delete(conversation);
    }
  }

  return async (context) => {
    const read = Activity.safeParse(context.activity);
    if (!read.success) throw new TypeError(`This is no activity that can be answered: ${problemOf(read.error)}`);
    const activity = read.data;
    if (activity.type === 'message') return isOwn(activity) ? undefined : answer(context, activity);
    return isArrival(activity) ? greet(context, activity) : undefined;
  };
}

/** Some channels give the bot back what it said itself. */
const isOwn = ({ from, recipient }: Activity): boolean => from?.role === 'bot' || (from !== undefined && from.id === recipient.id);

/** Somebody to greet: a person who joins the bot, or a group that the bot joins. */
function isArrival(activity: Activity): boolean {
  const { type, action, membersAdded = [], recipient } = activity;
  if (type === 'installationUpdate') return action === 'add';
  if (type !== 'conversationUpdate') return false;
  return membersAdded.some(({ id }) => (isGroup(activity) ? id === recipient.id : id !== recipient.id));
}

const languageOf = ({ locale }: Activity): Language => (locale === undefined ? undefined : languageOfTag(locale)) ?? LANGUAGES[0];

/** Tells who is waiting that the bot is at work. A reply in the response shows nothing before it is there. */
async function withTyping<T>(context: TurnContext, activity: Activity, work: () => Promise<T>): Promise<T> {
  if (expectsReplies(activity)) return work();
  // Whether it arrives does not matter; whether the reply does, its own sending shows.
  const timer = setTimeout(() => void context.sendActivities([{ type: 'typing' }]).catch(() => {}), TYPING_AFTER);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

const Kept = z.object({ botframework: z.object({ attempt: z.string() }) });

/** Which of the attempts at the same activity made this turn. */
function attemptOf({ incoming }: TurnRecord): string | undefined {
  const kept = Kept.safeParse(incoming.channelData);
  return kept.success ? kept.data.botframework.attempt : undefined;
}

/** What to tell the person; what is only for the program that sent it is thrown. */
function refusal(error: Exclude<TurnError, { kind: 'erased' }>): Extract<TurnError, { kind: 'empty' | 'too-long' }> {
  switch (error.kind) {
    case 'empty':
    case 'too-long':
      return error;
    case 'key-reused':
      throw new ActivityError('conflict');
    case 'busy':
    case 'unknown-conversation':
      throw new ActivityError('busy');
    default:
      return assertNever(error);
  }
}
