import { suggestionsCommand } from './commands.js';
import { type Conversation, normalizeText, type Role, type Speakers } from './conversation.js';
import { isId, isLocale, isName, isTag } from './header.js';
import { writeContent } from './lines.js';

/** The file as it was read: every line, comment and space. */
export function writeChat({ header, messages }: Conversation): string {
  const bodies = messages.flatMap(({ prefix, lines }) => lines.map(({ raw }, index) => (index === 0 ? prefix + raw : raw)));
  return [...header, ...bodies].join('\n');
}

/** A conversation that is not in a `.chat` file yet: a recording, or one from another format. */
export interface ChatDraft {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly tags?: readonly string[];
  readonly locale?: string | undefined;
  readonly user?: string | undefined;
  readonly bot?: string | undefined;
  readonly channelId?: string | undefined;
  /** Below the header, without their mark. */
  readonly comments?: readonly string[];
  readonly messages: readonly DraftMessage[];
}

interface DraftMessage {
  readonly role: Role;
  readonly text: string;
  readonly suggestions?: readonly string[];
  /** Below the text, without their mark; an assertion begins with `@`. */
  readonly comments?: readonly string[];
}

/**
 * Writes a draft as a `.chat` file that `parseChat` reads back with the same texts (normalized). A message without text is left out,
 * and so is a header value that the format cannot hold: names with `=`, `:`, `,` and brackets, an id with other than letters,
 * digits, `.`, `_` and `-`.
 */
export function composeChat(draft: ChatDraft): string {
  const names = speakerNames(draft);
  const tags = (draft.tags ?? []).filter(isTag);
  const header = [
    ...(draft.id !== undefined && isId(draft.id) ? [`> id: ${draft.id}`] : []),
    ...(draft.title?.trim() ? [`> title: ${oneLine(draft.title)}`] : []),
    ...(tags.length > 0 ? [`> tags: ${tags.join(', ')}`] : []),
    ...(draft.locale !== undefined && isLocale(draft.locale) ? [`> locale: ${draft.locale}`] : []),
    ...(names.user === undefined ? [] : [`user=${names.user}`]),
    ...(names.bot === undefined ? [] : [`bot=${names.bot}`]),
    ...(draft.channelId !== undefined && isName(draft.channelId) ? [`channelId=${draft.channelId}`] : []),
    ...(draft.comments ?? []).map((each) => `> ${each}`),
  ];
  const speakers: Speakers = new Map<string, Role>([
    ['user', 'user'],
    ['bot', 'bot'],
    ...(names.user === undefined ? [] : [[names.user.toLowerCase(), 'user'] as const]),
    ...(names.bot === undefined ? [] : [[names.bot.toLowerCase(), 'bot'] as const]),
  ]);
  const messages = draft.messages.flatMap(({ role, text, suggestions = [], comments = [] }) => {
    const lines = textLines(text, 'first', speakers);
    if (lines.length === 0) return [];
    const below = [...comments.map((each) => `> ${each}`), ...(suggestions.length > 0 ? [suggestionsCommand(suggestions)] : [])];
    return [[`${role}: ${lines.join('\n')}`, ...below].join('\n')];
  });
  return `${[...(header.length > 0 ? [header.join('\n')] : []), ...messages].join('\n\n')}\n`;
}

/** The lines of a message as they stand in the file, beginning behind the speaker or below; none for a text of spaces only. */
export function textLines(text: string, begin: 'first' | 'following', speakers: Speakers): readonly string[] {
  const normal = normalizeText(text);
  if (normal === '') return [];
  return normal.split('\n').map((line, index) => writeContent(line, index === 0 ? begin : 'following', speakers));
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

function speakerNames({ user, bot }: ChatDraft): { readonly user?: string; readonly bot?: string } {
  const names: { readonly user?: string; readonly bot?: string } = {
    ...(user !== undefined && isName(user) && user.trim().toLowerCase() !== 'bot' ? { user: oneLine(user) } : {}),
    ...(bot !== undefined && isName(bot) && bot.trim().toLowerCase() !== 'user' ? { bot: oneLine(bot) } : {}),
  };
  return names.user?.toLowerCase() === names.bot?.toLowerCase() ? {} : names;
}
