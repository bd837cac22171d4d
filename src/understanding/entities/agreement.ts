import type { Folded } from '../../text/fold.js';
import { coreOf, wholePhrase } from '../phrases/index.js';

const AGREEMENT = wholePhrase('agreement');
const REFUSAL = wholePhrase('refusal');
const NOTICE = wholePhrase('notice');
const WHY = wholePhrase('asksWhy');

function bare({ text }: Folded): string {
  const { start, end } = coreOf(text);
  return text
    .slice(start, end)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

/** Whether a whole message only agrees to what the bot offered: 要, 好的, "yes please". */
export const isAgreement = (folded: Folded): boolean => AGREEMENT.test(bare(folded));

/** Whether a whole message only declines it: 不用, "no thanks". */
export const isRefusal = (folded: Folded): boolean => REFUSAL.test(bare(folded));

/** Whether a whole message only takes notice of what was said: 知道了, "got it". */
export const isNotice = (folded: Folded): boolean => NOTICE.test(bare(folded));

/** Whether a whole message only asks for the reason of what was said: 为啥呢, "why not?". */
export const asksWhy = (folded: Folded): boolean => WHY.test(bare(folded));
