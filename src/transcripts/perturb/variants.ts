import { amountForm } from './amount-forms.js';
import { homophone, inPinyin, keySlip, nearHomophone } from './slips.js';
import type { VariantRule } from './variant.js';
import { courtesy, emoji, fullWidth, letterCase, punctuation, spaces, traditional } from './writing.js';

/** Every kind of change that must leave an answer as it is. */
export const VARIANT_RULES: readonly VariantRule[] = [
  keySlip,
  homophone,
  nearHomophone,
  inPinyin,
  traditional,
  fullWidth,
  amountForm,
  punctuation,
  letterCase,
  spaces,
  emoji,
  courtesy,
];
