import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../../src/base/language.js';
import { respond, startLanguage } from '../../src/bot/respond.js';
import { initialState } from '../../src/dialog/state.js';
import { type AdaptiveCard, adaptiveCard } from '../../src/rendering/adaptive-card.js';
import type { Reply } from '../../src/rendering/reply.js';
import { answerTo } from '../answers/replies.js';
import { realBrain } from '../brain.js';

const say = (text: string, locale: string): Reply => respond(realBrain(), initialState(startLanguage(locale)), text, 'c').reply;

// What is used of version 1.3, strictly: a property or element of another version is refused.
const text = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  weight: z.enum(['Bolder']).optional(),
  size: z.enum(['Small', 'Medium']).optional(),
  isSubtle: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: z.enum(['None', 'Small']).optional(),
  horizontalAlignment: z.enum(['Right']).optional(),
});
const facts = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const column = z.strictObject({ type: z.literal('Column'), width: z.enum(['stretch', 'auto']), items: z.array(text).min(1) });
const columns = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(column).min(1), separator: z.boolean().optional() });
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() });
const submit = z.strictObject({ type: z.literal('Action.Submit'), title: z.string().min(1), data: z.string().min(1) });
const version13 = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.3'),
  fallbackText: z.string().min(1),
  body: z.array(z.discriminatedUnion('type', [text, facts, columns])).min(1),
  actions: z
    .array(z.discriminatedUnion('type', [openUrl, submit]))
    .max(6)
    .optional(),
});

const linkTo = ({ article, section }: Reply['sources'][number], language: string) =>
  `https://bot.example/knowledge/${article}?lang=${language}#${section}`;
const actionsOf = (card: AdaptiveCard | undefined) => card?.actions ?? [];
const asks = (card: AdaptiveCard | undefined) =>
  actionsOf(card).flatMap((action) => (action.type === 'Action.Submit' ? [String(action.data)] : []));
/** Every string of a value, with the backslashes of Markdown taken away. */
const stringsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value.replace(/\\([\\*_[\]])/g, '$1')]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsOf)
      : [];

const QUESTIONS = {
  zh: { quote: '微信零钱提5000手续费', comparison: '提现5000哪种方式最划算', rates: '哪种方式最便宜', talk: '花呗怎么提现到微信' },
  en: {
    quote: 'what is the fee for withdrawing 5000 yuan from WeChat balance',
    comparison: 'which way is cheapest for 5000 yuan',
    rates: 'which way is cheapest',
    talk: 'how do I get Huabei money into WeChat',
  },
} as const;

describe.each(LANGUAGES)('cards in %s', (language) => {
  const { quote, comparison, rates, talk } = QUESTIONS[language];

  it.each([quote, comparison, rates])('%s: a card of version 1.3 whose text is complete without it', (question) => {
    const reply = say(question, language);
    const card = adaptiveCard(reply, { linkTo });
    expect(version13.parse(card)).toEqual(card);
    expect(card?.fallbackText).toBe(reply.text);
    const shown = stringsOf(card?.body);
    const cells = reply.blocks.flatMap((block) =>
      block.kind === 'quote'
        ? [block.title, block.formula, ...block.rows.flatMap(({ label, value }) => [label, value])]
        : block.kind === 'table'
          ? block.rows.flat()
          : block.kind === 'note'
            ? [block.text]
            : [],
    );
    expect(cells.length).toBeGreaterThan(5);
    for (const cell of cells)
      expect(
        shown.some((each) => each.includes(cell)),
        cell,
      ).toBe(true);
  });

  it('opens the sources where they can be opened', () => {
    const reply = say(quote, language);
    expect(actionsOf(adaptiveCard(reply, { linkTo }))).toEqual([
      expect.objectContaining({ type: 'Action.OpenUrl', url: `https://bot.example/knowledge/huabei-wechat?lang=${language}#fees` }),
    ]);
    expect(adaptiveCard(reply)).not.toHaveProperty('actions');
  });

  it("asks for a way's cost as a user would: the bot answers each button with that way's quote", () => {
    const card = adaptiveCard(say(comparison, language));
    expect(asks(card)).toHaveLength(3);
    const answers = asks(card).map((question) => say(question, language));
    expect(answers.map(({ kind, intents }) => [kind, intents[0]?.id])).toEqual(Array(3).fill(['answer', 'fee-quote']));
    expect(new Set(answers.map(({ slots }) => slots.method)).size).toBe(3);
    expect(new Set(answers.map(({ slots }) => slots.amount))).toEqual(new Set(['5000.00']));
  });

  it('without an amount a button asks about the way', () => {
    const answers = asks(adaptiveCard(say(rates, language))).map((question) => say(question, language));
    expect(answers).toHaveLength(3);
    for (const { kind, text } of answers) expect([kind, text]).toEqual(['answer', expect.any(String)]);
  });

  it('what has neither quote nor comparison has no card', () => {
    expect(adaptiveCard(say(talk, language))).toBeUndefined();
  });
});

it('another client may submit its own form of a message', () => {
  const card = adaptiveCard(say('提现5000哪种方式最划算', 'zh'), {
    submit: (message) => ({ msteams: { type: 'imBack', value: message } }),
  });
  expect(actionsOf(card)[0]).toMatchObject({ data: { msteams: { type: 'imBack', value: expect.stringContaining('5,000') } } });
});

it('what Markdown would take for its own is shown as it is', () => {
  const reply = answerTo('fee-quote', 'zh', { amount: '5000.00', method: 'mybank' });
  const marked: Reply = {
    ...reply,
    blocks: [...reply.blocks, { kind: 'note', tone: 'warning', text: 'a*b*c [x](http://evil.example) _y_' }],
  };
  const shown = adaptiveCard(marked)?.body.at(-1);
  expect(shown).toMatchObject({ text: expect.stringContaining(String.raw`a\*b\*c \[x\](http://evil.example) \_y\_`) });
});
