import { expect, test } from 'vitest';
import { respond } from '../../src/bot/respond.js';
import { initialState } from '../../src/dialog/state.js';
import { realBrain } from '../brain.js';

const replyTo = (text: string) => respond(realBrain(), initialState('zh'), text, 'c').reply;

test.each(['征信会不会黑了，我年底还要贷款买房呢，别坑我！', '套现会影响我以后贷款买房吗'])(
  '%s: a loan is what is feared for, not what is asked about',
  (text) => {
    expect(replyTo(text)).toMatchObject({ kind: 'answer', intents: [{ id: 'risks' }] });
  },
);

test.each(['借呗能套现吗', '京东白条多久到账', '微粒贷违规会怎样', '信用卡提现到微信要多少'])(
  '%s: another product is asked about',
  (text) => {
    expect(replyTo(text)).toMatchObject({ kind: 'fallback', intents: [] });
  },
);
