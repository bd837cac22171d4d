import { assertNever } from '../../base/assert-never.js';
import type { FeeError } from '../../fees/errors.js';
import type { Wording } from './wording.js';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export const en: Wording = {
  yuan: (sum) => `${sum} yuan`,
  minutes: (count) => `${count} minutes`,
  list: (items) => items.join(', '),
  sentences: (items) => items.join(' '),
  row: (first, cells) => `${capital(first)} – ${cells.map(({ heading, value }) => `${heading}: ${value}`).join('; ')}`,
  pair: (label, value) => `${label}: ${value}`,
  quote: {
    title: (method, amount) => `${capital(method)}, ${amount}`,
    lead: ({ method, amount, fee, net, rate, isRange }) =>
      `The fee is ${isRange ? 'about ' : ''}${fee}, and ${net} will arrive (${amount}, ${method}, ${rate}).`,
    leadForTarget: ({ method, target, amount, fee, rate }) =>
      `For ${target} to arrive, send ${amount}; ${fee} of it is the fee (${method}, ${rate}).`,
    minimumApplied: (minimum) => `The rate gives less than the minimum, so the charge is ${minimum}.`,
    fee: 'Fee',
    net: 'Arrives',
    amount: 'Sent',
    rate: 'Rate',
    limit: 'Limit',
    rounding: 'Rounding',
    halfUp: 'half up to the fen',
    formula: 'Formula',
    once: 'This is for one transaction. I cannot add up several days or times yet; please add the fee of each.',
    caution:
      'This is an estimated range: such services set their own price. They carry the risk of frozen accounts, legal trouble and fraud, and are best avoided.',
  },
  limit: {
    amount: { 'per-transaction': (sum) => `${sum} per transaction`, 'per-day': (sum) => `${sum} per day` },
    unlimited: { 'per-transaction': 'none per transaction', 'per-day': 'none per day' },
    unstated: 'set by the platform',
    none: 'not stated',
  },
  plan: {
    lead: ({ method, total, limit, transactions, days, fee, net }) =>
      `${total} is over the limit of ${method} (${limit}): it takes ${plural(transactions, 'transaction')} over ${plural(days, 'day')}. The fees come to ${fee}, and ${net} will arrive.`,
    leadForTarget: ({ method, target, total, limit, transactions, days, fee }) =>
      `For ${target} to arrive, send ${total} in all; ${fee} of it is the fee. That is over the limit of ${method} (${limit}): it takes ${plural(transactions, 'transaction')} over ${plural(days, 'day')}.`,
    transactions: (count) => plural(count, 'transaction'),
    other: ({ limit, transactions, days, fee }) =>
      `By the article's other reading (${limit}): ${plural(transactions, 'transaction')} over ${plural(days, 'day')}, fees of ${fee}.`,
    header: ['Transactions', 'Each', 'Fee of each'],
  },
  comparison: {
    title: (amount) => (amount === undefined ? 'All ways compared' : `All ways for ${amount}`),
    header: { way: 'Way', rate: 'Rate', fee: 'Fee', net: 'Arrives', time: 'Time', limit: 'Limit' },
    cheapest: (methods, cost) => `Cheapest: ${methods.join(', ')} (${cost}).`,
    fastest: (methods, time) => `Fastest: ${methods.join(', ')} (${time}).`,
    noTime: 'not stated',
    notPossible: 'not possible',
    notRecommended: (methods) =>
      `${capital(methods.join(', '))} is listed for comparison only; it is against the rules and not recommended.`,
    rateWithMinimum: (rate, minimum) => `${rate} (at least ${minimum})`,
    plot: 'Cost and time',
  },
  request: {
    amount: 'How much would you like to move? Give me an amount in yuan and I will work it out.',
    amountBy: (method) => `How much would you like to move (${method})? Give me an amount in yuan and I will work it out.`,
    target: 'How much should arrive?',
    fee: 'That sounds like the fee itself, and I cannot work back from it yet. How much is to be moved, in yuan?',
    vague: 'Please give me one exact amount in yuan, so that I can work it out exactly.',
    currency: (code) => `I only work in renminbi and do not convert ${code}. How much is it in yuan?`,
    method: (amount) => `Which way would you like to use for ${amount}?`,
    methodForTarget: (target) => `Which way would you like to use, so that ${target} arrives?`,
  },
  which: 'Which of these do you mean?',
  noneOfThese: { label: 'None of these', send: 'None of these' },
  unknown: {
    topic: (topic) => `I have nothing on ${topic}, and I would rather not guess.`,
    plain: 'I am not sure about this one, and I would rather not guess.',
    nearest: 'Here is what I do know nearby, or I can pass you to a person.',
    person: 'I have not been able to help so far. Shall I pass you to a person?',
    rephrase: 'Then please put it another way, or I can pass you to a person.',
  },
  sources: 'Source',
  source: (title, asOf) => `${title} (as of ${asOf})`,
  conflict: 'Note',
  warning: 'Warning',
  article: {
    language: 'English',
    back: 'Back to the chat',
    asOf: (date) => `as of ${date}`,
    conflicts: 'Where the article contradicts itself',
  },
  error: describe,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describe(error: FeeError, { sum, name }: Parameters<Wording['error']>[1]): string {
  switch (error.kind) {
    case 'negative':
      return `An amount cannot be negative (${sum(error.value)}). Please give one above zero.`;
    case 'zero':
      return 'The amount is zero, so there is nothing to work out. Please give one above zero.';
    case 'too-large':
      return `${sum(error.value)} is too much; the most I can work out is ${sum(error.ceiling)}.`;
    case 'fraction-of-fen':
      return `The smallest unit is the fen. Do you mean ${sum(error.nearest.min)} or ${sum(error.nearest.max)}?`;
    case 'over-limit':
      return `${sum(error.amount)} is over the limit of ${name(error.method)}: at most ${sum(error.largest)} at a time, so ${error.parts} transactions.`;
    case 'fee-exceeds-amount':
      return `${sum(error.amount)} does not cover the fee of ${name(error.method)}.${error.smallest === undefined ? '' : ` It takes at least ${sum(error.smallest)}.`}`;
    case 'unreachable':
      return `By ${name(error.method)} no amount makes ${sum(error.target)} arrive.`;
    case 'no-amount-for-fee':
      return `By ${name(error.method)} no amount costs exactly ${sum(error.fee)}.`;
    case 'budget-too-small':
      return `The least fee of ${name(error.method)} is ${sum(error.smallestFee)}; ${sum(error.maxFee)} is not enough.`;
    case 'too-many-transactions':
      return `It would take ${error.needed} transactions; the most I can plan is ${error.ceiling}.`;
    case 'bad-count':
      return `${error.value} times is not possible; it must be between 1 and ${error.ceiling}.`;
    case 'bad-date':
      return `"${error.text}" is no date; write it as 2026-01-31.`;
    case 'not-yet-valid':
      return `The tariff of ${name(error.method)} is valid from ${error.validFrom}, not yet on ${error.on}.`;
    case 'expired':
      return `The tariff of ${name(error.method)} was valid until ${error.validUntil}, no longer on ${error.on}.`;
    case 'unknown-method':
      return `There is no way called "${error.method}". There are: ${error.known.map(name).join(', ')}.`;
    case 'invalid-tariff':
      return `The tariff of ${name(error.method)} has a mistake, so I cannot use it for now.`;
    default:
      return assertNever(error);
  }
}
