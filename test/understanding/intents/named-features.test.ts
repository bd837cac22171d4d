import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadOf, noveltyOf } from '../../../src/understanding/intents/contributions.js';
import { BLOCK_WEIGHTS, extractFeatures } from '../../../src/understanding/intents/features.js';
import { nameFeatures } from '../../../src/understanding/intents/named-features.js';
import { vectorize } from '../../../src/understanding/intents/sparse.js';
import { featureInputOf, readText } from '../../../src/understanding/read.js';
import { realBrain } from '../../brain.js';
import { LEXICON } from '../lexicon.js';

const inputOf = (text: string) => featureInputOf(readText(text, LEXICON));

const questions = fc
  .array(fc.constantFrom('花呗', '微信', '怎么', '提现', 'withdraw', 'fee', 'wechat', '5000', '?', ' ', 'zorg', '多久', 'huabei'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));

describe('names of features', () => {
  test('each hash of a text has its name, in the same place', () => {
    fc.assert(
      fc.property(questions, (text) => {
        expect(nameFeatures(inputOf(text)).map(({ hash }) => hash)).toEqual(extractFeatures(inputOf(text)).hashes);
      }),
    );
  });

  test('two features of one name are one feature', () => {
    fc.assert(
      fc.property(questions, (text) => {
        const features = nameFeatures(inputOf(text));
        const names = new Map(features.map(({ kind, name, hash }) => [`${kind} ${name}`, hash]));
        expect(names.size).toBe(new Set(features.map(({ hash }) => hash)).size);
      }),
    );
  });

  test.each([
    ['花呗提现', 'word', ['| 花', '花', '花呗', '呗', '呗提', '提', '提现', '现', '现 |']],
    ['fees', 'characters', ['|fe', 'fee', 'ees', 'es|', '|fee', 'fees', 'ees|']],
    ['转 500', 'word', ['| 转', '转', '转 #', '#', '# |']],
    ['提现', 'syllable', ['| ti', 'ti', 'ti xian', 'xian', 'xian |']],
    [
      '花呗 fee',
      'concept',
      ['| > huabei', 'huabei', 'huabei > fee', '| > huabei > fee', 'fee', 'fee > |', 'huabei > fee > |', 'huabei + fee'],
    ],
    ['how fee huabei', 'word pair', ['how + huabei']],
    ['花呗 fee', 'word pair', ['花 + fee']],
    ['a b c d e f g h i', 'word pair', []],
    ['how fee 花呗 to it 5', 'across', ['ow fe', 'to it']],
    ['从花呗到微信', 'signal', ['from:huabei', 'to:wechat', 'huabei>wechat']],
  ])('%s: %s', (text, kind, names) => {
    const found = nameFeatures(inputOf(text)).filter((feature) => feature.kind === kind);
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
});

describe('the lead of a class', () => {
  const { model, scoresOf, lexicon } = realBrain().understander;
  const realInput = (text: string) => featureInputOf(readText(text, lexicon));

  test.each(['花呗怎么提现到微信', 'how much is the fee for 5000', '借呗利息多少', 'zorg'])(
    '%s: bias and features add up to it',
    (text) => {
      const { vector } = vectorize(extractFeatures(realInput(text)), BLOCK_WEIGHTS, model.vocabulary);
      const { margins: scores } = scoresOf(vector);
      for (const [winner, rival] of [
        [0, 1],
        [5, 2],
        [model.labels.length - 1, 0],
      ] as const) {
        const { bias, contributions } = leadOf(model, realInput(text), winner, rival);
        const lead = contributions.reduce((sum, { weight }) => sum + weight, bias);
        expect(lead).toBeCloseTo((scores[winner] ?? 0) - (scores[rival] ?? 0), 4);
        const strengths = contributions.map(({ weight }) => Math.abs(weight));
        expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      }
    },
  );

  test.each(['花呗怎么提现到微信', 'withdraw the blorpish huabei', 'blorpish zzyzx', '', '？！'])(
    '%j: what is new, and its share',
    (text) => {
      const { share, of, unseen } = noveltyOf(model, realInput(text));
      const features = extractFeatures(realInput(text));
      expect(of).toBe(features.hashes.length);
      expect(share).toBeCloseTo(vectorize(features, BLOCK_WEIGHTS, model.vocabulary).unseen, 9);
      expect(unseen.some(({ name }) => name === 'blorpish')).toBe(text.includes('blorpish'));
    },
  );
});
