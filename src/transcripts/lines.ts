import { escapeCommands, opensCard, splitCommands } from './commands.js';
import type { BodyLine, Role, Speakers } from './conversation.js';
import { nearMiss } from './near.js';

/** How a line begins, when it does not simply go on with the message. */
export type LineStart =
  | { readonly kind: 'speaker'; readonly role: Role; readonly name: string; readonly prefix: string; readonly rest: string }
  | { readonly kind: 'wide-colon'; readonly name: string }
  | { readonly kind: 'near-miss'; readonly name: string; readonly meant: string }
  | { readonly kind: 'comment' };

const SPEAKER = /^([^\s:：>[\\][^:：>]{0,59}?)\s*(?:->[^:：]*)?([:：])/u;
const BACKSLASHES = /^\\+/;
const DOTS = /^\s*\.\.\.\s*$/;
const ESCAPED_DOTS = /^(\s*)\\(\\*\.\.\.\s*)$/;

/** Reads the start of a line in column 0; `undefined` for a line that is text. */
export function readStart(line: string, speakers: Speakers): LineStart | undefined {
  if (line.startsWith('>')) return { kind: 'comment' };
  const [prefix, name, colon] = SPEAKER.exec(line) ?? [];
  if (prefix === undefined || name === undefined) return undefined;
  const role = speakers.get(name.toLowerCase());
  if (role !== undefined && colon === ':') return { kind: 'speaker', role, name, prefix, rest: line.slice(prefix.length) };
  if (role !== undefined) return { kind: 'wide-colon', name };
  const meant = nearMiss(name, [...speakers.keys()]);
  return meant === undefined ? undefined : { kind: 'near-miss', name, meant };
}

/**
 * Reads text of a message. Backslashes before what would be read as something else (a speaker or `>` in column 0,
 * a command, a lone `...`) lose one; every other backslash is itself.
 */
export function readContent(raw: string, where: 'first' | 'following', speakers: Speakers): BodyLine {
  let line = where === 'following' && startsEscaped(raw, speakers) ? raw.slice(1) : raw;
  line = line.replace(ESCAPED_DOTS, '$1$2');
  if (opensEscapedCard(line)) line = line.replace('\\', '');
  return { kind: 'content', raw, ...splitCommands(line), dots: DOTS.test(raw) };
}

/** Writes one line of text so that `readContent` gives it back. */
export function writeContent(text: string, where: 'first' | 'following', speakers: Speakers): string {
  let line = escapeCommands(text);
  if (/^\s*\\*\.\.\.\s*$/.test(line) || opensCard(withoutBackslashes(line)) !== undefined) line = line.replace(/\S/, '\\$&');
  if (where === 'following' && readStart(line.replace(BACKSLASHES, ''), speakers)) line = `\\${line}`;
  return line;
}

const withoutBackslashes = (line: string): string => line.replace(/^(\s*)\\+/, '$1');

const opensEscapedCard = (line: string): boolean => /^\s*\\/.test(line) && opensCard(withoutBackslashes(line)) !== undefined;

const startsEscaped = (line: string, speakers: Speakers): boolean =>
  line.startsWith('\\') && readStart(line.replace(BACKSLASHES, ''), speakers) !== undefined;
