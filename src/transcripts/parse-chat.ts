import { err, ok, type Result } from '../base/result.js';
import { ASSERTION_NAMES, compileAssertion } from './assertions.js';
import { opensCard, splitCommands } from './commands.js';
import {
  assertionsOf,
  type BodyLine,
  type Conversation,
  commandsOf,
  type Message,
  type Speakers,
  textOf,
  turnsOf,
} from './conversation.js';
import { createHeaderReader } from './header.js';
import { type LineStart, readContent, readStart } from './lines.js';
import { type Problem, problemAt } from './problems.js';

type OpenMessage = Message & { readonly lines: BodyLine[] };

/**
 * Reads a `.chat` file: chatdown's format with a header and assertions in `>` comments.
 * Lines end in `\n`; a byte order mark and `\r` are dropped. Every problem is reported, with its line.
 */
export function parseChat(text: string, file: string): Result<Conversation, readonly Problem[]> {
  const problems: Problem[] = [];
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const reader = createHeaderReader(file, problems);
  let end = 0;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const start = readStart(line, reader.speakers);
    if (start?.kind === 'speaker') break;
    const assertion = readAssertion(line, end + 1);
    const slip = slipOf(start, file, end + 1);
    if (slip) problems.push(slip);
    else if (assertion) problems.push(problemAt(file, end + 1)('assertion-without-reply', assertion.name));
    else reader.read(line, end + 1);
  }
  const header = reader.finish();
  const messages = readMessages(lines, end, header.speakers, file, problems);
  problems.push(...checkMessages(messages, file));
  if (problems.length > 0) return err(problems.sort((a, b) => a.line - b.line));
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  return ok({ ...header, file, id: header.id ?? stem, header: lines.slice(0, end), messages });
}

function readMessages(lines: readonly string[], from: number, speakers: Speakers, file: string, problems: Problem[]): readonly Message[] {
  const messages: OpenMessage[] = [];
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const number = index + 1;
    const start = readStart(line, speakers);
    const slip = slipOf(start, file, number);
    if (slip) problems.push(slip);
    if (start?.kind === 'speaker') messages.push({ role: start.role, prefix: start.prefix, name: start.name, line: number, lines: [] });
    const body = messages.at(-1)?.lines;
    if (start?.kind === 'comment') {
      body?.push(readAssertion(line, number) ?? { kind: 'comment', raw: line });
      continue;
    }
    const raw = start?.kind === 'speaker' ? start.rest : line;
    const card = opensCard(raw);
    const end = card === undefined ? index : cardEnd(lines, index, speakers);
    if (card !== undefined && end !== undefined) {
      const whole = [raw, ...lines.slice(index + 1, end + 1)].join('\n');
      body?.push({ kind: 'content', raw: whole, ...splitCommands(whole), dots: false });
      index = end;
      continue;
    }
    if (card !== undefined) problems.push(problemAt(file, number)('unclosed-card', card));
    body?.push(readContent(raw, start?.kind === 'speaker' ? 'first' : 'following', speakers));
  }
  return messages;
}

/** The line with the `]` of a card; `undefined` when somebody speaks before it. */
function cardEnd(lines: readonly string[], opened: number, speakers: Speakers): number | undefined {
  for (let index = opened + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (readStart(line, speakers)?.kind === 'speaker') return undefined;
    if (line.includes(']')) return index;
  }
  return undefined;
}

function slipOf(start: LineStart | undefined, file: string, line: number): Problem | undefined {
  if (start?.kind === 'wide-colon') return problemAt(file, line)('wide-colon', start.name);
  if (start?.kind === 'near-miss') return problemAt(file, line)('unknown-speaker', start.name, start.meant);
  return undefined;
}

function readAssertion(line: string, number: number): Extract<BodyLine, { kind: 'assertion' }> | undefined {
  const [, name, argument] = /^>\s*@(\S*)\s*(.*?)\s*$/u.exec(line) ?? [];
  if (name === undefined || argument === undefined) return undefined;
  return { kind: 'assertion', raw: line, line: number, name, argument };
}

function checkMessages(messages: readonly Message[], file: string): readonly Problem[] {
  const { turns, unasked } = turnsOf(messages);
  const problems: Problem[] = [];
  if (turns.length === 0) problems.push(problemAt(file, 0)('no-user-message'));
  for (const message of messages) {
    const answers = message.role === 'bot' && !unasked.includes(message);
    for (const { name, argument, line } of assertionsOf(message)) {
      const compiled = compileAssertion(name, argument);
      if (compiled === undefined) problems.push(problemAt(file, line)('unknown-assertion', name, ASSERTION_NAMES));
      else if (!answers) problems.push(problemAt(file, line)('assertion-without-reply', name));
      else if (!compiled.ok) problems.push(problemAt(file, line)('bad-assertion', name, compiled.error.why, compiled.error.usage));
    }
    if (textOf(message) === '' && commandsOf(message).length === 0) problems.push(problemAt(file, message.line)(`empty-${message.role}`));
  }
  return problems;
}
