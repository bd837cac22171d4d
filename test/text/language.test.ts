import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { detectLanguage } from '../../src/text/language.js';
import { tokenize } from '../../src/text/tokens.js';

const TEXTS = {
  zh: `
    花呗能转到微信吗
    花唄點樣轉去微信
    huabei zenme zhuan dao weixin
    tixian shouxufei duoshao
    hb 提到 zfb 多久
    我的wechat里钱怎么还花呗
    花呗 withdraw 要手续费吗
    五千
  `,
  en: `
    can i move huabei to wechat
    what is the fee
    How long does 花呗 take to reach my wechat balance?
    is it legal
    cash out huabei how
    wechat
    hi
    time?
    same rate?
    age
  `,
};

const lines = Object.entries(TEXTS).flatMap(([language, texts]) =>
  texts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [line, language] as const),
);

test.each(lines)('%s is %s', (text, language) => {
  expect(detectLanguage(tokenize(fold(text).text))).toBe(language);
});

test.each(['yunshanfu?', 'n hubei', '', '5000', '???', '👍', '12.5%', 'x'])('%j has no words to tell by', (text) => {
  expect(detectLanguage(tokenize(fold(text).text))).toBeUndefined();
});
