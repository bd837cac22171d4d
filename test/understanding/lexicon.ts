import type { Concept } from '../../src/knowledge/concept.js';
import { buildLexicon } from '../../src/understanding/lexicon.js';

/** A lexicon small enough to read: what the tests of this room look words up in. */
const CONCEPTS: readonly Concept[] = [
  { id: 'huabei', kind: 'platform', spellings: ['花呗', 'hb', 'ant credit pay'] },
  { id: 'wechat', kind: 'platform', spellings: ['微信', 'wechat', 'wx', 'wechat pay'] },
  { id: 'balance', kind: 'platform', spellings: ['零钱', 'wechat balance'] },
  { id: 'alipay', kind: 'platform', spellings: ['支付宝', 'alipay'] },
  { id: 'card', kind: 'platform', spellings: ['银行卡', 'bank card'] },
  { id: 'withdraw', kind: 'action', spellings: ['提现', '提', '提到', 'withdraw'] },
  { id: 'move', kind: 'action', spellings: ['转', '转到', '转进', 'move', 'transfer'] },
  { id: 'repay', kind: 'action', spellings: ['还', '还款', 'repay'] },
  { id: 'fee', kind: 'fee', spellings: ['手续费', 'fee', 'cost'] },
  { id: 'can', kind: 'question', spellings: ['能', '能不能', 'can'] },
  { id: 'how', kind: 'question', spellings: ['怎么', 'how'] },
  { id: 'how-long', kind: 'question', spellings: ['多久', 'how long'] },
  { id: 'particle', kind: 'question', spellings: ['吗'] },
  { id: 'from', kind: 'source', spellings: ['从', '用', 'from'] },
  { id: 'to', kind: 'target', spellings: ['到', '进', 'to', 'into'] },
];

export const LEXICON = buildLexicon({ concepts: CONCEPTS, tariffs: [], facts: [] });

/** The trimmed lines of a table. */
export const lines = (table: string): readonly string[] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
