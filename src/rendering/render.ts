import type { Answer, AnswerPart } from '../answers/answer.js';
import { assertNever } from '../base/assert-never.js';
import { fen, parseYuan } from '../base/money.js';
import {
  arrangementBlocks,
  budgetBlocks,
  capacityBlocks,
  conflictBlocks,
  estimateBlocks,
  explanationBlocks,
  inverseBlocks,
  limitText,
  repetitionBlocks,
  restBlocks,
} from './backwards.js';
import { comparisonBlocks, endsBlocks, offerBlocks, planBlocks, quoteBlocks } from './calculations.js';
import { differenceBlocks } from './difference.js';
import { sumOf, sumOfBigint } from './figures.js';
import { plainText, sourcesText } from './plain-text.js';
import type { Reply, ReplyBlock, ReplySlots } from './reply.js';
import { routeBlocks } from './route.js';
import { WORDINGS } from './wording/index.js';
import type { Wording } from './wording/wording.js';

/** Names of ways, for what mentions one by its id. */
export type MethodNames = (method: string) => string;

/** Gives an answer its form: typed blocks, the complete text, and the public contract around them. */
export function render(answer: Answer, conversation: string, methodName: MethodNames): Reply {
  const wording = WORDINGS[answer.language];
  const blocks = [
    ...answer.parts.flatMap((part) => partBlocks(part, answer, wording, methodName)),
    ...answer.conflicts.map(({ note }): ReplyBlock => ({ kind: 'note', tone: 'conflict', text: note })),
    ...optionsBlock(answer, wording),
  ];
  const sources = sourcesText(answer.sources, wording);
  const { kind, language, intents, slots, figures, conflicts, suggestions } = answer;
  return {
    conversation,
    kind,
    language,
    intents: intents.map(({ id, confidence }) => ({ id, confidence: Math.round(confidence * 1000) / 1000 })),
    slots: slotsOf(slots),
    text: [plainText(blocks, wording), ...(sources === '' ? [] : [sources])].join('\n'),
    blocks,
    figures,
    sources: answer.sources,
    conflicts,
    suggestions,
  };
}

/** The public slots; how something is asked stays inside. */
const slotsOf = ({ amount, target, method, days }: Answer['slots']): ReplySlots => ({
  ...(amount !== undefined && { amount }),
  ...(target !== undefined && { target }),
  ...(method !== undefined && { method }),
  ...(days !== undefined && { days }),
  ...((amount ?? target) !== undefined && { currency: 'CNY' }),
});

function partBlocks(part: AnswerPart, { language, suggestions }: Answer, wording: Wording, methodName: MethodNames): readonly ReplyBlock[] {
  switch (part.kind) {
    case 'paragraph':
      return [part];
    case 'list':
      return [{ ...part, ordered: false }];
    case 'table':
      return [part];
    case 'warning':
      return [{ kind: 'note', tone: 'warning', text: part.text }];
    case 'quote':
      return quoteBlocks(part, wording, language);
    case 'plan':
      return planBlocks(part, wording, language);
    case 'once':
      return [{ kind: 'paragraph', text: wording.quote.once[part.per] }];
    case 'inverse':
      return inverseBlocks(part, wording, language);
    case 'budget':
      return budgetBlocks(part, wording, language);
    case 'arrangement':
      return arrangementBlocks(part, wording, language);
    case 'capacity':
      return capacityBlocks(part, wording, language);
    case 'estimate':
      return estimateBlocks(part, wording, language);
    case 'split-reason':
      return [{ kind: 'paragraph', text: wording.explanation.split(sumOf(wording, part.amount), limitText(wording, part.limits)) }];
    case 'difference':
      return differenceBlocks(part, wording, language);
    case 'route':
      return routeBlocks(part, wording, language);
    case 'offer':
      return offerBlocks(part, wording, language);
    case 'ends':
      return endsBlocks(part, wording, language);
    case 'repetition':
      return repetitionBlocks(part, wording, language);
    case 'rest':
      return restBlocks(part, wording, language);
    case 'conflict':
      return conflictBlocks(part, wording);
    case 'explanation':
      return explanationBlocks(part, wording, language);
    case 'comparison':
      return comparisonBlocks(part, wording, language);
    case 'fee-error':
      return [{ kind: 'paragraph', text: wording.error(part.error, { sum: sumOfBigint(wording), name: methodName }) }];
    case 'request':
      return [
        {
          kind: 'paragraph',
          text: part.resumes
            ? wording.request.resume(requestText(part.request, wording, methodName))
            : requestText(part.request, wording, methodName),
        },
      ];
    case 'unread':
      return [{ kind: 'paragraph', text: part.hasText ? wording.unread.beside : wording.unread.alone }];
    case 'which':
      return [{ kind: 'paragraph', text: wording.which }];
    case 'stay':
      return [{ kind: 'paragraph', text: wording.stay[part.because] }];
    case 'unknown': {
      const { unknown } = wording;
      const first = part.topic === undefined ? unknown.plain : unknown.topic(part.topic);
      const text = part.offers === 'rephrase' ? unknown.rephrase : wording.sentences([first, unknown[part.offers]]);
      return [
        { kind: 'paragraph', text },
        { kind: 'list', ordered: false, items: suggestions.map(({ label }) => label) },
      ];
    }
    default:
      return assertNever(part);
  }
}

function requestText(
  { slot, item, because }: Extract<AnswerPart, { kind: 'request' }>['request'],
  { request: words, ...wording }: Wording,
  methodName: MethodNames,
): string {
  const { amount, target, fee, received, budget, days, asks, method } = item.slots;
  const shown = (text: string) => sumOf({ request: words, ...wording }, parseYuan(text) ?? fen(0n));
  if (slot === 'method') {
    if (asks === 'most' && days !== undefined) return words.methodForDays(days);
    if (target !== undefined) return words.methodForTarget(shown(target));
    if (asks === 'rest' && amount !== undefined) return words.methodForRest(shown(amount));
    if (amount !== undefined && received !== undefined) return words.methodForNetOf(shown(amount), shown(received));
    if (amount !== undefined && fee !== undefined) return words.methodForFeeOf(shown(amount), shown(fee));
    if (amount === undefined && budget !== undefined) return words.methodForBudget(shown(budget));
    return amount === undefined && fee !== undefined ? words.methodForFee(shown(fee)) : words.method(shown(amount ?? '0'));
  }
  if (because?.kind === 'vague') return words.vague;
  if (because?.kind === 'currency') return words.currency(because.currency);
  return method === undefined ? words.amount : words.amountBy(methodName(method));
}

/** A question of the bot's that offers intents also offers a way out. */
function optionsBlock({ parts, options }: Answer, wording: Wording): readonly ReplyBlock[] {
  if (options.length === 0) return [];
  const choices = parts.some(({ kind }) => kind === 'which') ? [...options, wording.noneOfThese] : options;
  return [{ kind: 'options', choices }];
}
