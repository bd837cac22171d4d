import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerItem, Decision } from '../../src/dialog/decision.js';
import { type DialogState, fold, formatState, initialState, parseState } from '../../src/dialog/state.js';
import { pack } from './readings.js';

const item = (intent: string, slots: AnswerItem['slots'] = {}): AnswerItem => ({ intent, confidence: 0.9, slots });
const quote = item('fee-quote', { amount: '3000.00', method: 'mybank' });
const answer = (...items: readonly AnswerItem[]): Decision => ({ kind: 'answer', items });
const asking: Decision = {
  kind: 'answer',
  items: [],
  request: { slot: 'method', item: item('fee-quote', { amount: '3000.00' }), methods: ['mybank', 'unionpay'] },
};
const clarify: Decision = { kind: 'clarify', options: [item('limits'), item('rules')] };
const fallback: Decision = { kind: 'fallback', nearest: ['limits'] };
const rejected: Decision = { kind: 'fallback', rejected: true, nearest: [] };

const stateAfter = (...decisions: readonly Decision[]): DialogState =>
  decisions.reduce((state, decision) => fold(state, decision, 'zh', pack), initialState('zh'));

describe('the state after decisions', () => {
  it('starts with nothing', () => {
    expect(initialState('en')).toMatchObject({ language: 'en', failures: 0 });
    expect(initialState('en').pending).toBeUndefined();
  });

  it('takes over the language', () => {
    expect(fold(initialState('zh'), fallback, 'en', pack).language).toBe('en');
  });

  it('remembers what was answered last as the topic', () => {
    expect(stateAfter(answer(item('limits'), quote)).topic).toEqual(quote);
  });

  it('keeps the topic over talk', () => {
    expect(stateAfter(answer(quote), answer(item('thanks'))).topic).toEqual(quote);
    expect(stateAfter(answer(quote), answer(item('rules'))).topic).toEqual(item('rules'));
  });

  it('waits for the slot that was asked for, also after a question between', () => {
    expect(stateAfter(asking).pending).toMatchObject({ kind: 'slot' });
    expect(stateAfter(asking, answer(item('rules'))).pending).toMatchObject({ kind: 'slot' });
    expect(stateAfter(asking, fallback).pending).toMatchObject({ kind: 'slot' });
    expect(stateAfter(asking, answer(quote)).pending).toBeUndefined();
  });

  it('waits for a choice until something else was answered or none of it was meant', () => {
    expect(stateAfter(clarify).pending).toEqual({ kind: 'choice', options: [item('limits'), item('rules')] });
    expect(stateAfter(clarify, fallback).pending).toMatchObject({ kind: 'choice' });
    expect(stateAfter(clarify, rejected).pending).toBeUndefined();
    expect(stateAfter(clarify, answer(item('rules'))).pending).toBeUndefined();
  });

  it('counts fallbacks in a row', () => {
    expect(stateAfter(fallback, fallback).failures).toBe(2);
    expect(stateAfter(fallback, fallback, answer(quote)).failures).toBe(0);
    expect(stateAfter(fallback, { kind: 'handoff', item: item('human-agent') }).failures).toBe(0);
  });

  it('drops topic and form when it is cancelled', () => {
    const state = stateAfter(answer(quote), asking, { kind: 'cancel', item: item('cancel') });
    expect(state.pending).toBeUndefined();
    expect(state.topic).toBeUndefined();
  });

  it('does not take a repetition for something said', () => {
    const before = stateAfter(asking);
    const state = fold(before, { kind: 'repeat', item: item('repeat'), decision: asking }, 'zh', pack);
    expect(state).toEqual(before);
  });
});

describe('a stored state', () => {
  const decisions = [answer(quote), asking, clarify, fallback, rejected, { kind: 'repeat', item: item('repeat') } as Decision];

  it('is read back as it was written, after any decisions', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...decisions), { maxLength: 6 }), (made) => {
        const state = stateAfter(...made);
        expect(parseState(formatState(state))).toEqual(state);
      }),
    );
  });

  it.each([
    ['another version', { ...initialState('zh'), version: 0 }],
    ['a later version', { ...initialState('zh'), version: 999 }],
    ['no version', { language: 'zh', failures: 0 }],
    ['an unknown language', { ...initialState('zh'), language: 'fr' }],
    ['failures below zero', { ...initialState('zh'), failures: -1 }],
    ['a pending thing of no kind', { ...initialState('zh'), pending: { kind: 'other' } }],
  ])('with %s is not gone on from', (_, state) => {
    expect(parseState(JSON.stringify(state))).toBeUndefined();
  });

  it('that is no JSON is refused', () => {
    expect(() => parseState('{')).toThrow();
  });
});
