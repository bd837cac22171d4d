import { parseArgs } from 'node:util';
import { type Fen, parseYuan } from '../../base/money.js';
import { respondTo } from '../../bot/calculate.js';
import { arrange } from '../../fees/arrange.js';
import { capacity } from '../../fees/capacity.js';
import { methodById } from '../../fees/guards.js';
import { plan as planOf } from '../../fees/plan.js';
import { findTariff } from '../../knowledge/pack.js';
import { planDetails, plansBlocks } from '../../rendering/plans.js';
import { readAmount, readCount, readLanguage, soundPack } from '../calculation.js';
import { type Command, UsageError } from '../command.js';
import { plain } from '../plain.js';
import { reportLines } from '../show-reply.js';

export const plan: Command = {
  name: 'plan',
  usage: 'AMOUNT [--method ID] [--days N] [--lang zh|en] [--json] [--pack DIR]',
  summary: 'cuts an amount up under the limits: transactions, days and fees by every reading, of one way or all',
  run: async (args, { stdout }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pack: { type: 'string' },
        method: { type: 'string' },
        days: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const language = readLanguage(values.lang);
    if (positionals.length === 0) throw new UsageError('give an amount, such as 50000');
    const amount = readAmount(positionals.join(' '));
    const days = readCount('--days', values.days);
    const pack = soundPack(values.pack);
    const total = parseYuan(amount);
    if (total === undefined) throw new UsageError(`"${positionals.join(' ')}" has a part smaller than a fen; use at most two decimals`);
    const { method } = values;
    const asked = method === undefined ? pack.tariffs.map(({ id }) => id) : [method];
    const plans = asked.map((id) => {
      const tariff = methodById(pack.tariffs, id);
      return tariff.ok ? { method: id, tariff: tariff.value, outcome: planOf(tariff.value, total) } : { method: id, outcome: tariff };
    });
    const isPossible = plans.some(({ outcome }) => outcome.ok);
    if (values.json) {
      const found = plans.map(({ method: id, tariff, outcome }) => ({
        method: id,
        ...(outcome.ok ? { plan: outcome.value } : { error: outcome.error }),
        ...(tariff && days !== undefined && inDays(tariff, total, days)),
      }));
      stdout.write(`${JSON.stringify(plain({ amount: total, ...(days !== undefined && { days }), plans: found }))}\n`);
      return isPossible ? 0 : 1;
    }
    const one = method === undefined ? undefined : findTariff(pack, method);
    const [planned] = plans;
    const reply = one && days !== undefined ? respondTo(pack, { method: one.id, amount, days }, language) : undefined;
    const detail = one && planned?.outcome.ok ? planDetails(planned.outcome.value, language) : [];
    const blocks = [...plansBlocks(total, plans, (id) => findTariff(pack, id)?.name[language] ?? id, language), ...detail];
    const lines = reportLines({ blocks, text: '', language, sources: [] });
    stdout.write(
      `${[...(reply ? reportLines(reply) : []), ...lines]
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`,
    );
    return isPossible ? 0 : 1;
  },
};

/** The same spread over the days, and the most that they carry. */
function inDays(tariff: Parameters<typeof arrange>[0], total: Fen, days: number) {
  const arranged = arrange(tariff, { kind: 'days', total, days });
  const most = capacity(tariff, days);
  return {
    inDays: arranged.ok ? arranged.value : { error: arranged.error },
    capacity: most.ok ? most.value : { error: most.error },
  };
}
