import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.js';
import { isAgreement, isNotice, isRefusal } from '../../../src/understanding/entities/agreement.js';

describe('yes and no', () => {
  it.each([
    ['好的', true, false],
    ['yes please!', true, false],
    ['嗯', true, false],
    ['不用了', false, true],
    ['no thanks', false, true],
    ['好多钱', false, false],
    ['no way is that right', false, false],
  ])('%s', (text, yes, no) => {
    expect([isAgreement(fold(text)), isRefusal(fold(text))]).toEqual([yes, no]);
  });

  it.each(['知道了', '明白', 'got it', 'cool', 'I see', '知道了，谢谢'])('takes notice: %s', (text) => {
    expect(isNotice(fold(text))).toBe(true);
  });

  it.each(['知道手续费吗', 'is that cool', 'got it wrong', '好的'])('takes no notice alone: %s', (text) => {
    expect(isNotice(fold(text))).toBe(false);
  });
});
