import type { Command } from './commands.js';
import type { Mask } from './masks.js';

export type Role = 'user' | 'bot';

/** A line of a message with everything needed to write it again: `raw` is how it stands in the file. */
export type BodyLine =
  | {
      readonly kind: 'content';
      readonly raw: string;
      /** Without commands and escapes. */
      readonly text: string;
      readonly commands: readonly Command[];
      /** The line is `...`, which stands for any text when the message has no other. */
      readonly dots: boolean;
    }
  | { readonly kind: 'comment'; readonly raw: string }
  | { readonly kind: 'assertion'; readonly raw: string; readonly line: number; readonly name: string; readonly argument: string };

export type AssertionLine = Extract<BodyLine, { kind: 'assertion' }>;

/** What one side says. The first of `lines` stands behind `prefix` on the line of the speaker. */
export interface Message {
  readonly role: Role;
  /** The speaker as written, with the colon: `Ann:`. */
  readonly prefix: string;
  /** The speaker's name without recipient: `Ann`. */
  readonly name: string;
  readonly line: number;
  readonly lines: readonly BodyLine[];
}

/** Speakers by name in lower case; `user` and `bot` always speak. */
export type Speakers = ReadonlyMap<string, Role>;

/** A `.chat` file. It holds every line as written, so that writing it gives the same file. */
export interface Conversation {
  readonly file: string;
  /** From `> id:`, else the file's name without ending. */
  readonly id: string;
  readonly title?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly locale?: string;
  readonly masks: readonly Mask[];
  /** Who `user` and `bot` are: the first name declared for each, else the word itself. */
  readonly names: { readonly [R in Role]: string };
  readonly speakers: Speakers;
  readonly channelId?: string;
  /** The lines before the first message, as written. */
  readonly header: readonly string[];
  readonly messages: readonly Message[];
}

/** One message of the user with all that the bot says until the user speaks again. */
export interface Turn {
  readonly user: Message;
  readonly bot: readonly Message[];
}

/** The form in which texts are compared: `\n`, and no space at the ends of lines or around the whole. */
export function normalizeText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** The message without commands and comments, normalized; empty for one that has only those. */
export function textOf(message: Message): string {
  const spoken = message.lines.flatMap((line) =>
    line.kind === 'content' && (line.text !== '' || line.commands.length === 0) ? [line.text] : [],
  );
  return normalizeText(spoken.join('\n'));
}

/** Whether the message is `...`: any text will do. */
export const isAnyText = (message: Message): boolean =>
  textOf(message) === '...' && message.lines.some((line) => line.kind === 'content' && line.dots);

/** The name that the speaker goes by: `Ann` for `user:` under `user=Ann`. */
export const speakerOf = ({ name, role }: Message, { names }: Conversation): string => (name.toLowerCase() === role ? names[role] : name);

export const commandsOf = (message: Message): readonly Command[] =>
  message.lines.flatMap((line) => (line.kind === 'content' ? line.commands : []));

export const assertionsOf = (message: Message): readonly AssertionLine[] =>
  message.lines.flatMap((line) => (line.kind === 'assertion' ? [line] : []));

/**
 * What a replay runs. A user's message without text (`[ConversationUpdate=…]`) is no turn, and what the bot says before
 * the first turn or after such a message answers nobody: it is kept in the file and not compared.
 */
export function turnsOf(messages: readonly Message[]): { readonly turns: readonly Turn[]; readonly unasked: readonly Message[] } {
  const turns: { user: Message; bot: Message[] }[] = [];
  const unasked: Message[] = [];
  let asked: { user: Message; bot: Message[] } | undefined;
  for (const message of messages) {
    if (message.role === 'bot') {
      (asked?.bot ?? unasked).push(message);
      continue;
    }
    asked = textOf(message) === '' ? undefined : { user: message, bot: [] };
    if (asked) turns.push(asked);
  }
  return { turns, unasked };
}
