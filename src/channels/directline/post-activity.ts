import { assertNever } from '../../base/assert-never.js';
import type { Bot } from '../../bot/bot.js';
import type { Clock, ConversationId, Ids, Incoming, TurnError } from '../../bot/ports.js';
import type { Caller } from './access.js';
import { echo, keep, typingActivity, userActivityId } from './activities.js';
import { badArgument, busy, DirectLineError, noConversation } from './errors.js';
import { type Feedback, isFeedback, readFeedback } from './feedback.js';
import type { Activity } from './parse.js';
import type { Streams } from './streams.js';

export interface PostParts {
  readonly bot: Bot;
  readonly streams: Streams;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Tells a full store from a broken one. */
  readonly isOverload: (error: unknown) => boolean;
  readonly onError: (error: unknown) => void;
  readonly onFeedback: (feedback: Feedback) => void;
}

/** Milliseconds before the user is told that the bot is at work; most turns are done by then. */
const TYPING_AFTER = 200;

/** Takes one activity of the user and gives its id. A message becomes a turn; a verdict on an answer is counted; all else is only echoed to open sockets. */
export async function postActivity(
  parts: PostParts,
  conversation: ConversationId,
  caller: Caller,
  received: Activity,
  /** Of the files that came with it. */
  digest?: string,
): Promise<string> {
  const { bot, streams, clock, ids } = parts;
  const from = sender(caller, received);
  const activity = withName(received, caller);
  if (activity.type !== 'message') {
    if (isFeedback(activity)) parts.onFeedback(await readFeedback(bot, conversation, activity));
    const id = `${conversation}|${ids.next()}`;
    streams.send(conversation, echo(activity, id, conversation, clock.now().toISOString(), from));
    return id;
  }

  const typing = setTimeout(
    () => streams.send(conversation, typingActivity(conversation, ids.next(), clock.now().toISOString())),
    TYPING_AFTER,
  );
  try {
    const result = await bot.turn({
      conversation,
      key: activity.channelData?.clientActivityID ?? activity.id ?? ids.next(),
      text: activity.text ?? '',
      ...((activity.attachments?.length ?? 0) > 0 && { unread: true }),
      ...(activity.locale != null && { locale: activity.locale }),
      ...(from !== undefined && { from }),
      ...contentOf(activity, digest),
      channelData: keep(activity),
    });
    if (!result.ok) throw refusal(result.error);
    streams.wake(conversation);
    return userActivityId(conversation, result.value.sequence);
  } catch (error) {
    if (error instanceof DirectLineError) throw error;
    if (parts.isOverload(error)) throw busy();
    parts.onError(error);
    throw new DirectLineError(502, 'BotRejectedActivity', 'The bot failed on this activity');
  } finally {
    clearTimeout(typing);
  }
}

/** What a message holds beside its text. What a client says of itself and of the time may change when it sends the same again. */
function contentOf({ attachments, value, name }: Activity, digest: string | undefined): Pick<Incoming, 'content'> {
  const content = {
    ...(attachments?.length && { attachments }),
    ...(value != null && { value }),
    ...(name != null && { name }),
    ...(digest && { digest }),
  };
  return Object.keys(content).length > 0 ? { content } : {};
}

/** The id in the token is the user's; `dl_` ids are given out in tokens only, so nobody can take another's. */
function sender(caller: Caller, { from }: Activity): string | undefined {
  if (caller.kind === 'token' && caller.claims.user !== undefined) return caller.claims.user;
  if (from?.id?.startsWith('dl_')) throw badArgument('from.id: an id that starts with dl_ must come in the token');
  return from?.id ?? undefined;
}

const withName = (activity: Activity, caller: Caller): Activity =>
  caller.kind === 'token' && caller.claims.name !== undefined
    ? { ...activity, from: { ...activity.from, name: caller.claims.name } }
    : activity;

function refusal(error: TurnError): DirectLineError {
  switch (error.kind) {
    case 'unknown-conversation':
    case 'erased':
      return noConversation();
    case 'key-reused':
      return new DirectLineError(409, 'Conflict', 'Another activity was already sent under this id');
    case 'too-long':
      return new DirectLineError(400, 'MessageSizeTooBig', `text: longer than ${error.limit} characters`);
    case 'empty':
      return badArgument('text: a message needs one');
    case 'busy':
      return busy();
    default:
      return assertNever(error);
  }
}
