import { parseDecimal } from './rational.js';

declare const fenBrand: unique symbol;

/** Renminbi in fen (1 yuan = 100 fen), exact. */
export type Fen = bigint & { readonly [fenBrand]: true };

export const fen = (value: bigint): Fen => value as Fen;

/** Reads yuan such as `5000` or `5000.5`; `undefined` when it is no decimal or has a part smaller than a fen. */
export function parseYuan(text: string): Fen | undefined {
  const value = parseDecimal(text);
  if (!value || (value.n * 100n) % value.d !== 0n) return undefined;
  return fen((value.n * 100n) / value.d);
}

/** Yuan with two decimals and no grouping, as the public contract writes amounts: `5000.00`. */
export function formatYuan(amount: Fen): string {
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
}

/** Yuan for people: grouped, and without decimals when there are none: `5,000` or `1,234.50`. */
export function displayYuan(amount: Fen): string {
  const [whole = '0', cents = '00'] = formatYuan(amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === '00' ? grouped : `${grouped}.${cents}`;
}
