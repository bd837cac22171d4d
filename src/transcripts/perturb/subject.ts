import { formatDecimal } from '../../base/rational.js';
import type { Span } from '../../base/span.js';
import type { Brain } from '../../bot/respond.js';
import { originalSpan } from '../../text/fold.js';
import { type ReadText, readText } from '../../understanding/read.js';
import type { Step } from '../walk.js';

/** A sum that a message names, where it stands in the message. */
interface NamedSum {
  readonly span: Span;
  /** Yuan as a plain decimal: `5000`. */
  readonly yuan: string;
}

/** A user's message with what must be known of it to change it on purpose. */
export interface Subject {
  readonly text: string;
  readonly language: 'zh' | 'en';
  /** Sums of money that are exact. */
  readonly sums: readonly NamedSum[];
  /** Where methods are named, with the method. */
  readonly methods: readonly { readonly span: Span; readonly method: string }[];
  readonly platforms: readonly Span[];
  /** Words that the pack knows: platforms, actions, fees and so on. */
  readonly words: readonly Span[];
  /** Whether the character at this place is part of a sum. */
  readonly isSum: (at: number) => boolean;
  /** Whether the character at this place belongs to a number: another one there is another number. */
  readonly isNumber: (at: number) => boolean;
}

const NUMERAL = /[\p{N}一二两三四五六七八九十百千万亿半]/u;

export function subjectOf({ understander }: Brain, { text, response }: Step): Subject {
  const read = readText(text, understander.lexicon);
  const { amounts, methods, concepts } = read.entities;
  const spans = amounts.map(({ span }) => originalSpan(read.folded, span));
  const isSum = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);
  return {
    text,
    language: response.reply.language,
    sums: amounts.flatMap((amount, index) => {
      const span = spans[index];
      const yuan = exactYuan(amount);
      return span && yuan !== undefined ? [{ span, yuan }] : [];
    }),
    methods: methods.map(({ method, span }) => ({ method, span: originalSpan(read.folded, span) })),
    platforms: concepts.flatMap(({ concept, start, end }) =>
      concept.kind === 'platform' ? [originalSpan(read.folded, { start, end })] : [],
    ),
    words: concepts.map(({ start, end }) => originalSpan(read.folded, { start, end })),
    isSum,
    isNumber: (at) => NUMERAL.test(text.charAt(at)) || isSum(at),
  };
}

function exactYuan({ bound, range: { min, max }, currency }: ReadText['entities']['amounts'][number]): string | undefined {
  if (bound !== 'exact' || currency !== 'CNY' || !min || !max) return undefined;
  const [low, high] = [formatDecimal(min), formatDecimal(max)];
  return low === high ? low : undefined;
}

/** The text with another text in place of a span. */
export const replaced = (text: string, { start, end }: Span, by: string): string => text.slice(0, start) + by + text.slice(end);
