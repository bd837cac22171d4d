import { styleText } from 'node:util';
import { plainText } from '../rendering/plain-text.js';
import type { Reply, ReplyBlock } from '../rendering/reply.js';
import { WORDINGS } from '../rendering/wording/index.js';
import { tableLines } from './table.js';

/** A reply for a terminal: its text, which is complete, and what to ask next. */
export function replyLines({ text, suggestions, kind }: Reply, { colour }: { readonly colour: boolean }): readonly string[] {
  const dim = (line: string) => (colour ? styleText('dim', line) : line);
  // A fallback lists its suggestions in the text.
  const next = kind === 'fallback' || suggestions.length === 0 ? [] : [dim(`› ${suggestions.map(({ send }) => send).join('   › ')}`)];
  return [text, ...next];
}

/** The same with its tables in columns, and its sources. */
export function reportLines({
  blocks,
  text,
  language,
  sources,
}: Pick<Reply, 'blocks' | 'text' | 'language' | 'sources'>): readonly string[] {
  const last = sources.length > 0 ? text.split('\n').slice(-1) : [];
  return [...blocks.flatMap((block) => blockLines(block, language)), ...last];
}

function blockLines(block: ReplyBlock, language: Reply['language']): readonly string[] {
  if (block.kind === 'table') return ['', ...tableLines(block.header, block.rows), ''];
  if (block.kind === 'quote') {
    const wording = WORDINGS[language];
    const rows = [...block.rows.map(({ label, value }) => [label, value]), [wording.quote.formula, block.formula]];
    const [, , ...lines] = tableLines(['', ''], rows);
    return ['', ...lines, ''];
  }
  const words = plainText([block], WORDINGS[language]);
  return words === '' ? [] : [words];
}
