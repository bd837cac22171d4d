import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.js';
import { findConcepts, indexConcepts, readTokens } from '../../src/understanding/concepts.js';
import { knownWords, withWords } from '../../src/understanding/lexicon.js';
import { LEXICON } from './lexicon.js';

const found = (text: string, correct?: (word: string) => string) =>
  findConcepts(LEXICON.concepts, readTokens(fold(text).text, correct)).map(({ concept, by }) =>
    by === 'sound' ? `~${concept.id}` : concept.id,
  );

// A concept found by sound alone is marked ~.
test.each([
  ['花呗转到微信', 'huabei move wechat'],
  ['花唄轉進微信', 'huabei move wechat'],
  ['花被体现', '~huabei ~withdraw'],
  ['huabei tixian', '~huabei ~withdraw'],
  ['hua bei ti xian', '~huabei ~withdraw'],
  ['Transferring HB to WeChat', 'move huabei to wechat'],
  ['wechat balance', 'balance'],
  ['wechat pay', 'wechat'],
  ['能不能', 'can'],
  ['能', 'can'],
  ['另钱', '~balance'],
  ['领 钱', '~balance'],
])('%s holds %s', (text, concepts) => {
  expect(found(text).join(' ')).toBe(concepts);
});

test.each(['画', '5000', 'hbx', '提5', 'weather', ''])('%j holds nothing but what it says', (text) => {
  expect(found(text).filter((id) => id !== 'withdraw')).toEqual([]);
});

test('a misspelt word is read as the known word it is a slip of', () => {
  const { correct } = withWords(LEXICON, knownWords(LEXICON, []));
  expect(found('tarnsfer to wehcat', correct)).toEqual(['move', 'to', 'wechat']);
  expect(found('witdraw to alipya', correct)).toEqual(['withdraw', 'to', 'alipay']);
  expect(found('weather translation', correct)).toEqual([]);
});

test('a word is known when texts hold it three times', () => {
  const known = knownWords(LEXICON, ['zebra', 'zebra zebra', 'giraffe'].map(fold));
  expect([known.has('zebra'), known.has('giraffe')]).toEqual([true, false]);
});

test('what only sounds like a concept takes no beginning of another that sounds like one', () => {
  const index = indexConcepts([
    { id: 'then', kind: 'continuation', spellings: ['那'] },
    { id: 'who', kind: 'topic', spellings: ['哪位'] },
    { id: 'wechat', kind: 'platform', spellings: ['微信'] },
  ]);
  const ids = (text: string) => findConcepts(index, readTokens(text)).map(({ concept }) => concept.id);
  expect([ids('那微心呢'), ids('那威'), ids('那微信')]).toEqual([['then', 'wechat'], ['who'], ['then', 'wechat']]);
});

test('what is unrelated hides what it sounds like, as far as it is spelled', () => {
  const index = indexConcepts([
    { id: 'mybank', kind: 'topic', spellings: ['网商', '网商银行'] },
    { id: 'online', kind: 'unrelated', spellings: ['网上'] },
  ]);
  const ids = (text: string) => findConcepts(index, readTokens(text)).map(({ concept }) => concept.id);
  expect([ids('网上有人说'), ids('忘商'), ids('网上银行'), ids('王尚')]).toEqual([[], ['mybank'], ['mybank'], ['mybank']]);
});
