import { err, ok, type Result } from '../base/result.js';
import { isObject, type Json, keepMessage, keepOther, stringOf, titlesOf } from './activity-json.js';
import { type Conversation, normalizeText, type Role } from './conversation.js';
import { parseChat } from './parse-chat.js';
import { type Problem, problemAt } from './problems.js';
import { type ChatDraft, composeChat } from './write-chat.js';

interface ReadActivity {
  readonly role: 'user' | 'bot';
  readonly name: string | undefined;
  readonly recipient: string | undefined;
  readonly text: string;
  readonly suggestions: readonly string[];
  readonly locale: string | undefined;
  readonly channelId: string | undefined;
  readonly conversation: string | undefined;
  readonly whole: Json;
}

/** An activity as it came: a message that says something, or one that only the whole recording is interested in. */
type Received = { readonly kind: 'spoken'; readonly activity: ReadActivity } | { readonly kind: 'other'; readonly whole: Json };

export interface ReadOptions {
  /** Keeps all that a `.chat` file has no words for in its comments, so that `writeTranscript` gives the recording back. */
  readonly keepAll?: boolean;
}

/**
 * Reads a Bot Framework `.transcript`: a JSON array of activities. Read are the messages with text, their speakers and suggested
 * actions; every other type of activity, times and attachments are left out unless all is kept. A missing role is the user's.
 */
export function parseTranscript(
  json: string,
  file: string,
  { keepAll = false }: ReadOptions = {},
): Result<Conversation, readonly Problem[]> {
  const parsed = parseJson(json, file);
  if (!parsed.ok) return err([parsed.error]);
  if (!Array.isArray(parsed.value)) return err([problemAt(file, 1)('no-activities')]);
  const activities: Received[] = [];
  const problems: Problem[] = [];
  for (const [index, value] of parsed.value.entries()) {
    const read = readActivity(value);
    if (!read.ok) problems.push(problemAt(file, 0)('bad-activity', index, read.error));
    else activities.push(read.value);
  }
  if (problems.length > 0) return err(problems);
  return parseChat(composeChat(draftOf(activities, keepAll)), file);
}

function draftOf(received: readonly Received[], keepAll: boolean): ChatDraft {
  const activities = received.flatMap((each) => (each.kind === 'spoken' ? [each.activity] : []));
  const first = (read: (activity: ReadActivity) => string | undefined) => activities.map(read).find((value) => value !== undefined);
  const header = {
    id: first(({ conversation }) => conversation),
    user: first(({ role, name, recipient }) => (role === 'user' ? name : recipient)),
    bot: first(({ role, name, recipient }) => (role === 'bot' ? name : recipient)),
    locale: first(({ locale }) => locale),
    channelId: first(({ channelId }) => channelId),
  };
  if (!keepAll) return { ...header, messages: activities };
  const comments: string[] = [];
  const messages: { role: Role; text: string; suggestions: readonly string[]; comments: string[] }[] = [];
  for (const each of received) {
    if (each.kind === 'other') (messages.at(-1)?.comments ?? comments).push(keepOther(each.whole));
    else messages.push({ ...each.activity, comments: [keepMessage(each.activity.whole)] });
  }
  return { ...header, comments, messages };
}

function parseJson(json: string, file: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(json.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = reasonOf(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const line = position === undefined ? lineOfToken(json) : json.slice(0, Number(position)).trimEnd().split('\n').length;
    return err(problemAt(file, line)('bad-json', reason));
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');

/** V8 gives no position for an unexpected token: it is on the first line with which the beginning of the text has one, else on the last. */
function lineOfToken(json: string): number {
  const lines = json.trimEnd().split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasBadToken(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function hasBadToken(json: string): boolean {
  try {
    JSON.parse(json);
    return false;
  } catch (error) {
    return reasonOf(error).startsWith('Unexpected token');
  }
}

function readActivity(value: unknown): Result<Received, string> {
  if (!isObject(value)) return err('is no object');
  if (typeof value.type !== 'string') return err('has no `type`');
  const other: Received = { kind: 'other', whole: value };
  if (value.type !== 'message') return ok(other);
  const { from = {}, text = '' } = value;
  if (!isObject(from)) return err('has a `from` that is no object');
  if (typeof text !== 'string') return err('has a `text` that is no string');
  if (normalizeText(text) === '') return ok(other);
  const activity: ReadActivity = {
    role: from.role === 'bot' ? 'bot' : 'user',
    name: stringOf(from.name),
    recipient: isObject(value.recipient) ? stringOf(value.recipient.name) : undefined,
    text,
    suggestions: titlesOf(value),
    locale: stringOf(value.locale),
    channelId: stringOf(value.channelId),
    conversation: isObject(value.conversation) ? stringOf(value.conversation.id) : undefined,
    whole: value,
  };
  return ok({ kind: 'spoken', activity });
}
