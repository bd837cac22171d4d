import { expect, test } from 'vitest';
import { BLOCK_WEIGHTS } from '../../../src/understanding/intents/features.js';
import type { Label } from '../../../src/understanding/intents/model.js';
import { openScoring } from '../../../src/understanding/intents/scores.js';
import { vectorize } from '../../../src/understanding/intents/sparse.js';
import { DEFAULT_TRAINING, trainModel } from '../../../src/understanding/intents/train.js';
import { featuresOf, readText, textFiguresOf } from '../../../src/understanding/read.js';
import { LEXICON } from '../lexicon.js';

const LABELS: readonly Label[] = [
  { id: 'move', scope: 'in' },
  { id: 'fee', scope: 'in' },
  { id: 'weather', scope: 'near' },
];

const STEMS = [
  ['花呗能转到微信', '花呗转进微信', 'move huabei to wechat', 'can i transfer it to wechat'],
  ['手续费多少', '提现手续费', 'what is the fee', 'what does it cost'],
  ['今天天气好', '明天下雨', 'is it raining', 'weather today'],
];
const EXAMPLES = STEMS.flatMap((stems, label) =>
  ['', '吗', '呢', '谢谢', 'please', 'now'].flatMap((end) => stems.map((stem) => ({ text: `${stem} ${end}`, label }))),
);

const train = (networks = 0) =>
  trainModel(
    LABELS,
    EXAMPLES.map(({ text, label }) => {
      const read = readText(text, LEXICON);
      return { features: featuresOf(read), figures: textFiguresOf(read), label };
    }),
    new Map([['wechat', 9]]),
    { ...DEFAULT_TRAINING, networks },
  );

test.each([0, 2])('trained twice with %i networks, the model is the same to the last byte', (networks) => {
  expect(train(networks)).toEqual(train(networks));
});

test.each([0, 2])('with %i networks it tells what it was taught', (networks) => {
  const { model, scoresOf } = openScoring(train(networks));
  const choose = (text: string) => {
    const { blended: scores } = scoresOf(vectorize(featuresOf(readText(text, LEXICON)), BLOCK_WEIGHTS, model.vocabulary).vector);
    return model.labels[scores.indexOf(Math.max(...scores))]?.id;
  };
  expect(['花呗转微信', 'transfer huabei to wechat', '手续费', 'the fee please', '下雨吗'].map(choose)).toEqual([
    'move',
    'move',
    'fee',
    'fee',
    'weather',
  ]);
});
