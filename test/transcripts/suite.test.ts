import { describe, expect, test } from 'vitest';
import { coverageOf, uncovered } from '../../src/transcripts/coverage/coverage.js';
import { perturb } from '../../src/transcripts/perturb/perturb.js';
import { formatPerturbReport, reportOf } from '../../src/transcripts/perturb/report.js';
import { walk } from '../../src/transcripts/walk.js';
import { realBrain } from '../brain.js';
import { goldenConversations } from '../transcripts-room/suite.js';

const PER_TURN = 5;
const SEED = 1;
/** Of the questions in other words: how many may get another answer, and how many no answer but a question back or a fallback. */
const MOST_BROKEN = 0.02;
const MOST_ASKED = 0.042;
/**
 * Of the changes that must change the answer: how many may be overheard, by kind. The bounds keep what is reached, and are to come down.
 */
const MOST_OVERHEARD: Readonly<Record<string, number>> = {
  'other amount': 0,
  'other method': 0,
  'other product': 0.01,
  'negated method': 0,
  'negated wish': 0,
};

describe('the golden conversations', async () => {
  const conversations = await goldenConversations();
  const steps = conversations.flatMap((conversation) => walk(realBrain(), conversation));

  test('are many, in both languages, each with an id of its own', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(150);
    for (const language of ['zh', 'en'])
      expect(conversations.filter(({ locale }) => locale?.startsWith(language)).length).toBeGreaterThan(60);
    expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
    expect(conversations.filter(({ tags }) => tags.includes('imported')).length).toBeGreaterThanOrEqual(20);
  });

  test('exercise everything that the pack knows and the bot decides', () => {
    expect(uncovered(coverageOf(realBrain().pack, steps))).toEqual([]);
  });

  test(`keep their answers in other words, and change them with the question (${PER_TURN} of each turn)`, { timeout: 60_000 }, () => {
    const report = reportOf(perturb(realBrain(), steps, { perTurn: PER_TURN, seed: SEED }));
    const { keep, change } = report;
    const table = formatPerturbReport(report);
    expect(keep.all.tried).toBeGreaterThan(steps.length * 4);
    expect(keep.all.broken / keep.all.tried, table).toBeLessThanOrEqual(MOST_BROKEN);
    expect(keep.all.asked / keep.all.tried, table).toBeLessThanOrEqual(MOST_ASKED);
    expect(change.byRule.map(({ name }) => name).sort()).toEqual(Object.keys(MOST_OVERHEARD).sort());
    for (const { name, broken, tried } of change.byRule) expect(broken / tried, table).toBeLessThanOrEqual(MOST_OVERHEARD[name] ?? 0);
  });
});
