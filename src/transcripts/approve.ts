import { suggestionsCommand } from './commands.js';
import { type BodyLine, type Conversation, type Message, type Speakers, type Turn, turnsOf } from './conversation.js';
import { readContent } from './lines.js';
import { applyMasks } from './masks.js';
import { parseChat } from './parse-chat.js';
import { formatProblem } from './problems.js';
import type { Mismatch, ReplayResult } from './replay.js';
import { textLines, writeChat } from './write-chat.js';

export interface Approval {
  readonly conversation: Conversation;
  readonly changed: boolean;
  /** What no new text can settle: assertions that fail, turns that the bot did not take. */
  readonly remaining: readonly Mismatch[];
}

type ContentLine = Extract<BodyLine, { kind: 'content' }>;

/**
 * The conversation with the texts and suggestions that the bot gave, masked. Comments, commands and assertions stay as written;
 * several messages of one turn become one where their text changed.
 */
export function approve(conversation: Conversation, result: ReplayResult): Approval {
  const { speakers } = conversation;
  const replaced = new Map<Message, readonly Message[]>();
  const remaining: Mismatch[] = [];
  for (const [index, turn] of turnsOf(conversation.messages).turns.entries()) {
    let bot = turn.bot;
    let before: readonly Message[] = [turn.user];
    for (const mismatch of result.turns[index]?.mismatches ?? []) {
      if (mismatch.kind === 'suggestions') bot = withSuggestions(bot, mismatch.actual, speakers);
      else if ((mismatch.kind === 'text' || mismatch.kind === 'unexpected-reply') && mismatch.actual !== '') {
        const said = result.turns[index]?.actual?.text ?? mismatch.actual;
        [before, bot] = withText({ user: turn.user, bot }, writtenText(mismatch.actual, said, conversation), speakers);
      } else remaining.push(mismatch);
    }
    if (bot === turn.bot) continue;
    replaced.set(turn.user, [...before, ...bot]);
    for (const message of turn.bot) replaced.set(message, []);
  }
  if (replaced.size === 0) return { conversation, changed: false, remaining };
  const messages = conversation.messages.flatMap((message) => replaced.get(message) ?? [message]);
  const read = parseChat(writeChat({ ...conversation, messages }), conversation.file);
  if (!read.ok) throw new Error(`an approved transcript cannot be read: ${read.error.map(formatProblem).join('\n')}`);
  return { conversation: read.value, changed: true, remaining };
}

/** The masked text, unless a mask would change it again when the file is read. */
const writtenText = (masked: string, said: string, { masks }: Conversation): string =>
  applyMasks(masked, masks) === masked ? masked : said;

function withText({ user, bot }: Turn, text: string, speakers: Speakers): readonly [readonly Message[], readonly Message[]] {
  const [first] = bot;
  if (first) return [[user], [retext({ ...first, lines: bot.flatMap(linesToMerge) }, text, speakers)]];
  // The blank lines between two turns stand after the new reply.
  const said = user.lines.findLastIndex((line) => !isBlank(line)) + 1;
  const reply: Message = { role: 'bot', prefix: 'bot:', name: 'bot', line: 0, lines: user.lines.slice(said) };
  const lines = [...newLines(text, 'first', speakers), ...reply.lines];
  return [[{ ...user, lines: user.lines.slice(0, said) }], [{ ...reply, lines }]];
}

/** The lines of one message of several: the first of a later one loses the space behind its speaker, or goes when nothing is on it. */
function linesToMerge({ lines }: Message, index: number): readonly BodyLine[] {
  const [first, ...others] = lines;
  if (index === 0 || first?.kind !== 'content') return lines;
  return isBlank(first) ? others : [{ ...first, raw: first.raw.trimStart() }, ...others];
}

/** Puts the text where the old one began; blank lines after the old one stay. */
function retext(message: Message, text: string, speakers: Speakers): Message {
  const { lines } = message;
  const isText = (line: BodyLine): boolean => line.kind === 'content' && line.text !== '';
  const last = lines.findLastIndex(isText);
  const startsWithCommands = lines[0]?.kind === 'content' && lines[0].commands.length > 0;
  const place = Math.max(lines.findIndex(isText), 0);
  const written = lines.flatMap((line, index): readonly BodyLine[] => {
    if (line.kind !== 'content' || index > Math.max(last, place)) return [line];
    const commands = line.commands.map(({ raw }) => raw).join('');
    const kept = commands === '' ? [] : [contentLine(index === 0 ? ` ${commands}` : commands, line)];
    if (index === place) return [...kept, ...newLines(text, index === 0 && !startsWithCommands ? 'first' : 'following', speakers)];
    // The line of the speaker has to stay, even with nothing on it.
    return index === 0 && kept.length === 0 ? [line] : kept;
  });
  return { ...message, lines: written };
}

function newLines(text: string, begin: 'first' | 'following', speakers: Speakers): readonly BodyLine[] {
  return textLines(text, begin, speakers).map((raw, index) =>
    index === 0 && begin === 'first' ? readContent(` ${raw}`, 'first', speakers) : readContent(raw, 'following', speakers),
  );
}

/** Writes the labels where suggestions stand first, and removes them elsewhere. */
function withSuggestions(bot: readonly Message[], labels: readonly string[], speakers: Speakers): readonly Message[] {
  let pending = labels.length > 0 ? suggestionsCommand(labels) : '';
  return bot.map((message) => {
    const lines = message.lines.flatMap((line, index): readonly BodyLine[] => {
      if (line.kind !== 'content' || !line.commands.some(({ name }) => name === 'suggestions')) return [line];
      let raw = line.raw;
      // Each command stands behind the one before it; a card may hold the same words inside.
      let from = 0;
      for (const command of line.commands) {
        const start = raw.indexOf(command.raw, from);
        const written = command.name === 'suggestions' ? pending : command.raw;
        raw = raw.slice(0, start) + written + raw.slice(start + command.raw.length);
        from = start + written.length;
        if (command.name === 'suggestions') pending = '';
      }
      if (raw.trim() === '' && index > 0) return [];
      return [readContent(raw, index === 0 ? 'first' : 'following', speakers)];
    });
    return { ...message, lines };
  });
}

const contentLine = (raw: string, { commands }: ContentLine): ContentLine => ({ kind: 'content', raw, text: '', commands, dots: false });

const isBlank = (line: BodyLine): boolean => line.kind === 'content' && line.text.trim() === '' && line.commands.length === 0;
