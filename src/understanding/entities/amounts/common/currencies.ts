import { NUMBER } from './sketch.js';

export type Currency = 'CNY' | ForeignCurrency;
export type ForeignCurrency = (typeof FOREIGN)[number]['code'];

/** How a currency is written: before the number (`sign`) and after it (`unit`). CNY comes last: 元 also ends 美元. */
interface CurrencyWords {
  readonly code: string;
  readonly sign: string;
  readonly unit: string;
}

const FOREIGN = [
  { code: 'HKD', sign: String.raw`hk\$|hkd|港币|港元`, unit: '港币|港元|港纸|港刀|hkd|hong kong dollars?' },
  { code: 'TWD', sign: String.raw`nt\$|ntd|twd|新台币|台币`, unit: '新台币|台币|ntd|twd' },
  { code: 'SGD', sign: String.raw`s\$|sgd|新币`, unit: '新加坡元|新币|坡币|sgd|singapore dollars?' },
  { code: 'AUD', sign: String.raw`au?\$|aud|澳元|澳币`, unit: '澳元|澳币|澳刀|aud|australian dollars?' },
  { code: 'CAD', sign: String.raw`ca?\$|cad|加元`, unit: '加元|加币|加刀|cad|canadian dollars?' },
  {
    code: 'USD',
    sign: String.raw`us ?\$|\$|usd|us dollars?|美元|美金`,
    unit: String.raw`美元|美金|美刀|刀(?![口片具刃])|usdt?|us dollars?|dollars?|bucks?|\$`,
  },
  { code: 'EUR', sign: '€|eur|欧元', unit: '欧元|euros?|eur|€' },
  { code: 'GBP', sign: '£|gbp|英镑', unit: '英镑|gbp|pounds?|quid|£' },
  { code: 'JPY', sign: 'jpy|日元|日币|円', unit: '日元|日币|日圆|円|yen|jpy' },
  { code: 'KRW', sign: '₩|krw|韩元|韩币', unit: '韩元|韩币|韩圆|krw|won|₩' },
  { code: 'THB', sign: '฿|thb|泰铢', unit: '泰铢|thb|baht|฿' },
  { code: 'CHF', sign: 'chf', unit: '瑞士法郎|瑞郎|chf|swiss francs?' },
  { code: 'RUB', sign: '₽|rub', unit: '卢布|rub|rubles?|roubles?|₽' },
  { code: 'INR', sign: '₹|inr', unit: '卢比|印度卢比|inr|rupees?|₹' },
  { code: 'MYR', sign: 'myr', unit: '马币|林吉特|myr|ringgits?' },
  { code: 'VND', sign: '₫|vnd', unit: '越南盾|vnd|dong|₫' },
  { code: 'MOP', sign: String.raw`mop\$?`, unit: '澳门元|澳门币|葡币|mop' },
] as const satisfies readonly CurrencyWords[];

const YUAN = '元|圆|块|yuans?|kuai|rmb|cny|人民币|renminbi|¥|大洋';
const CNY = { code: 'CNY', sign: 'cn ?¥|¥|rmb|cny|人民币', unit: `(?:${YUAN})` } as const satisfies CurrencyWords;

export const YUAN_UNIT = '(?:元|圆|块|yuans?(?![a-z])|kuai(?![a-z]))';

const ALL: readonly (CurrencyWords & { readonly code: Currency })[] = [...FOREIGN, CNY];

const whole = (words: string) => `(?:${words})`;
const LETTERS = '(?<![a-z])';
const NO_LETTERS = '(?![a-z])';

// In `100 rmb 200 rmb` the word belongs to the number before it.
export const SIGN = `(?:(?:(?<!${NUMBER}\\s?)|(?=[¥$€£]))${LETTERS}${whole(ALL.map((currency) => currency.sign).join('|'))})`;
export const UNIT = `(?:${whole(ALL.map((currency) => currency.unit).join('|'))}${NO_LETTERS})`;

const bySign = ALL.map(({ code, sign }) => [code, new RegExp(`^(?:${sign})$`)] as const);
const byUnit = ALL.map(({ code, unit }) => [code, new RegExp(`^(?:${unit})$`)] as const);

export const currencyOfSign = (word: string): Currency | undefined => bySign.find(([, pattern]) => pattern.test(word))?.[0];
export const currencyOfUnit = (word: string): Currency | undefined => byUnit.find(([, pattern]) => pattern.test(word))?.[0];
