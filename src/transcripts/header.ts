import type { Role, Speakers } from './conversation.js';
import { type Mask, readPattern } from './masks.js';
import { nearMiss } from './near.js';
import { type Problem, problemAt } from './problems.js';

const SETTINGS = ['user', 'bot', 'channelId', 'users'];
const KEYS = ['id', 'title', 'tags', 'locale', 'mask'];

export const isTag = (text: string): boolean => /^[^\s,，]+$/u.test(text);
export const isId = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text);
export const isLocale = (text: string): boolean => /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(text);

/** Whether a setting can hold the name; chatdown reads no `=` in it, and a comma parts several users. */
export const isName = (text: string): boolean => /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}=:：,>[\]\\]+$/u.test(text);

/** What the header of a `.chat` file says. */
interface Header {
  readonly id?: string;
  readonly title?: string;
  readonly tags: readonly string[];
  readonly locale?: string;
  readonly masks: readonly Mask[];
  readonly channelId?: string;
  /** Who `user` and `bot` are: the first name declared for each, else the word itself. */
  readonly names: { readonly [R in Role]: string };
  readonly speakers: Speakers;
}

/** Reads a header line by line; the speakers it has so far decide where the header ends. */
export interface HeaderReader {
  readonly speakers: Speakers;
  read(line: string, number: number): void;
  finish(): Header;
}

export function createHeaderReader(file: string, problems: Problem[]): HeaderReader {
  const speakers = new Map<string, Role>([
    ['user', 'user'],
    ['bot', 'bot'],
  ]);
  const names: { [R in Role]: string } = { user: 'user', bot: 'bot' };
  const seen = new Map<string, number>();
  const values = new Map<string, string>();
  const masks: Mask[] = [];
  let tags: readonly string[] = [];
  let complained = false;

  function once(name: string, line: number): void {
    const first = seen.get(name);
    if (first !== undefined) problems.push(problemAt(file, line)('repeated-header', name, first));
    else seen.set(name, line);
  }

  function speaker(role: Role, name: string, line: number): void {
    const known = speakers.get(name.toLowerCase());
    if (known !== undefined && known !== role) problems.push(problemAt(file, line)('same-name', name));
    else if (names[role] === role) names[role] = name;
    speakers.set(name.toLowerCase(), known ?? role);
  }

  function setting(name: string, value: string, line: number): void {
    const problem = problemAt(file, line);
    const declared = value.split(',').map((part) => part.trim());
    if (!SETTINGS.includes(name)) problems.push(problem('unknown-setting', name, SETTINGS));
    else if (!declared.every(isName)) problems.push(problem('bad-setting', name));
    else if (name === 'channelId') values.set(name, value);
    else for (const each of declared) speaker(name === 'bot' ? 'bot' : 'user', each, line);
    once(name, line);
  }

  function mask(text: string, line: number): void {
    const problem = problemAt(file, line);
    const [, name, source] = /^([A-Za-z][\w-]*)=(.+)$/u.exec(text) ?? [];
    if (name === undefined || source === undefined) {
      problems.push(problem('bad-mask'));
      return;
    }
    once(`mask ${name}`, line);
    const pattern = readPattern(source);
    if (pattern.ok) masks.push({ name, pattern: pattern.value });
    else problems.push(problem('bad-mask-pattern', pattern.error));
  }

  function entry(key: string, value: string, line: number): void {
    const problem = problemAt(file, line);
    if (key === 'mask') {
      mask(value, line);
      return;
    }
    once(key, line);
    if (key === 'tags') {
      tags = value.split(/[,，]/u).map((tag) => tag.trim());
      if (tags.some((tag) => !isTag(tag))) problems.push(problem('bad-tags'));
    } else if (key === 'id' && !isId(value)) problems.push(problem('bad-id'));
    else if (key === 'title' && value === '') problems.push(problem('bad-title'));
    else if (key === 'locale' && !isLocale(value)) problems.push(problem('bad-locale', value));
    else values.set(key, value);
  }

  return {
    speakers,
    read(line, number) {
      if (line.trim() === '') return;
      if (line.startsWith('>')) {
        const [, key, value] = /^>\s*([A-Za-z]+)\s*[:：]\s*(.*?)\s*$/u.exec(line) ?? [];
        if (key === undefined || value === undefined) return;
        if (KEYS.includes(key)) entry(key, value, number);
        const meant = nearMiss(key, KEYS);
        if (meant !== undefined) problems.push(problemAt(file, number)('unknown-header', key, meant));
        return;
      }
      const [, name, value] = /^([A-Za-z]+)=(.*?)\s*$/u.exec(line) ?? [];
      if (name !== undefined && value !== undefined) setting(name, value, number);
      else if (!complained) {
        // One report: the lines after it are usually its continuation.
        complained = true;
        problems.push(problemAt(file, number)('text-before-speaker', line.trim()));
      }
    },
    finish: () => ({ ...Object.fromEntries(values), tags, masks, names, speakers }),
  };
}
