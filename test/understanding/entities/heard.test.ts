import { expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { findConcepts, readTokens } from '../../../src/understanding/concepts.js';
import { asHeard } from '../../../src/understanding/entities/heard.js';
import { LEXICON } from '../lexicon.js';

const heard = (text: string) => {
  const folded = fold(text);
  const tokens = readTokens(folded.text);
  return asHeard(folded, tokens, findConcepts(LEXICON.concepts, tokens)).text;
};

// What sounds like a concept of the test's lexicon is written like it, at the same length; all else stays.
it.each([
  ['花被体现', '花呗提现'],
  ['我的花被里有10块', '我的花呗里有10块'],
  ['花呗提现', '花呗提现'],
  ['huabei tixian', 'huabei tixian'],
  ['天气', '天气'],
  ['', ''],
])('%j is heard as %j', (text, expected) => expect(heard(text)).toBe(expected));
