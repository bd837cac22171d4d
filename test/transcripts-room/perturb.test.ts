import { describe, expect, it, test } from 'vitest';
import { inProcess } from '../../src/cli/transcript-target.js';
import type { Reply } from '../../src/rendering/reply.js';
import { fold } from '../../src/text/fold.js';
import { syllableOf } from '../../src/text/pinyin.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { amountForm } from '../../src/transcripts/perturb/amount-forms.js';
import { CHANGE_RULES } from '../../src/transcripts/perturb/changes.js';
import { homophonesOf, nearHomophonesOf } from '../../src/transcripts/perturb/characters.js';
import { type Dice, diceFor } from '../../src/transcripts/perturb/dice.js';
import { outcomeOf } from '../../src/transcripts/perturb/outcome.js';
import { perturb, type Trial } from '../../src/transcripts/perturb/perturb.js';
import { chatOfTrial, formatPerturbReport, reportOf, worstOf } from '../../src/transcripts/perturb/report.js';
import { subjectOf } from '../../src/transcripts/perturb/subject.js';
import type { VariantRule } from '../../src/transcripts/perturb/variant.js';
import { VARIANT_RULES } from '../../src/transcripts/perturb/variants.js';
import { isAsWritten, replay } from '../../src/transcripts/replay.js';
import { walk } from '../../src/transcripts/walk.js';
import { readText } from '../../src/understanding/read.js';
import { realBrain } from '../brain.js';
import { reply } from './fake-bot.js';
import { goldenConversations, stepsOf } from './suite.js';

const ruleNamed = (name: string): VariantRule => VARIANT_RULES.find((rule) => rule.name === name) ?? expect.fail(`no rule ${name}`);

function formsOf(text: string, { apply }: VariantRule, throws = 60): ReadonlySet<string> {
  const [step] = stepsOf(text);
  if (!step) return expect.fail('no step');
  const subject = subjectOf(realBrain(), step);
  const forms = Array.from({ length: throws }, (_, seed) => apply(subject, diceFor(seed, 'x')));
  return new Set(forms.filter((form) => form !== undefined));
}

describe('what each kind makes of a message', () => {
  const table: readonly (readonly [rule: string, text: string, some: string])[] = [
    ['slip of a key', 'withdraw 5000', 'witdraw 5000'],
    ['slip of a key', 'withdraw 5000', 'withdrraw 5000'],
    ['slip of a key', 'withdraw 5000', 'wihtdraw 5000'],
    ['homophone', '花呗怎么提现', '花被怎么提现'],
    ['confused sound', '提现要多少手续费', '提像要多少手续费'],
    ['pinyin', '花呗怎么提现', '花呗怎么 tixian'],
    ['pinyin', '微信零钱提5000要多少', 'weixinlingqian ti 5000 yao duoshao'],
    ['traditional', '花呗怎么提现', '花唄怎麼提現'],
    ['full width', '提5000 ok', '提５０００ ｏｋ'],
    ['form of the amount', '微信零钱提5000元', '微信零钱提5k元'],
    ['form of the amount', '微信零钱提5000元', '微信零钱提五千元'],
    ['form of the amount', '微信零钱提5000元', '微信零钱提0.5w元'],
    ['form of the amount', '微信零钱提2万', '微信零钱提20,000'],
    ['form of the amount', '微信零钱提五千', '微信零钱提5000.00'],
    ['form of the amount', 'fee for 5000 yuan by MYbank', 'fee for 5 thousand yuan by MYbank'],
    ['punctuation', '花呗怎么提现', '花呗怎么提现……'],
    ['punctuation', "what's the fee?", 'whats the fee?'],
    ['case', 'Is it legal?', 'IS IT LEGAL?'],
    ['spaces', '花呗怎么提现', '花呗怎 么提现'],
    ['spaces', 'is it legal', 'isit legal'],
    ['emoji', '花呗怎么提现', '花呗怎么提现🙏'],
    ['politeness', '花呗怎么提现', '请问花呗怎么提现'],
    ['politeness', 'is it legal?', 'is it legal please'],
  ];
  it.each(table)('%s of %s: %s', (name, text, some) => {
    const rule = ruleNamed(name);
    expect([...formsOf(text, rule, 400)]).toContain(some);
  });

  const nothing: readonly (readonly [rule: string, text: string])[] = [
    ['slip of a key', '提5000'],
    ['homophone', '三千元'],
    ['traditional', 'hello'],
    ['full width', '提现'],
    ['form of the amount', '花呗怎么提现'],
    ['form of the amount', '微信零钱提几千块'],
    ['case', '提现'],
    ['spaces', '1'],
  ];
  it.each(nothing)('%s leaves %s alone', (name, text) => expect([...formsOf(text, ruleNamed(name))]).toEqual([]));
});

test('characters are exchanged for such as sound the same, or nearly', () => {
  for (const character of '提现花呗微信零钱手续费转账到要多少') {
    const same = homophonesOf(character);
    expect(same).not.toContain(character);
    expect(new Set(same.map((other) => syllableOf(other)))).toEqual(new Set(same.length > 0 ? [syllableOf(character)] : []));
    for (const other of nearHomophonesOf(character)) expect(syllableOf(other)).not.toBe(syllableOf(character));
  }
  expect(homophonesOf('费').length).toBeGreaterThan(3);
});

describe('over all golden conversations', async () => {
  const steps = (await goldenConversations()).flatMap((conversation) => walk(realBrain(), conversation));

  test('slips and other writing never touch a figure', () => {
    const spared = ['slip of a key', 'homophone', 'confused sound', 'emoji', 'case', 'traditional'].map(ruleNamed);
    for (const step of steps) {
      const subject = subjectOf(realBrain(), step);
      for (const { name, apply } of spared) {
        const text = apply(subject, diceFor(1, `${step.conversation.id}${step.index}${name}`));
        if (text !== undefined) expect(text.replace(/\D/g, ''), text).toBe(step.text.replace(/\D/g, ''));
      }
    }
  });

  test('width and case fold back to the message as it was', () => {
    for (const step of steps) {
      const subject = subjectOf(realBrain(), step);
      for (const name of ['full width', 'case']) {
        const text = ruleNamed(name).apply(subject, diceFor(1, step.text));
        if (text !== undefined) expect(fold(text).text).toBe(fold(step.text).text);
      }
    }
  });

  test('another form of a sum is the same sum', () => {
    const sums = (text: string) =>
      readText(text, realBrain().understander.lexicon).entities.amounts.map(({ range: { min, max } }) => [min?.n, min?.d, max?.n, max?.d]);
    let tried = 0;
    for (const step of steps) {
      const text = amountForm.apply(subjectOf(realBrain(), step), diceFor(2, step.text));
      if (text === undefined) continue;
      tried++;
      expect(sums(text), `${step.text} → ${text}`).toEqual(sums(step.text));
    }
    expect(tried).toBeGreaterThan(50);
  });

  test('the same seed tries the same, another seed something else, and every kind is tried', () => {
    const texts = (seed: number) => perturb(realBrain(), steps, { perTurn: 3, seed }).map(({ rule, text }) => `${rule}: ${text}`);
    const first = texts(1);
    expect(texts(1)).toEqual(first);
    expect(texts(2)).not.toEqual(first);
    const tried = new Set(first.map((each) => each.split(':')[0]));
    expect([...tried].sort()).toEqual([...VARIANT_RULES, ...CHANGE_RULES].map(({ name }) => name).sort());
  });
});

describe('what became of a reply', () => {
  const before = reply('a', { intents: [{ id: 'x', confidence: 0.9 }], figures: [{ value: '5.00', unit: 'CNY', origin: { fact: 'f' } }] });
  const options = (ids: readonly string[]) => ids.map((id) => ({ id, confidence: 0.5 }));
  const table: readonly (readonly [what: string, before: Reply, after: Reply, outcome: Trial['outcome']])[] = [
    ['other words and confidence', before, { ...before, text: 'b', intents: [{ id: 'x', confidence: 0.1 }] }, 'same'],
    ['another figure', before, { ...before, figures: [{ value: '6.00', unit: 'CNY', origin: { fact: 'f' } }] }, 'changed'],
    ['another bound', before, { ...before, figures: [{ value: '5.00', unit: 'CNY', bound: 'below', origin: { fact: 'f' } }] }, 'changed'],
    ['another intent', before, { ...before, intents: [{ id: 'y', confidence: 0.9 }] }, 'changed'],
    ['a person at once', before, { ...before, kind: 'handoff' }, 'changed'],
    ['a question back', before, { ...before, kind: 'clarify' }, 'asked'],
    ['a fallback', before, { ...before, kind: 'fallback', intents: [], figures: [] }, 'asked'],
    [
      'options in another order',
      reply('', { kind: 'clarify', intents: options(['a', 'b']) }),
      reply('', { kind: 'clarify', intents: options(['b', 'a']) }),
      'same',
    ],
    [
      'other options',
      reply('', { kind: 'clarify', intents: options(['a', 'b']) }),
      reply('', { kind: 'clarify', intents: options(['a', 'c']) }),
      'asked',
    ],
    ['an answer to what is not known', reply('', { kind: 'fallback', intents: [] }), before, 'changed'],
  ];
  it.each(table)('%s', (_, first, second, outcome) => expect(outcomeOf(first, second)).toBe(outcome));
});

describe('changes that must change the answer', () => {
  const dice: Dice = diceFor(1, 'change');
  const table: readonly (readonly [rule: string, text: string, changed: RegExp | undefined])[] = [
    ['other amount', '微信零钱提5000要多少手续费', /^微信零钱提(?:730|1900|2600|4300|12000)元要多少手续费$/],
    ['other amount', '花呗套现合法吗', undefined],
    ['other method', 'Fee for 3000 yuan through MYbank?', /^Fee for 3000 yuan through (?!MYbank).+\?$/],
    ['other method', '花呗怎么提现到微信', undefined],
    ['negated method', '走网商银行转5000要多少手续费', /^不走网商银行转5000要多少手续费$/],
    ['negated method', '微信零钱提5000要多少手续费', /^不用微信零钱提5000要多少手续费$/],
    ['negated method', 'Fee for 3000 yuan through MYbank?', /^Fee for 3000 yuan not through MYbank\?$/],
    ['negated wish', '转人工', /^不要转人工$/],
    ['negated wish', '你好', undefined],
    ['other product', '花呗套现合法吗', /^(?:借呗|京东白条|美团月付|抖音月付)套现合法吗$/],
    ['other product', '你好', undefined],
  ];
  it.each(table)('%s of %s', (name, text, changed) => {
    const rule = CHANGE_RULES.find((each) => each.name === name);
    const [step] = stepsOf(text);
    if (!rule || !step) return expect.fail('nothing to try');
    const made = rule.apply(subjectOf(realBrain(), step), step, realBrain().pack, dice);
    if (changed === undefined) expect(made).toBeUndefined();
    else expect(made?.text).toMatch(changed);
    // The reply to the message as it was is, of course, still the old one.
    if (made && name !== 'other amount') expect(made.isStillOld(step.response.reply)).toBe(true);
    expect(made?.isStillOld(reply('', { kind: 'fallback', intents: [], slots: {} })) ?? false).toBe(false);
  });
});

describe('the report', async () => {
  const [step] = stepsOf('微信零钱提5000要多少手续费');
  const trial = (rule: string, outcome: Trial['outcome'], list: Trial['list'] = 'keep'): Trial => ({
    step: step ?? expect.fail('no step'),
    list,
    rule,
    text: '微信零钱提6000要多少手续费',
    reply: reply('手续费 6.00 元\n更多'),
    outcome,
  });
  const trials = [
    trial('a', 'same'),
    trial('a', 'changed'),
    trial('b', 'asked'),
    trial('b', 'changed'),
    trial('b', 'changed'),
    trial('c', 'changed', 'change'),
  ];

  test('counts by kind and intent, each list for itself', () => {
    const report = reportOf(trials);
    expect(report.keep.all).toEqual({ name: 'all', tried: 5, broken: 3, asked: 1 });
    expect(report.keep.byRule).toEqual([
      { name: 'a', tried: 2, broken: 1, asked: 0 },
      { name: 'b', tried: 3, broken: 2, asked: 1 },
    ]);
    expect(report.keep.byIntent).toEqual([{ name: 'fee-quote', tried: 5, broken: 3, asked: 1 }]);
    expect(report.change.all).toEqual({ name: 'all', tried: 1, broken: 1, asked: 0 });
    expect(formatPerturbReport(report)).toMatch(/^all +5 +3 +60\.0% +1 +20\.0%$/m);
  });

  test('shows each kind before a second case of one', () => {
    expect(worstOf(trials, 3).map(({ rule }) => rule)).toEqual(['a', 'b', 'c']);
    expect(worstOf(trials, 9)).toHaveLength(4);
  });

  test.each(['keep', 'change'] as const)('a worst case (%s) is a transcript that fails until it is mended', async (list) => {
    const brain = realBrain();
    const broken = { ...trial('some kind', 'changed', list), reply: step?.response.reply ?? reply('') };
    const text = chatOfTrial(list === 'keep' ? broken : { ...broken, text: broken.step.text });
    const read = parseChat(text, 'worst.chat');
    const conversation = read.ok ? read.value : expect.fail(JSON.stringify(read.error));
    expect(conversation.id).toBe('a-some-kind-1');
    expect(isAsWritten(await replay(conversation, inProcess(brain)))).toBe(false);
  });
});
