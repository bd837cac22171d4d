import { styleText } from 'node:util';
import type { Reply } from '../rendering/reply.js';

/** A reply for a terminal: its text, which is complete, and what to ask next. */
export function replyLines({ text, suggestions, kind }: Reply, { colour }: { readonly colour: boolean }): readonly string[] {
  const dim = (line: string) => (colour ? styleText('dim', line) : line);
  // A fallback lists its suggestions in the text.
  const next = kind === 'fallback' || suggestions.length === 0 ? [] : [dim(`› ${suggestions.map(({ send }) => send).join('   › ')}`)];
  return [text, ...next];
}
