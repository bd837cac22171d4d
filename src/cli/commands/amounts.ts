import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { equals, formatDecimal } from '../../base/rational.js';
import { fold, originalSpan } from '../../text/fold.js';
import { type Amount, readAmounts } from '../../understanding/entities/amounts.js';
import type { Command } from '../command.js';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const amounts: Command = {
  name: 'amounts',
  usage: '< texts.jsonl > amounts.jsonl',
  summary: 'reads the amounts of money in JSON lines {id, text}',
  run: async (args, { stdin, stdout }) => {
    parseArgs({ args: [...args], options: { pack: { type: 'string' } } });
    for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') stdout.write(`${JSON.stringify(readLine(line))}\n`);
    }
    return 0;
  },
};

/** The amounts of one line, or what is wrong with it; a bad line never stops the rest. */
function readLine(line: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: { code: 'bad-line', message: 'the line is no JSON; write {"id": 1, "text": "…"}' } };
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: { code: 'bad-line', message: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not understood'}` } };
  }
  const { id, text } = parsed.data;
  const folded = fold(text);
  return { id, amounts: readAmounts(folded).map((amount) => shown(amount, text, originalSpan(folded, amount.span))) };
}

function shown(
  { range, currency, implied, approximate, rule }: Amount,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
) {
  const { min, max } = range;
  const isOne = min && max && equals(min, max);
  return {
    text: text.slice(start, end),
    start,
    end,
    ...(isOne ? { value: formatDecimal(min) } : { ...(min && { min: formatDecimal(min) }), ...(max && { max: formatDecimal(max) }) }),
    currency,
    implied,
    approximate,
    rule,
  };
}
