import { describe, expect, test } from 'vitest';
import type { Capabilities, Shown } from '../../../src/channels/channel.js';
import { numberedChoices, pickByNumber } from '../../../src/channels/degrade/choices.js';
import { degrade } from '../../../src/channels/degrade/degrade.js';

const PLAIN: Capabilities = { maxText: 2048, unit: 'byte', table: false, card: false, quickReplies: false, passive: false };

const SHOWN: Shown = {
  kind: 'answer',
  language: 'zh',
  blocks: [
    { kind: 'paragraph', text: '两种方式。' },
    {
      kind: 'table',
      title: '方式',
      header: ['方式', '手续费'],
      rows: [
        ['零钱', '5 元'],
        ['网商', '0 元'],
        ['云闪付', '1 元'],
      ],
    },
    {
      kind: 'quote',
      title: '零钱 5,000 元',
      rows: [
        { label: '手续费', value: '5 元' },
        { label: '限额', value: '每天 5,000 元' },
      ],
      formula: '5000 × 0.1% = 5',
    },
    { kind: 'note', tone: 'warning', text: '以实际为准。' },
  ],
  sources: [{ article: 'a', section: 's', title: '费用', asOf: '2023' }],
  suggestions: [
    { label: '多久到账', send: '提现多久到账' },
    { label: '限额', send: '限额是多少' },
  ],
};
const of = (changes: Partial<Shown>): Shown => ({ ...SHOWN, ...changes });

test('where there is only text, tables are lists and choices are numbered', () => {
  expect(degrade(SHOWN, PLAIN)).toEqual({
    choices: [],
    pieces: [
      {
        kind: 'text',
        text: [
          '两种方式。',
          '• 零钱——手续费：5 元',
          '• 网商——手续费：0 元',
          '• 云闪付——手续费：1 元',
          '算式：5000 × 0.1% = 5',
          '限额：每天 5,000 元',
          '提醒：以实际为准。',
          '出处：《费用》（截至 2023）',
          '接下来可以问（回复序号即可）：',
          '1. 多久到账',
          '2. 限额',
        ].join('\n'),
      },
    ],
  });
});

test('where there are tables, cards and buttons, they stand in their places', () => {
  const { pieces, choices } = degrade(SHOWN, {
    ...PLAIN,
    table: { maxRows: 2, maxColumns: 2 },
    card: true,
    quickReplies: { most: 3, maxLabel: 20 },
  });
  expect(pieces.map((piece) => (piece.kind === 'table' ? piece.rows.length : piece.kind))).toEqual(['text', 2, 1, 'quote', 'text']);
  expect(choices).toEqual(SHOWN.suggestions);
  expect(JSON.stringify(pieces)).not.toContain('序号');
});

test.each<readonly [string, Capabilities['quickReplies']]>([
  ['one too many', { most: 1, maxLabel: 20 }],
  ['a label that is too long', { most: 9, maxLabel: 3 }],
])('%s turns all choices into numbers', (_name, quickReplies) => {
  const capabilities = { ...PLAIN, quickReplies };
  expect(degrade(SHOWN, capabilities).choices).toEqual([]);
  expect(numberedChoices(SHOWN, capabilities)).toEqual(SHOWN.suggestions);
});

test('a table with too many columns is a list', () => {
  expect(degrade(SHOWN, { ...PLAIN, table: { maxRows: 9, maxColumns: 1 } }).pieces).toHaveLength(1);
});

test('options of a question come before suggestions, and a list that repeats the choices is left out', () => {
  const asked = of({
    kind: 'clarify',
    blocks: [
      { kind: 'paragraph', text: '哪一个？' },
      { kind: 'options', choices: [{ label: '零钱', send: '零钱' }] },
    ],
    sources: [],
  });
  expect(degrade(asked, PLAIN).pieces).toEqual([{ kind: 'text', text: '哪一个？\n1. 零钱\n（回复序号即可）' }]);
  const unknown = of({
    kind: 'fallback',
    blocks: [
      { kind: 'paragraph', text: '不知道。' },
      { kind: 'list', ordered: false, items: ['多久到账', '限额'] },
    ],
    sources: [],
  });
  expect(degrade(unknown, PLAIN).pieces).toEqual([
    { kind: 'text', text: '不知道。\n接下来可以问（回复序号即可）：\n1. 多久到账\n2. 限额' },
  ]);
});

test('where few messages may be sent, the choices go first, and what is cut says so', () => {
  const long = of({ blocks: Array.from({ length: 8 }, (_, i) => ({ kind: 'paragraph' as const, text: `第${i}段${'很长'.repeat(20)}` })) });
  const narrow = { ...PLAIN, maxText: 150, maxSends: 3 };
  const { pieces } = degrade(long, narrow);
  expect(pieces).toHaveLength(3);
  for (const piece of pieces) expect(piece.kind === 'text' ? Buffer.byteLength(piece.text) : 0).toBeLessThanOrEqual(150);
  expect(pieces.at(-1)).toMatchObject({ text: expect.stringMatching(/请把问题问得具体一些。$/) });
  expect(degrade(long, { ...narrow, maxSends: 9 }).pieces.length).toBeLessThanOrEqual(9);
});

describe('a number that was typed', () => {
  test.each(['2', '２', ' 2 ', '2.', '2、', '②', '2。', '02', '2)'])('%j is the second', (text) => {
    expect(pickByNumber(text, SHOWN.suggestions)?.label).toBe('限额');
  });
  test.each(['0', '3', '22', '2元', '2 3', '第2个', '', '2.5', '-2'])('%j is none', (text) => {
    expect(pickByNumber(text, SHOWN.suggestions)).toBeUndefined();
  });
});
