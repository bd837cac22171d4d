/** chatdown's commands. A bracket with any other name is text. */
const PLAIN = [
  'Typing',
  'Delay',
  'Suggestions',
  'Attachment',
  'AttachmentLayout',
  'ConversationUpdate',
  'ContactRelationUpdate',
  'EndOfConversation',
  'DeleteUserData',
  'MessageReaction',
  'MessageDelete',
  'MessageUpdate',
  'Message',
  'InputHint',
  'Invoke',
  'Event',
  'Trace',
  'Handoff',
  'Ping',
  'Language',
];

/** These may also span lines: `[HeroCard`, then `key = value` lines, then `]`. */
const CARDS = [
  'HeroCard',
  'ThumbnailCard',
  'AudioCard',
  'VideoCard',
  'AnimationCard',
  'MediaCard',
  'SigninCard',
  'OAuthCard',
  'ReceiptCard',
  'AdaptiveCard',
];

/** Something beside the text of a message: `[Delay=500]`. */
export interface Command {
  /** As chatdown spells it, in lower case: `suggestions`. */
  readonly name: string;
  /** What follows `=`, as written. */
  readonly value: string;
  readonly raw: string;
}

// A link such as `[Typing](https://…)` is text, hence the look-ahead.
const COMMAND = new RegExp(
  String.raw`(\\*)\[(?:(${[...PLAIN, ...CARDS].join('|')})(?:=((?:\\.|[^\]\\\n])*))?|(${CARDS.join('|')})\s+([^\]]*))\](?!\()`,
  'giu',
);
const CARD_OPEN = new RegExp(String.raw`^\s*\[(${CARDS.join('|')})(?![\w=])[^\]]*$`, 'iu');

/** The name of the card that this line opens and does not close. */
export const opensCard = (line: string): string | undefined => CARD_OPEN.exec(line)?.[1];

/**
 * Parts the commands of a line from its text. A backslash before a command makes it text and is dropped.
 *
 * `[Typing] see [the docs](url)` is the command `typing` and the text `see [the docs](url)`.
 */
export function splitCommands(raw: string): { readonly text: string; readonly commands: readonly Command[] } {
  const commands: Command[] = [];
  const pieces: string[] = [];
  let piece = '';
  let done = 0;
  for (const match of raw.matchAll(COMMAND)) {
    const [whole, backslashes = '', plain, value, card, fields] = match;
    piece += raw.slice(done, match.index);
    done = match.index + whole.length;
    if (backslashes !== '') {
      piece += whole.slice(1);
      continue;
    }
    commands.push({ name: (plain ?? card ?? '').toLowerCase(), value: value ?? fields ?? '', raw: whole });
    pieces.push(piece);
    piece = '';
  }
  pieces.push(piece + raw.slice(done));
  if (commands.length === 0) return { text: pieces.join(''), commands };
  const words = pieces.map((each) => each.trim()).filter((each) => each !== '');
  return { text: words.join(' '), commands };
}

/** Text in which nothing is read as a command. */
export const escapeCommands = (text: string): string => text.replace(COMMAND, (whole) => `\\${whole}`);

/** Labels of `[Suggestions=a|b]`; `\|` and `\]` stand for the characters themselves. */
export function suggestionsOf(command: Command): readonly string[] {
  const labels = command.value.match(/(?:\\.|[^|\\])+/gu) ?? [];
  return labels.map((label) => label.replace(/\\([|\]\\])/g, '$1').trim()).filter((label) => label !== '');
}

export function suggestionsCommand(labels: readonly string[]): string {
  const values = labels.map((label) => label.replace(/\s+/g, ' ').replace(/[|\]\\]/g, '\\$&'));
  return `[Suggestions=${values.join('|')}]`;
}
