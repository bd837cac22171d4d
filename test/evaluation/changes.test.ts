import { describe, expect, test } from 'vitest';
import { examplesOf, learn, lexiconOf, understanderOf } from '../../src/bot/learn.js';
import type { Brain } from '../../src/bot/respond.js';
import { countsOf, groupChanges } from '../../src/evaluation/change-groups.js';
import { changesOf, type Question, questionsOf } from '../../src/evaluation/changes.js';
import type { Pack } from '../../src/knowledge/pack.js';
import { QUICK_TRAINING } from '../../src/understanding/intents/train.js';
import { readPackFiles } from '../../src/workspace/read-pack.js';
import { REAL_PACK } from '../workspace/pack-folder.js';

const KEPT = ['limits', 'risks', 'transfer-time', 'licence-scope', 'cash-out-legality', 'huabei-uses', 'market-share', 'greet'];
const { pack: WHOLE } = readPackFiles(REAL_PACK).files;

/** The real pack with a few of its intents, which trains in a moment. */
const packOf = (ids: readonly string[]): Pack => ({
  ...WHOLE,
  intents: WHOLE.intents.filter(({ id }) => ids.includes(id)),
  nearMisses: WHOLE.nearMisses.filter(({ id }) => ['jiebei', 'instalments'].includes(id)),
  starters: [],
});

const brainOf = (pack: Pack): Brain => ({
  pack,
  understander: understanderOf(pack, learn(examplesOf(pack), lexiconOf(pack), QUICK_TRAINING)),
});

const questionsFor = (...packs: readonly Pack[]): readonly Question[] => {
  const [old = [], now = []] = packs.map((pack) => examplesOf(pack).map(({ text }) => text));
  return questionsOf(old, now, []);
};

const SMALL = packOf(KEPT.filter((id) => id !== 'transfer-time'));
const LARGE = packOf(KEPT);
const [small, large] = [brainOf(SMALL), brainOf(LARGE)];
const QUESTIONS = questionsFor(SMALL, LARGE);

describe('changes between two packs', () => {
  test('a pack answers as it does itself', () => {
    expect(changesOf(large, large, QUESTIONS)).toEqual([]);
  });

  test('an added intent wins its questions, and is said to be new', () => {
    const changes = changesOf(small, large, QUESTIONS);
    const won = changes.filter(({ cause }) => cause.kind === 'class' && cause.winner.id === 'transfer-time');
    expect(won.length).toBeGreaterThan(20);
    for (const { cause } of won) expect(cause).toMatchObject({ winner: { scope: 'in' }, isNew: true, isGone: false });
    const words = won.flatMap(({ cause }) => (cause.kind === 'class' ? cause.words.map((each) => each.words) : []));
    expect(words).toEqual(expect.arrayContaining(['多久', 'how long']));
    // The other way about it is gone.
    const lost = changesOf(large, small, QUESTIONS).filter(({ before }) => before.intents.includes('transfer-time'));
    expect(lost.length).toBeGreaterThan(20);
    const gone = lost.filter(({ cause }) => cause.kind === 'class' && cause.loser.id === 'transfer-time');
    for (const { cause } of gone) expect(cause).toMatchObject({ isNew: false, isGone: true });
    expect(gone.length).toBeGreaterThan(20);
  });

  test('there and back the same questions change', () => {
    const texts = (changes: ReturnType<typeof changesOf>) => changes.map(({ text, before, after }) => ({ text, both: [before, after] }));
    const back = changesOf(large, small, QUESTIONS).map(({ text, before, after }) => ({ text, both: [after, before] }));
    expect(texts(changesOf(small, large, QUESTIONS))).toEqual(back);
  });

  test('a threshold that moved is the reason, not the words', () => {
    const { model } = large.understander;
    const level = { latin: 0.001, other: 0.001 };
    const careful = {
      ...large,
      understander: { ...large.understander, model: { ...model, thresholds: { ...model.thresholds, level } } },
    };
    const all = changesOf(large, careful, QUESTIONS).filter(({ cause }) => cause.kind !== 'parts');
    // Who is not sure takes a loan that is mentioned for what is asked about; it is told as that policy's doing.
    const [changes, others] = [all.filter(({ cause }) => cause.kind !== 'policy'), all.filter(({ cause }) => cause.kind === 'policy')];
    for (const { cause } of others)
      expect(cause).toEqual({ kind: 'policy', before: expect.stringMatching(/^sure answer(, sure answer)*$/), after: 'other product' });
    expect(others.length).toBeLessThan(changes.length / 100);
    expect(changes.length).toBeGreaterThan(20);
    for (const { cause } of changes) {
      expect(cause).toMatchObject({ kind: 'threshold', of: 'answer', threshold: { after: 0.001 } });
      if (cause.kind === 'threshold') expect(cause.chance.after).toBe(cause.chance.before);
    }
  });

  test('an intent that says something else keeps its decision', () => {
    const intents = LARGE.intents.map((intent) =>
      intent.id === 'limits' && intent.answer.kind === 'text'
        ? { ...intent, answer: { ...intent.answer, text: { zh: '没有限额。', en: 'There are none.' } } }
        : intent,
    );
    const changes = changesOf(large, { ...large, pack: { ...LARGE, intents } }, QUESTIONS);
    expect(changes.length).toBeGreaterThan(20);
    for (const { before, after, cause } of changes) {
      expect(after).toEqual(before);
      expect(before.intents).toContain('limits');
      expect(cause).toMatchObject({ kind: 'content' });
      if (cause.kind === 'content') expect(cause.differs).toContain('text');
    }
  });
});

test('questions are each there once, with whose examples they are', () => {
  expect(questionsOf(['a', 'b', 'a'], ['b', 'c'], ['c', 'd'])).toEqual([
    { text: 'a', learnt: 'old' },
    { text: 'b', learnt: 'both' },
    { text: 'c', learnt: 'new' },
    { text: 'd', learnt: 'neither' },
  ]);
});

test('groups hold every change once, the largest first, and the counts agree', () => {
  const changes = changesOf(small, large, QUESTIONS);
  const groups = groupChanges(changes);
  expect(groups.flatMap((group) => group.changes).sort(byText)).toEqual([...changes].sort(byText));
  const sizes = groups.map((group) => group.changes.length);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(new Set(groups.map(({ from, to }) => `${from}\n${to}`)).size).toBe(groups.length);
  const counts = Object.values(countsOf(QUESTIONS, changes));
  expect(counts.reduce((sum, { questions }) => sum + questions, 0)).toBe(QUESTIONS.length);
  expect(counts.reduce((sum, { changed }) => sum + changed, 0)).toBe(changes.length);
});

const byText = (a: Question, b: Question): number => (a.text < b.text ? -1 : 1);
