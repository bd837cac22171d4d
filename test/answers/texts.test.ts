import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import { unaccounted } from './numbers.js';
import { answerTo, pack, replyTo } from './replies.js';

const item = (intent: string) => ({ intent, confidence: 1, slots: {} });
const intents = pack.intents.map(({ id }) => id);

describe.each(LANGUAGES)('every answer in %s', (language) => {
  const replies = pack.intents.map(
    ({ id, answer }) => [id, answerTo(id, language, answer.kind === 'quote' ? { amount: '5000.00', method: 'mybank' } : {})] as const,
  );

  it.each(replies)('%s has all its places filled', (_, { text }) => {
    expect(text).not.toMatch(/[{}]|undefined|NaN|\[object/);
    expect(text).not.toMatch(/ {2}|\n\n|^\s|\s$/);
    expect(text.length).toBeGreaterThan(0);
  });

  it.each(replies)('%s states no number but its figures', (id, reply) => {
    expect(unaccounted(reply, id === 'fee-quote' ? ['5000'] : [])).toEqual([]);
  });

  it.each(replies)('%s has an origin for every figure', (_, { figures }) => {
    for (const { origin } of figures) {
      if ('fact' in origin) expect(pack.articles.some(({ facts }) => [...facts.keys()].some((id) => id === origin.fact))).toBe(true);
      else expect(origin.formula).not.toBe('');
    }
  });

  it.each(replies)('%s names its sources when it states figures', (_, { figures, sources }) => {
    if (figures.length > 0) expect(sources.length).toBeGreaterThan(0);
  });

  it.each(replies)('%s tells every conflict that its figures are part of', (_, { figures, conflicts }) => {
    const facts = figures.flatMap(({ origin }) => ('fact' in origin ? [origin.fact] : []));
    const touched = pack.articles.flatMap((article) => article.conflicts.filter(({ between }) => between.some((id) => facts.includes(id))));
    for (const { id, note } of touched) expect(conflicts).toContainEqual({ id, note: note[language] });
  });

  it.each(replies)('%s suggests questions that are there, and not itself', (id, { suggestions }) => {
    const known = pack.intents.map(({ ask }) => ask[language]);
    const own = pack.intents.find((intent) => intent.id === id)?.ask[language];
    for (const { send } of suggestions) expect(known).toContain(send);
    expect(suggestions.map(({ send }) => send)).not.toContain(own);
  });
});

describe('the search for numbers without an origin', () => {
  const reply = answerTo('transfer-time', 'en');

  it.each([
    ['It takes 7 hours.', ['7 hours']],
    ['It takes 2–25 hours.', ['25 hours']],
    ['It costs 1,234.50 yuan (as of 2023).', ['1,234.50']],
    ['In 2024 it took 41 minutes, with SM2.', ['2024']],
    ['1. It takes 2–24 hours.', []],
  ])('%s', (text, found) => {
    expect(unaccounted({ ...reply, text })).toEqual(found);
  });
});

describe('conflicts', () => {
  const told = new Set(intents.flatMap((id) => answerTo(id, 'zh').conflicts.map((conflict) => conflict.id)));

  it.each(pack.articles.flatMap(({ conflicts }) => conflicts.map(({ id }) => id)))('%s is told by some answer', (id) => {
    expect(told).toContain(id);
  });

  it('are told once, also when two questions touch the same', () => {
    const { conflicts, text } = replyTo({ kind: 'answer', items: [item('limits'), item('fee-wechat-withdraw')] }, 'zh');
    expect(conflicts.map(({ id }) => id)).toEqual(['wechat-limit-basis']);
    expect(text.match(/写成每天/g)).toHaveLength(1);
  });
});

describe.each(LANGUAGES)('what is not answered, in %s', (language) => {
  it.each(pack.nearMisses.map(({ id, nearest }) => [id, nearest] as const))('%s states no number at all', (nearMiss, nearest) => {
    const reply = replyTo({ kind: 'fallback', nearMiss, nearest }, language);
    expect(reply.kind).toBe('fallback');
    expect(reply.text).not.toMatch(/\d/);
    expect(reply.figures).toEqual([]);
    expect(reply.sources).toEqual([]);
    expect(reply.suggestions).toHaveLength(nearest.length + 1);
  });

  it('offers a person in words when the decision says so', () => {
    const fallback = { kind: 'fallback', nearest: ['limits'] } as const;
    const offer = replyTo({ ...fallback, offersPerson: true }, language).text;
    expect(offer).not.toBe(replyTo(fallback, language).text);
    expect(offer).toContain(language === 'zh' ? '转人工' : 'person');
  });

  it('asks which of several is meant, and offers none of them', () => {
    const reply = replyTo({ kind: 'clarify', options: [item('limits'), item('rules')] }, language);
    expect(reply).toMatchObject({ kind: 'clarify', intents: [{ id: 'limits' }, { id: 'rules' }] });
    expect(reply.blocks.find(({ kind }) => kind === 'options')).toMatchObject({ choices: { length: 3 } });
  });
});

describe('a repetition', () => {
  it('says the same again', () => {
    const decision = { kind: 'answer', items: [item('limits')] } as const;
    const again = replyTo({ kind: 'repeat', item: item('repeat'), decision }, 'en');
    expect(again.text).toBe(answerTo('limits', 'en').text);
    expect(again.intents.map(({ id }) => id)).toEqual(['repeat', 'limits']);
  });
});
