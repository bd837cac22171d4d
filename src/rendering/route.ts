import type { AnswerPart } from '../answers/answer.js';
import type { Language } from '../base/language.js';
import { cautionFor } from './calculations.js';
import { exactSum, limitsOf, ratesOf, sumOf } from './figures.js';
import type { ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

/** What a chain of ways takes in all, then leg by leg, and what of it is not known. */
export function routeBlocks(
  { amount, legs, fee, net, unpriced }: Extract<AnswerPart, { kind: 'route' }>,
  wording: Wording,
  language: Language,
): readonly ReplyBlock[] {
  const { route: words } = wording;
  const over = [...new Set(legs.filter(({ isOver }) => isOver).map(({ tariff }) => tariff))];
  const warned = legs.find(({ tariff }) => !tariff.recommended);
  return [
    {
      kind: 'paragraph',
      text: wording.sentences([
        words.lead({ amount: sumOf(wording, amount), fee: exactSum(wording, fee), net: exactSum(wording, net) }),
        ...(unpriced > 0 ? [words.unpriced] : []),
        ...over.map((tariff) => words.over(tariff.name[language], limitsOf(wording, tariff.limits))),
      ]),
    },
    {
      kind: 'list',
      ordered: false,
      items: legs.map((leg) =>
        words.leg({
          method: leg.tariff.name[language],
          amount: exactSum(wording, leg.amount),
          fee: exactSum(wording, leg.fee),
          rate: ratesOf(leg.tariff),
        }),
      ),
    },
    ...(warned ? cautionFor(warned.tariff, fee.min !== fee.max, wording) : []),
  ];
}
