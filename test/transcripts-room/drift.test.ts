import { describe, expect, test } from 'vitest';
import type { Brain } from '../../src/bot/respond.js';
import { driftOf, formatDrift } from '../../src/transcripts/drift.js';
import { realBrain } from '../brain.js';
import { conversationOf, goldenConversations } from './suite.js';

const conversation = conversationOf('user: 你好\nbot: ...\n\nuser: 谢谢\nbot: ...\n');

/** The same bot, but thanks are answered in other words. */
function withOtherThanks(text: string): Brain {
  const { pack, understander } = realBrain();
  const intents = pack.intents.map((intent) =>
    intent.id === 'thanks' && intent.answer.kind === 'text'
      ? { ...intent, answer: { ...intent.answer, text: { zh: text, en: text } } }
      : intent,
  );
  return { pack: { ...pack, intents }, understander };
}

describe('drift', () => {
  test('the same pack drifts nowhere', async () => {
    expect(driftOf(realBrain(), realBrain(), await goldenConversations())).toEqual([]);
  });

  test('names the turn and what differs', () => {
    const drifts = driftOf(withOtherThanks('好的。\n\n再会。'), realBrain(), [conversation]);
    expect(drifts).toMatchObject([{ line: 4, user: '谢谢', differs: ['text'] }]);
    expect(formatDrift(drifts, 2)).toMatch(
      /^a\.chat:4 {2}user: 谢谢\n {2}differs in text\n {4}- 好的。\n {4}- 再会。\n {4}\+ .+\n1 of 2 turns answered differently/,
    );
  });
});
