import { assertNever } from '../base/assert-never.js';
import { type DiffLine, diffLines } from './line-diff.js';
import type { Mismatch, ReplayResult } from './replay.js';

export interface DiffOptions {
  /** ANSI colours for a terminal. */
  readonly colour?: boolean;
}

type Paint = (code: number, text: string) => string;

const RED = 31;
const GREEN = 32;
const BOLD = 1;

const SIGNS: { readonly [K in DiffLine['kind']]: { readonly sign: string; readonly code: number } } = {
  same: { sign: ' ', code: 0 },
  expected: { sign: '-', code: RED },
  actual: { sign: '+', code: GREEN },
};

/** Every mismatch of a conversation under the user's message it answers, each with `file:line`; empty when there is none. */
export function formatDiff(result: ReplayResult, { colour = false }: DiffOptions = {}): string {
  const paint: Paint = (code, text) => (colour && code !== 0 ? `\u001b[${code}m${text}\u001b[0m` : text);
  const wrong = result.turns.filter(({ mismatches }) => mismatches.length > 0);
  if (wrong.length === 0) return '';
  const turns = wrong.map(({ line, user, mismatches }) => {
    const head = `${result.file}:${line}  user: ${user.replaceAll('\n', '\n      ')}`;
    return [head, ...mismatches.flatMap((mismatch) => describe(mismatch, result.file, paint))].map((each) => `  ${each}`).join('\n');
  });
  const title = result.title === undefined ? result.id : `${result.id} (${result.title})`;
  return `${[paint(BOLD, title), ...turns].join('\n')}\n`;
}

/** One mismatch in one line, for a list or a report. */
export function summarize(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'text':
      return 'the text differs (- expected, + actual)';
    case 'unexpected-reply':
      return 'the bot replies, and no reply is written (`bot: ...` stands for any text)';
    case 'suggestions':
      return 'the suggestions differ (- expected, + actual)';
    case 'assertion':
      return `${mismatch.assertion} does not hold; found: ${mismatch.found}`;
    case 'turn-failed':
      return `the bot does not take the message: ${Object.values(mismatch.error).join(' ')}`;
    default:
      return assertNever(mismatch);
  }
}

function describe(mismatch: Mismatch, file: string, paint: Paint): readonly string[] {
  return [`  ${file}:${mismatch.line}  ${summarize(mismatch)}`, ...changes(mismatch).map((line) => show(line, paint))];
}

function changes(mismatch: Mismatch): readonly DiffLine[] {
  switch (mismatch.kind) {
    case 'text':
      return diffLines(mismatch.expected, mismatch.actual);
    case 'unexpected-reply':
      return mismatch.actual.split('\n').map((text) => ({ kind: 'actual', text }));
    case 'suggestions':
      return diffLines(mismatch.expected.join('\n'), mismatch.actual.join('\n')).filter(({ text }) => text !== '');
    case 'assertion':
    case 'turn-failed':
      return [];
    default:
      return assertNever(mismatch);
  }
}

function show({ kind, text }: DiffLine, paint: Paint): string {
  const { sign, code } = SIGNS[kind];
  return `    ${paint(code, `${sign} ${text}`.trimEnd())}`;
}
