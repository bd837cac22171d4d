import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import type { Reply, ReplyBlock } from '../../src/rendering/reply.js';
import { answerTo, pack, replyTo } from '../answers/replies.js';

/** The words of a block that its plain text must have. A plot's figures are those of the table before it. */
function wordsOf(block: ReplyBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.header.slice(1), ...block.rows.flat()];
    case 'quote':
      return [block.formula];
    case 'options':
      return block.choices.map(({ label }) => label);
    case 'plot':
      return [];
  }
}

const sameInAnyCase = (text: string): string => text.toLowerCase();

function expectComplete({ text, blocks, sources }: Reply): void {
  const said = sameInAnyCase(text);
  for (const words of blocks.flatMap(wordsOf)) expect(said).toContain(sameInAnyCase(words));
  for (const { title, asOf } of sources) {
    expect(text).toContain(title);
    expect(text).toContain(asOf);
  }
}

describe.each(LANGUAGES)('the text of a reply in %s has all that its blocks have', (language) => {
  it.each(pack.intents.map(({ id }) => id))('%s', (id) => {
    expectComplete(answerTo(id, language, { amount: '5000.00', method: 'mybank' }));
  });

  it.each(pack.tariffs.map(({ id }) => id))('a quote by %s, also over a limit', (method) => {
    for (const amount of ['500.00', '8000.00', '35000.00']) expectComplete(answerTo('fee-quote', language, { method, amount }));
    expectComplete(answerTo('fee-quote', language, { method, target: '5000.00' }));
  });

  it('a comparison with and without an amount', () => {
    expectComplete(answerTo('fee-compare', language));
    expectComplete(answerTo('fee-compare', language, { amount: '8000.00' }));
  });

  it('a question of the bot', () => {
    const item = { intent: 'fee-quote', confidence: 1, slots: { amount: '5000.00' } };
    const methods = pack.tariffs.map(({ id }) => id);
    expectComplete(replyTo({ kind: 'answer', items: [], request: { slot: 'method', item, methods } }, language));
    expectComplete(replyTo({ kind: 'clarify', options: [item, { ...item, intent: 'limits' }] }, language));
    expectComplete(replyTo({ kind: 'fallback', nearest: ['limits'] }, language));
  });
});

describe('a quote', () => {
  it('begins with the answer', () => {
    expect(answerTo('fee-quote', 'zh', { method: 'mybank', amount: '5000.00' }).text).toMatch(/^手续费 10\.00 元，到账 4,990\.00 元/);
    expect(answerTo('fee-quote', 'en', { method: 'mybank', amount: '5000.00' }).text).toMatch(
      /^The fee is 10\.00 yuan, and 4,990\.00 yuan/,
    );
  });

  it('has a card with the formula', () => {
    const { blocks } = answerTo('fee-quote', 'en', { method: 'huabei-official', amount: '500.00' });
    expect(blocks.find(({ kind }) => kind === 'quote')).toMatchObject({ formula: 'max(500.00 × 0.1%, 1.00) = 1.00' });
  });
});

describe('Chinese text', () => {
  it('has no space between two Chinese characters or before a mark', () => {
    for (const { id } of pack.intents.filter(({ answer }) => answer.kind !== 'text')) {
      const { text } = answerTo(id, 'zh', { amount: '8000.00', method: 'wechat-balance' });
      expect(text).not.toMatch(/\p{Script=Han} +\p{Script=Han}| [，。；：！？、）]/u);
    }
  });
});
