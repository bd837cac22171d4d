import { parseArgs } from 'node:util';
import { type Language, languageOfTag } from '../../base/language.js';
import { formatYuan, parseYuan } from '../../base/money.js';
import { equals, formatDecimal } from '../../base/rational.js';
import { respondTo } from '../../bot/calculate.js';
import { fold } from '../../text/fold.js';
import { readAmounts } from '../../understanding/entities/amounts.js';
import { lintPack } from '../../workspace/lint/index.js';
import { BrokenPack } from '../broken-pack.js';
import { type Command, UsageError } from '../command.js';
import { replyLines } from '../show-reply.js';
import { packRoot } from '../workspace.js';

export const quote: Command = {
  name: 'quote',
  usage: '[AMOUNT] [--method ID] [--target] [--lang zh|en] [--json] [--pack DIR]',
  summary: 'works out the fee of an amount (any form: 5000, 1.2万, 5k), or compares all ways without --method',
  run: async (args, { stdout }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pack: { type: 'string' },
        method: { type: 'string' },
        target: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const language = languageOfTag(values.lang);
    if (!language) throw new UsageError(`there is no language "${values.lang}"; use zh or en`);
    if (positionals.length === 0 && values.method !== undefined) throw new UsageError('give an amount, such as 5000');
    const amount = positionals.length === 0 ? undefined : readAmount(positionals.join(' '));
    const { files, problems } = lintPack(packRoot(values.pack));
    if (problems.length > 0) throw new BrokenPack(problems);
    const slots = {
      ...(amount !== undefined && { [values.target ? 'target' : 'amount']: amount }),
      ...(values.method !== undefined && { method: values.method }),
    };
    const reply = respondTo(files.pack, slots, language satisfies Language);
    stdout.write(values.json ? `${JSON.stringify(reply)}\n` : `${replyLines(reply, { colour: stdout.isTTY === true }).join('\n')}\n`);
    // What was worked out stands in a block of its own; why it could not be is a sentence.
    return reply.blocks.some(({ kind }) => kind === 'quote' || kind === 'table') ? 0 : 1;
  },
};

function readAmount(text: string): string {
  const [amount] = readAmounts(fold(text));
  const { min, max } = amount?.range ?? {};
  if (!amount || !min || !max || !equals(min, max) || amount.currency !== 'CNY')
    throw new UsageError(`"${text}" is no single amount in yuan; write it as 5000, 1.2万 or 5k`);
  // As slots are written; what is finer than a fen stays, for the calculator to ask about.
  const decimal = formatDecimal(min);
  const inFen = parseYuan(decimal);
  return inFen === undefined ? decimal : formatYuan(inFen);
}
