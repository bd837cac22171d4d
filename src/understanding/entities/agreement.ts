import type { Folded } from '../../text/fold.js';

const AGREEMENT =
  /^(?:好+的?|好[吧啊呀]|要的?|行[吧啊]?|可以|嗯+|是的?|对|需要|麻烦了?|yes|yes please|yeah|yep|ok|okay|sure|please|please do|go ahead|do it)$/;

/** Whether a whole message only agrees to what the bot offered: 要, 好的, "yes please". */
export function isAgreement({ text }: Folded): boolean {
  return AGREEMENT.test(text.replace(/[\p{P}\p{S}]+/gu, ' ').trim());
}
