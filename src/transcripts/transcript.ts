import { err, ok, type Result } from '../base/result.js';
import { suggestionsOf } from './commands.js';
import { type Conversation, commandsOf, type Role, speakerOf, textOf } from './conversation.js';
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
}

/** What is read of an activity and of the objects in it, before it is known to be there. */
interface Json {
  readonly type?: unknown;
  readonly from?: unknown;
  readonly recipient?: unknown;
  readonly role?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly suggestedActions?: unknown;
  readonly actions?: unknown;
  readonly title?: unknown;
  readonly locale?: unknown;
  readonly channelId?: unknown;
  readonly conversation?: unknown;
  readonly id?: unknown;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Reads a Bot Framework `.transcript`: a JSON array of activities. Kept are the messages with text, their speakers and suggested
 * actions; every other type of activity, times and attachments are left out. A missing role is the user's.
 */
export function parseTranscript(json: string, file: string): Result<Conversation, readonly Problem[]> {
  const parsed = parseJson(json, file);
  if (!parsed.ok) return err([parsed.error]);
  if (!Array.isArray(parsed.value)) return err([problemAt(file, 1)('no-activities')]);
  const activities: ReadActivity[] = [];
  const problems: Problem[] = [];
  for (const [index, value] of parsed.value.entries()) {
    const read = readActivity(value);
    if (!read.ok) problems.push(problemAt(file, 0)('bad-activity', index, read.error));
    else if (read.value) activities.push(read.value);
  }
  if (problems.length > 0) return err(problems);
  return parseChat(composeChat(draftOf(activities)), file);
}

function draftOf(activities: readonly ReadActivity[]): ChatDraft {
  const first = (read: (activity: ReadActivity) => string | undefined) => activities.map(read).find((value) => value !== undefined);
  const header = {
    id: first(({ conversation }) => conversation),
    user: first(({ role, name, recipient }) => (role === 'user' ? name : recipient)),
    bot: first(({ role, name, recipient }) => (role === 'bot' ? name : recipient)),
    locale: first(({ locale }) => locale),
    channelId: first(({ channelId }) => channelId),
  };
  return { ...header, messages: activities };
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

/** `undefined` for an activity that says nothing. */
function readActivity(value: unknown): Result<ReadActivity | undefined, string> {
  if (!isObject(value)) return err('is no object');
  if (typeof value.type !== 'string') return err('has no `type`');
  if (value.type !== 'message') return ok(undefined);
  const { from = {}, text = '', suggestedActions = {} } = value;
  if (!isObject(from)) return err('has a `from` that is no object');
  if (typeof text !== 'string') return err('has a `text` that is no string');
  if (text.trim() === '') return ok(undefined);
  const actions = isObject(suggestedActions) && Array.isArray(suggestedActions.actions) ? suggestedActions.actions : [];
  return ok({
    role: from.role === 'bot' ? 'bot' : 'user',
    name: stringOf(from.name),
    recipient: isObject(value.recipient) ? stringOf(value.recipient.name) : undefined,
    text,
    suggestions: actions.flatMap((action: unknown) => (isObject(action) ? (stringOf(action.title) ?? []) : [])),
    locale: stringOf(value.locale),
    channelId: stringOf(value.channelId),
    conversation: isObject(value.conversation) ? stringOf(value.conversation.id) : undefined,
  });
}

/**
 * Writes a conversation as a `.transcript`. It carries messages, speakers and suggestions; no times, since a `.chat` file has
 * none, and neither assertions nor comments.
 */
export function writeTranscript(conversation: Conversation): string {
  const account = (role: Role, name: string = conversation.names[role]) => ({ id: role, name, role });
  const activities = conversation.messages
    .filter((message) => textOf(message) !== '')
    .map((message, index) => {
      const labels = commandsOf(message).flatMap((command) => (command.name === 'suggestions' ? suggestionsOf(command) : []));
      return {
        type: 'message',
        id: `${index}`,
        ...(conversation.channelId === undefined ? {} : { channelId: conversation.channelId }),
        conversation: { id: conversation.id },
        from: account(message.role, speakerOf(message, conversation)),
        recipient: account(message.role === 'bot' ? 'user' : 'bot'),
        ...(conversation.locale === undefined ? {} : { locale: conversation.locale }),
        text: textOf(message),
        ...(labels.length === 0
          ? {}
          : { suggestedActions: { actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })) } }),
      };
    });
  return `${JSON.stringify(activities, undefined, 2)}\n`;
}
