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
    leadForTarget: ({ method, target, amount, fee, rate, best }) =>
      best === undefined
        ? `For ${target} to arrive, send ${amount}; ${fee} of it is the fee (${method}, ${rate}).`
        : `To be sure that ${target} arrives, send about ${amount} (at the highest rate); at the lowest rate ${best} would do. The fee is about ${fee} (an estimate; ${method}, ${rate}).`,
    byTotal: (rate, fee, net) => `By the total cost of ${rate} in the article's table, the fee is ${fee}, and ${net} will arrive.`,
    minimumApplied: (minimum) => `The rate gives less than the minimum, so the charge is ${minimum}.`,
    fee: 'Fee',
    net: 'Arrives',
    amount: 'Sent',
    rate: 'Rate',
    limit: 'Limit',
    rounding: 'Rounding',
    'half-up': 'half up to the fen',
    up: 'up to the fen',
    down: 'down to the fen',
    formula: 'Formula',
    once: {
      day: 'This is for one day; tell me how many days, and I will add it up.',
      time: 'This is for one transfer; tell me how many, and I will add it up.',
      rhythm: 'This is for one time; tell me for how long, or how many times, and I will add it up.',
    },
    approximate: 'The amount is approximate, so this is an estimate.',
    claimed: (fee, isRight) => (isRight ? `That agrees with the ${fee} you mention.` : `The ${fee} you mention does not fit this tariff.`),
    claimedNet: (net, isRight) =>
      isRight ? `That agrees with the ${net} you say arrived.` : `The ${net} you say arrived does not fit this tariff.`,
    withinBudget: (budget, keeps) =>
      keeps === 'open'
        ? `Whether that keeps to the ${budget} you mention depends on what they charge.`
        : `That ${keeps === 'yes' ? 'keeps to' : 'is more than'} the ${budget} you mention.`,
    gap: (gap, isMore) => `The difference is ${gap}: ${isMore ? 'more' : 'less'} was taken than by this tariff.`,
    checkBill: 'Look at the bill for the way it went and for other deductions.',
    ends: ({ method, rate, amount, low, high, net }) =>
      `${amount} costs ${low} at least and ${high} at most, and ${net} will arrive (an estimate; ${method}, ${rate}).`,
    oneEnd: ({ method, rate, amount, fee }) => `The fee for ${amount} is ${fee}, neither less nor more (${method}, ${rate}).`,
    risky: 'Such services set their own price. They carry the risk of frozen accounts, legal trouble and fraud, and are best avoided.',
    offered: (rate, method, known) => `The rate of ${rate} is the one you name, not the article's; for a ${method} it has ${known}.`,
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
    leadWithin: ({ method, total, limit, isLimited, transactions, days, fee, net }) =>
      isLimited
        ? `${total} is within the limit of ${method} (${limit}): ${plural(transactions, 'transaction')} on ${plural(days, 'day')} will do. The fee is ${fee}, and ${net} will arrive.`
        : `The limit of ${method}: ${limit}. Reckoned as ${plural(transactions, 'transaction')} on ${plural(days, 'day')}, the fee for ${total} is ${fee}, and ${net} will arrive.`,
    tooFewDays: (days, most) => `${plural(days, 'day')} will not do${most === undefined ? '' : `; they carry ${most} at most`}.`,
    transactions: (count) => plural(count, 'transaction'),
    other: ({ limit, transactions, days, fee }) =>
      `By the article's other reading (${limit}): ${plural(transactions, 'transaction')} over ${plural(days, 'day')}, fees of ${fee}.`,
    header: ['Transactions', 'Each', 'Fee of each'],
    overview: {
      title: (total) => `Plans for ${total}`,
      header: ['Way', 'Limit', 'Transactions', 'Days', 'Fee', 'Arrives', 'Lowest fee'],
      noLimit: 'none in figures',
      fewestDays: (limit, days) => `${capital(limit)}, fewest days (${days}):`,
      cheapest: (limit, days, fee) => `${capital(limit)}, lowest fee (${fee}, ${plural(days, 'day')}):`,
    },
  },
  comparison: {
    title: (amount) => (amount === undefined ? 'All ways compared' : `All ways for ${amount}`),
    header: { way: 'Way', rate: 'Rate', fee: 'Fee', net: 'Arrives', time: 'Time', limit: 'Limit' },
    within: ({ budget, time, methods }) => {
      const bounds = [
        ...(budget === undefined ? [] : [`for at most ${budget}`]),
        ...(time === undefined ? [] : [`in at most ${time}`]),
      ].join(' and ');
      return methods.length > 0
        ? `Lawful ways ${bounds}: ${methods.join(', ')}.`
        : `No lawful way does it ${bounds}${time === undefined ? '' : ' (those whose time the article does not state are left out)'}.`;
    },
    cheapest: (methods, cost) => `Cheapest: ${methods.join(', ')} (${cost}).`,
    fastest: (methods, time, fee) => `Fastest: ${methods.join(', ')} (${time}${fee === undefined ? '' : `, for a fee of ${fee}`}).`,
    same: (cost) => `They cost the same: ${cost}.`,
    alone: (way, time, cost) =>
      `${capital(way)}: ${time === undefined ? 'the article does not say how long it takes' : `it takes ${time}`}${cost === undefined ? '' : `, at a cost of ${cost}`}.`,
    noTimes: 'The article does not say how long they take, so I cannot tell which is faster.',
    noTime: 'not stated',
    notPossible: 'not possible',
    notRecommended: (methods) =>
      `${capital(methods.join(', '))} is listed for comparison only; it is against the rules and not recommended.`,
    splitCost: (fee, transactions, days, others) =>
      `${fee} (${[`${plural(transactions, 'transaction')}, ${plural(days, 'day')}`, ...others].join('; ')})`,
    otherCost: (limit, fee, transactions, days) => `by ${limit}: ${plural(transactions, 'transaction')}, ${plural(days, 'day')}, ${fee}`,
    withTotal: (fee, rate, other) => `${fee} (by the total cost of ${rate}: ${other})`,
    rateWithMinimum: (rate, minimum) => `${rate} (at least ${minimum})`,
    plot: 'Cost and time',
  },
  inverse: {
    lead: ({ method, fee, from, to, round, rate }) =>
      `A fee of ${fee} means an amount between ${from} and ${to}, such as ${round} (${method}, ${rate}).`,
    single: ({ method, fee, from, rate }) => `A fee of ${fee} means exactly ${from} (${method}, ${rate}).`,
    open: ({ method, fee, rate }) =>
      `The rate of ${method} is ${rate}: any amount costs ${fee}, so the amount cannot be told from the fee.`,
    minimum: (minimum) => `${minimum} is the minimum fee, which all small amounts are charged, so the range is wide.`,
  },
  budget: {
    lead: ({ method, budget, amount, fee, net, rate, isRange }) =>
      `For a fee of at most ${budget}, ${isRange ? 'to be on the safe side, ' : ''}the most you can send at once is ${amount}: the fee is ${fee}, and ${net} will arrive (${method}, ${rate}).`,
    open: ({ method, budget, rate }) => `The rate of ${method} is ${rate}, so no amount costs more than ${budget}.`,
    limited: (limit) => `More would be over the limit (${limit}).`,
    times: (count) => `That budget pays for ${plural(count, 'transaction')} of this size.`,
    best: (amount) => `At the lowest rate they might ask, it would be ${amount}.`,
  },
  arrangement: {
    days: ({ method, total, each, days, transactions, fee, net, rate, limit }) =>
      `${each} a day for ${plural(days, 'day')} is ${total} in all, in ${plural(transactions, 'transaction')}: the fees come to ${fee}, and ${net} will arrive (${method}, ${rate}${limit === '' ? '' : `, limit ${limit}`}).`,
    times: ({ method, total, each, times, days, fee, net, rate, limit }) =>
      `${each}, ${plural(times, 'time')}, is ${total} in all: the fees come to ${fee}, and ${net} will arrive${limit === '' ? '' : `; with a limit of ${limit} it takes ${plural(days, 'day')}`} (${method}, ${rate}).`,
    parts: ({ method, total, parts, days, fee, net, rate, limit }) =>
      `${total} in ${plural(parts, 'transaction')}: the fees come to ${fee}, and ${net} will arrive${limit === '' ? '' : `; with a limit of ${limit} it takes ${plural(days, 'day')}`} (${method}, ${rate}).`,
    title: (method, total) => `${capital(method)}, ${total}`,
    otherAllowed: (limit, days, fee) => `By the article's other reading (${limit}): ${plural(days, 'day')}, fees of ${fee}.`,
    otherRefused: (limit) => `By the article's other reading (${limit}) this is over the limit and not possible.`,
  },
  capacity: {
    lead: ({ method, days, most, limit, transactions, fee, net, rate }) =>
      `With a limit of ${limit}, the most in ${plural(days, 'day')} is ${most}, in ${plural(transactions, 'transaction')}: the fees come to ${fee}, and ${net} will arrive (${method}, ${rate}).`,
    unlimited: (method, days) => `${capital(method)} has no daily limit, so any amount can go in ${plural(days, 'day')}.`,
    unknown: (method, days, limits) =>
      `The limit of ${method}: ${limits}. So I have nothing to work out from how much can go in ${plural(days, 'day')}.`,
    otherUnlimited: (limit) => `By the article's other reading (${limit}) there is no daily limit, and the days do not matter.`,
  },
  repetition: {
    lead: ({ method, rate, each, unit, often, times, total, fee, net, eachFee }) =>
      `${each}${often === 1 ? '' : `, ${plural(often, 'time')}`} ${EVERY[unit]}, ${plural(times, 'time')} in all, is ${total}: the fees come to ${fee}, and ${net} will arrive (${eachFee} each time; ${method}, ${rate}).`,
    split: (transactions, days) =>
      `Each time is over the limit and takes ${plural(transactions, 'transaction')} over ${plural(days, 'day')}.`,
  },
  rest: {
    left: ({ method, limit, used, left }) => `The limit of ${method} is ${limit}; ${used} has gone today, so ${left} more can go.`,
    none: ({ method, limit, used }) => `The limit of ${method} is ${limit}; with ${used} today it is used up until tomorrow.`,
    unlimited: (method, used) => `${capital(method)} has no daily limit; the ${used} that went already makes no difference.`,
    unknown: (method, limits) => `The limit of ${method}: ${limits}. So I have nothing to work out from how much more can go today.`,
    otherUnlimited: (limit) => `By the article's other reading (${limit}) there is no daily limit, and more can go today.`,
  },
  conflicting: {
    lead: 'The article says different things here and does not say which holds; I have nothing to decide it by, so go by what the official page shows. It says:',
    none: 'In that answer the article says one thing only.',
    statement: (text, section) => `${text} (${section})`,
    calculated: {
      differs: 'What I worked out, and what the other reading would give:',
      same: 'What I worked out is the same by either reading:',
    },
  },
  estimate: ({ method, from, to, fee, rate }) =>
    from !== undefined && to !== undefined
      ? `For ${from} to ${to} the fee would be about ${fee} (an estimate; ${method}, ${rate}).`
      : from === undefined
        ? `For ${to} at most, the fee would be no more than ${fee} (an estimate; ${method}, ${rate}).`
        : `For ${from} at least, the fee would be no less than ${fee} (an estimate; ${method}, ${rate}).`,
  route: {
    lead: ({ amount, fee, net }) => `Leg by leg, the legs of ${amount} that have a price take ${fee} in all and leave ${net}.`,
    leg: ({ method, amount, fee, rate }) => `${capital(method)}: ${amount}, ${rate}, a fee of ${fee}`,
    unpriced: 'For the other legs, such as a top-up, the article gives no fee; they are left out.',
    over: (method, limits) => `The leg by ${method} is over its limit (${limits}) and takes several transactions.`,
  },
  difference: {
    side: (method, amount) => `${amount} by ${method}`,
    value: {
      fee: (side, fee) => `${capital(side)}: a fee of ${fee}.`,
      net: (side, net) => `${capital(side)}: ${net} will arrive.`,
      time: (side, time) =>
        time === undefined ? `${capital(side)}: the article does not say how long it takes.` : `${capital(side)}: ${time}.`,
    },
    gap: {
      fee: (more, gap) => `The difference is ${gap}: ${more} costs more.`,
      net: (more, gap) => `The difference is ${gap}: ${more} brings more.`,
      time: (more, gap) => `The difference is ${gap}: ${more} takes longer.`,
    },
    same: 'They are the same.',
    open: {
      overlap: 'The ranges overlap, so the difference cannot be told.',
      unknown: 'One of the two is not known, and so neither is the difference.',
    },
  },
  explanation: {
    otherFigure: (fee, asked) => `The fee I worked out is ${fee}, not ${asked}.`,
    net: (net, amount, fee) => `${net} is ${amount} less the fee of ${fee}.`,
    rated: (amount, rate, fee, isRounded) => `${rate} of ${amount} is ${fee}${isRounded ? ', rounded half up to the fen' : ''}.`,
    leg: (name, amount, rate, fee, isRounded) =>
      `${capital(name)}: ${rate} of ${amount} is ${fee}${isRounded ? ', rounded half up to the fen' : ''}.`,
    minimum: (minimum, fee) => `That is below the minimum fee of ${minimum}, so the charge is ${fee}.`,
    total: (fee, net) => `The fee is ${fee} in all, and ${net} arrives.`,
    split: (total, limit) => `The limit is ${limit}, and ${total} is more than that.`,
  },
  request: {
    amount: 'How much would you like to move? Give me an amount in yuan and I will work it out.',
    amountBy: (method) => `How much would you like to move (${method})? Give me an amount in yuan and I will work it out.`,
    target: 'How much should arrive?',
    vague: 'Please give me one exact amount in yuan, so that I can work it out exactly.',
    methodForRest: (used) => `${used} has gone already: which way was it?`,
    methodForFeeOf: (amount, fee) => `${amount} sent, ${fee} charged: which way was it?`,
    methodForNetOf: (amount, net) => `${amount} sent, ${net} arrived: which way was it?`,
    currency: (code) => `I only work in renminbi and do not convert ${code}. How much is it in yuan?`,
    method: (amount) => `Which way would you like to use for ${amount}?`,
    methodForTarget: (target) => `Which way would you like to use, so that ${target} arrives?`,
    methodForFee: (fee) => `Which way was it that cost ${fee}?`,
    methodForBudget: (budget) => `Which way would you like to use, for a fee of at most ${budget}?`,
    methodForDays: (days) => `How much can go in ${plural(days, 'day')} depends on the way. Which one would you like to use?`,
    resume: (question) => `Back to the calculation: ${question}`,
  },
  card: {
    details: (pairs) => pairs.join(' · '),
    ask: (way, amount) => (amount === undefined ? `How does the ${way} work?` : `What is the fee for ${amount} by ${way}?`),
    more: (way) => `More on ${way}`,
  },
  unread: {
    beside: 'I have not opened what came with your message; this answers its text alone.',
    alone: 'I read text only, so I have not opened what you sent. Please type your question.',
  },
  stay: {
    handoff: 'All right, no person; I will go on helping you.',
    cancel: 'All right, nothing is cancelled; let us go on.',
    repeat: 'All right, I will not repeat it; let us go on.',
    difference: 'Between which two? Name two ways or two amounts, and I will work out the difference.',
    notice: 'All right. What else would you like to know?',
    language: 'All right, I will answer in English. What would you like to know?',
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
    contents: 'Contents',
    conflicts: 'Where the article contradicts itself',
  },
  error: describe,
};

const EVERY = {
  day: 'a day',
  week: 'a week',
  'other-day': 'every other day',
  fortnight: 'every two weeks',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',
} as const;

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
      return error.nearest.min > 0n
        ? `The smallest unit is the fen. Do you mean ${sum(error.nearest.min)} or ${sum(error.nearest.max)}?`
        : `The smallest unit is the fen, so it takes at least ${sum(error.nearest.max)}.`;
    case 'over-limit':
      return `${sum(error.amount)} is over the limit of ${name(error.method)}: at most ${sum(error.largest)} at a time, so ${error.parts} transactions.`;
    case 'fee-exceeds-amount':
      return `${sum(error.amount)} does not cover the fee of ${name(error.method)}.${error.smallest === undefined ? '' : ` It takes at least ${sum(error.smallest)}.`}`;
    case 'unreachable':
      return `By ${name(error.method)} no amount makes ${sum(error.target)} arrive.`;
    case 'no-amount-for-fee':
      return noAmount(error, sum, name(error.method));
    case 'budget-too-small':
      return `The least fee of ${name(error.method)} is ${sum(error.smallestFee)}; ${sum(error.maxFee)} is not enough.`;
    case 'too-many-transactions':
      return `It would take ${error.needed} transactions; the most I can plan is ${error.ceiling}.`;
    case 'bad-count':
      return `${error.value} ${error.input} is not possible; it must be a whole number above zero and no more than ${error.ceiling}.`;
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

function noAmount(
  { fee, below, above, beyondLimit }: Extract<FeeError, { kind: 'no-amount-for-fee' }>,
  sum: (fen: bigint) => string,
  method: string,
): string {
  if (beyondLimit)
    return `One transaction by ${method} cannot cost ${sum(fee)}: that would take ${sum(beyondLimit.min)} to ${sum(beyondLimit.max)}, which is over the limit. Perhaps several transactions came to that together.`;
  if (above !== undefined && below === undefined) return `${capital(method)} charges at least ${sum(above)}, never just ${sum(fee)}.`;
  if (below !== undefined && above === undefined)
    return `${capital(method)} charges ${sum(below)} at most for one transaction, never ${sum(fee)}.`;
  return `By ${method} no amount costs exactly ${sum(fee)}; the nearest fees are ${sum(below ?? fee)} and ${sum(above ?? fee)}.`;
}
