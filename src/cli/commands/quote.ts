import { parseArgs } from 'node:util';
import { fen, parseYuan } from '../../base/money.js';
import { respondTo } from '../../bot/calculate.js';
import { compare } from '../../fees/compare.js';
import { grossUp } from '../../fees/gross-up.js';
import { quote as quoteOf } from '../../fees/quote.js';
import { findTariff, type Pack } from '../../knowledge/pack.js';
import { readAmount, readLanguage, soundPack } from '../calculation.js';
import { type Command, UsageError } from '../command.js';
import { plain } from '../plain.js';
import { reportLines } from '../show-reply.js';

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
    const language = readLanguage(values.lang);
    if (positionals.length === 0 && (values.method !== undefined || values.target)) throw new UsageError('give an amount, such as 5000');
    const amount = positionals.length === 0 ? undefined : readAmount(positionals.join(' '));
    const pack = soundPack(values.pack);
    const { method } = values;
    if (values.target && method === undefined) throw new UsageError('--target is worked out for one way; name it with --method');
    const slots = {
      ...(amount !== undefined && { [values.target ? 'target' : 'amount']: amount }),
      ...(method !== undefined && { method }),
    };
    const reply = respondTo(pack, slots, language);
    const found = () => ({ ...reply, calculation: plain(calculationOf(pack, amount, method, values.target)) });
    stdout.write(`${values.json ? JSON.stringify(found()) : reportLines(reply).join('\n')}\n`);
    // What was worked out stands in a block of its own; why it could not be is a sentence.
    return reply.blocks.some(({ kind }) => kind === 'quote' || kind === 'table') ? 0 : 1;
  },
};

/** All that the calculator says: every leg, limit and fact of a quote, or all ways with their break-even amounts. */
function calculationOf(pack: Pack, amount: string | undefined, method: string | undefined, isTarget: boolean): unknown {
  const money = amount === undefined ? undefined : parseYuan(amount);
  const tariff = method === undefined ? undefined : findTariff(pack, method);
  if ((amount !== undefined && money === undefined) || (method !== undefined && !tariff)) return undefined;
  const outcome = !tariff
    ? compare(pack.tariffs, money)
    : isTarget
      ? grossUp(tariff, money ?? fen(0n), { overLimit: 'report' })
      : quoteOf(tariff, money ?? fen(0n), { overLimit: 'report' });
  return outcome.ok ? outcome.value : { error: outcome.error };
}
