import { type Language, languageOfTag } from '../base/language.js';
import { formatYuan, parseYuan } from '../base/money.js';
import { equals, formatDecimal } from '../base/rational.js';
import type { Pack } from '../knowledge/pack.js';
import { fold } from '../text/fold.js';
import { readAmounts } from '../understanding/entities/amounts.js';
import { lintPack } from '../workspace/lint/index.js';
import { BrokenPack } from './broken-pack.js';
import { UsageError } from './command.js';
import { packRoot } from './workspace.js';

/** The pack without its model, which a calculation does not need. Throws `BrokenPack`. */
export function soundPack(root: string | undefined): Pack {
  const { files, problems } = lintPack(packRoot(root));
  if (problems.length > 0) throw new BrokenPack(problems);
  return files.pack;
}

export function readLanguage(tag: string): Language {
  const language = languageOfTag(tag);
  if (!language) throw new UsageError(`there is no language "${tag}"; use zh or en`);
  return language;
}

/** An amount in any form that a message may have (5000, 1.2万, 5k), as slots write it. */
export function readAmount(text: string): string {
  const amounts = readAmounts(fold(text));
  const [amount] = amounts;
  const { min, max } = amount?.range ?? {};
  const example = 'write one as 5000, 1.2万 or 5k';
  if (!amount) throw new UsageError(`"${text}" names no amount; ${example}`);
  if (amounts.length > 1) throw new UsageError(`"${text}" names ${amounts.length} amounts; ${example}`);
  if (amount.currency !== 'CNY') throw new UsageError(`"${text}" is in ${amount.currency}, which is not converted; give yuan`);
  if (!min || !max || !equals(min, max)) throw new UsageError(`"${text}" is a range, not one amount; ${example}`);
  // What is finer than a fen stays, for the calculator to ask about.
  const decimal = formatDecimal(min);
  const inFen = parseYuan(decimal);
  return inFen === undefined ? decimal : formatYuan(inFen);
}

export function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageError(`${name} "${text}" is no number of days; use a whole number from 1 on`);
  return Number(text);
}
