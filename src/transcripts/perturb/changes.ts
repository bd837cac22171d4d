import { findTariff, type Pack } from '../../knowledge/pack.js';
import type { Reply } from '../../rendering/reply.js';
import { fold, originalSpan } from '../../text/fold.js';
import { personWish } from '../../understanding/entities/wishes.js';
import type { Step } from '../walk.js';
import type { Dice } from './dice.js';
import { replaced, type Subject } from './subject.js';

/** A change to a message after which the old answer is wrong. */
export interface ChangeRule {
  readonly name: string;
  readonly apply: (subject: Subject, step: Step, pack: Pack, dice: Dice) => Change | undefined;
}

interface Change {
  readonly text: string;
  /** Whether a reply still answers what was asked before the change. */
  readonly isStillOld: (reply: Reply) => boolean;
}

const OTHER_SUMS = ['730', '1900', '2600', '4300', '12000'];

/** Another sum: the figures have to follow. */
const otherAmount: ChangeRule = {
  name: 'other amount',
  apply({ text, sums, language }, { response: { reply } }, _pack, dice) {
    const [sum, ...more] = sums;
    const asked = reply.slots.amount ?? reply.slots.target;
    if (!sum || more.length > 0 || reply.kind !== 'answer' || asked === undefined || Number(asked) !== Number(sum.yuan)) return undefined;
    const other = dice.pick(OTHER_SUMS.filter((each) => each !== sum.yuan)) ?? '';
    const unit = language === 'zh' ? '元' : ' yuan';
    return {
      text: replaced(text, sum.span, `${other}${unit}`),
      isStillOld: ({ kind, slots }) => kind === 'answer' && Number(slots.amount ?? slots.target) !== Number(other),
    };
  },
};

/** Another way of moving the money. */
const otherMethod: ChangeRule = {
  name: 'other method',
  apply({ text, methods, language }, { response: { reply } }, pack, dice) {
    const [named, ...more] = methods;
    if (!named || more.length > 0 || reply.slots.method !== named.method) return undefined;
    const other = dice.pick(pack.tariffs.filter(({ id }) => id !== named.method));
    if (!other) return undefined;
    return { text: replaced(text, named.span, other.name[language]), isStillOld: ({ slots }) => slots.method === named.method };
  },
};

const NEGATED = { zh: '不用', en: 'not ' };
// 走网商银行 is negated before its verb.
const LEADING = { zh: /[走用从经找](?:通过)?$/, en: /\b(?:by|via|through|with|using|from|over) (?:the )?$/i };

/** The way that was named is ruled out. */
const negatedMethod: ChangeRule = {
  name: 'negated method',
  apply({ text, methods, language }, { response: { reply } }, pack) {
    const [named, ...more] = methods;
    if (!named || more.length > 0 || reply.slots.method !== named.method || !findTariff(pack, named.method)) return undefined;
    const before = text.slice(0, named.span.start);
    const lead = LEADING[language].exec(before)?.[0] ?? '';
    if (language === 'en' && lead === '') return undefined;
    const at = named.span.start - lead.length;
    const negation = language === 'zh' && lead !== '' ? '不' : NEGATED[language];
    return {
      text: replaced(text, { start: at, end: at }, negation),
      isStillOld: ({ kind, slots }) => kind === 'answer' && slots.method === named.method,
    };
  },
};

/** A wish for a person is taken back. */
const negatedWish: ChangeRule = {
  name: 'negated wish',
  apply({ text, language }, { response: { reply } }) {
    const wish = reply.kind === 'handoff' ? personWish(fold(text)) : undefined;
    if (!wish) return undefined;
    const at = originalSpan(fold(text), wish).start;
    return {
      text: replaced(text, { start: at, end: at }, language === 'zh' ? '不要' : "don't "),
      isStillOld: ({ kind }) => kind === 'handoff',
    };
  },
};

/** A product that the pack knows nothing about in place of one of its platforms. */
const otherProduct: ChangeRule = {
  name: 'other product',
  apply({ text, platforms, language }, { response: { reply, answer, policy } }, pack, dice) {
    const place = platforms.find(({ start, end }) => isPriced(pack, text.slice(start, end)));
    // What a guard refuses it refuses for every product.
    if (!place || reply.kind !== 'answer' || answer.facts.length === 0 || policy.startsWith('guard')) return undefined;
    const products = OTHER_PRODUCTS[language];
    const old = reply.intents.map(({ id }) => id).join(' ');
    return {
      text: replaced(text, place, dice.pick(products) ?? ''),
      isStillOld: ({ kind, intents }) => kind === 'answer' && intents.map(({ id }) => id).join(' ') === old,
    };
  },
};

const OTHER_PRODUCTS = { zh: ['借呗', '京东白条', '美团月付', '抖音月付'], en: ['Jiebei', 'PayPal', 'JD Baitiao', 'Klarna'] };

/** Whether a word names a platform from which a tariff of the pack starts. */
function isPriced({ concepts, tariffs }: Pack, word: string): boolean {
  const said = word.toLowerCase();
  const starts = new Set(tariffs.flatMap(({ startsAt }) => startsAt));
  return concepts.some(({ id, spellings }) => starts.has(id) && spellings.includes(said));
}

/** Every kind of change that must change the answer. */
export const CHANGE_RULES: readonly ChangeRule[] = [otherAmount, otherMethod, negatedMethod, negatedWish, otherProduct];
