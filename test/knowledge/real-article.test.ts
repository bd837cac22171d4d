import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import { formatDecimal } from '../../src/base/rational.js';
import type { Article } from '../../src/knowledge/article.js';
import { findContradictions, undeclaredContradictions } from '../../src/knowledge/contradictions.js';
import type { FactId } from '../../src/knowledge/fact.js';
import { parseFigure } from '../../src/knowledge/figure.js';
import { readPackFiles } from '../../src/workspace/read-pack.js';
import { REAL_PACK } from '../workspace/pack-folder.js';

const { files } = readPackFiles(REAL_PACK);
const [article] = files.pack.articles;
if (!article) throw new Error('the pack has no article');

// The article's figures as its reader wrote them down, by section; not read off the pack.
const CLAIMED: readonly (readonly [section: string, fact: string, zh: string, en: string])[] = [
  ['overview', 'complaints.share', '17.3%', '17.3%'],
  ['overview', 'complaints.year', '2022 年', '2022'],
  ['compliance', 'regulation.article', '第 26 条', 'Article 26'],
  ['technology', 'third-party-channel.success', '不到 3%', 'less than 3%'],
  ['technology', 'third-party-channel.delay', '超过 2 小时', 'more than 2 hours'],
  ['fees', 'huabei-official.rate', '0.1%', '0.1%'],
  ['fees', 'huabei-official.minimum', '1 元', '1 yuan'],
  ['fees', 'wechat-balance.rate', '0.1%', '0.1%'],
  ['fees', 'wechat-balance.limit~per-transaction', '5,000 元', '5,000 yuan'],
  ['fees', 'wechat-balance.limit~per-day', '5,000 元', '5,000 yuan'],
  ['fees', 'third-party.rate', '8%–15%', '8%–15%'],
  ['long-way', 'long-way.time', '2.5 小时', '2.5 hours'],
  ['long-way', 'long-way.switches', '4 个', '4'],
  ['long-way', 'long-way.failure-rate', '42%', '42%'],
  ['long-way', 'long-way.card-time', '1–30 分钟', '1–30 minutes'],
  ['long-way', 'long-way.wechat-time', '2–24 小时', '2–24 hours'],
  ['risks', 'enforcement.cases', '127 起', '127'],
  ['risks', 'enforcement.year', '2022 年', '2022'],
  ['risks', 'enforcement.cross-platform', '34%', '34%'],
  ['risks', 'risks.rating', '78%', '78%'],
  ['risks', 'risks.frozen', '62%', '62%'],
  ['risks', 'risks.legal', '21%', '21%'],
  ['risks', 'risks.quota-cut', '80%', '80%'],
  ['competition', 'market.alipay', '68.7%', '68.7%'],
  ['competition', 'market.wechat', '64.5%', '64.5%'],
  ['competition', 'market.overlap', '19.3%', '19.3%'],
  ['competition', 'market.overlap-year', '2022 年', '2022'],
  ['demand', 'demand.share', '43.6%', '43.6%'],
  ['demand', 'demand.young', '67%', '67%'],
  ['demand', 'demand.generation', '1985 年', '1985'],
  ['demand', 'demand.micro-commerce', '32%', '32%'],
  ['demand', 'demand.family', '28%', '28%'],
  ['demand', 'demand.investing', '19%', '19%'],
  ['demand', 'demand.income', '1 万–2 万元', '10,000–20,000 yuan'],
  ['demand', 'demand.index', '147%', '147%'],
  ['alternatives', 'mybank.rate', '0.1%', '0.1%'],
  ['alternatives', 'mybank.time', '41 分钟', '41 minutes'],
  ['alternatives', 'mybank.cost', '0.2%', '0.2%'],
  ['alternatives', 'unionpay.time', '68 分钟', '68 minutes'],
  ['alternatives', 'unionpay.rate', '0%', '0%'],
  ['alternatives', 'direct.time', '23 分钟', '23 minutes'],
  ['alternatives', 'direct.rate', '0.1%', '0.1%'],
];

describe('figures of the article', () => {
  test.each(CLAIMED)('%s: %s is %s', (section, id, zh, en) => {
    const fact = article.facts.get(id as FactId);
    expect(fact).toMatchObject({ section, value: parseFigure(zh) ?? 'unreadable' });
    expect(fact?.value).toEqual(parseFigure(en));
    expect(fact?.text).toEqual({ zh, en });
  });

  test('and no others', () => {
    const figures = [...article.facts.values()].filter(({ value }) => value.kind === 'quantity').map(({ id }) => id);
    expect(figures.sort()).toEqual(CLAIMED.map(([, id]) => id).sort());
  });

  test('what stands for no time and no limit is a claim', () => {
    const claims = ['huabei-official.limit', 'third-party.limit', 'long-way.top-up-time', 'long-way.final-time'];
    expect(claims.map((id) => article.facts.get(id as FactId)?.value.kind)).toEqual(claims.map(() => 'claim'));
  });
});

// Where the article disagrees with itself, in the order of its reader's list.
const DISAGREEMENTS: readonly (readonly [conflict: string, rule: string, ...facts: string[]])[] = [
  ['wechat-limit-basis', 'two-readings', 'wechat-balance.limit~per-day', 'wechat-balance.limit~per-transaction'],
  ['fastest-alternative', 'superlative', 'alternatives.fastest~mybank', 'direct.time', 'mybank.time'],
  ['mybank-two-legs', 'rate-and-cost', 'mybank.cost', 'mybank.rate'],
  ['direct-transfer-possible', 'two-readings', 'cross-transfer.possible~no', 'cross-transfer.possible~official-direct'],
  ['huabei-withdrawal-path', 'two-readings', 'huabei-withdrawal.path~to-card', 'huabei-withdrawal.path~via-balance'],
  ['settlement-speed', 'two-readings', 'settlement.speed~delayed', 'settlement.speed~instant'],
  ['long-way-time', 'whole-and-steps', 'long-way.card-time', 'long-way.time', 'long-way.wechat-time'],
  ['regulation-name', 'two-readings', 'regulation.name~non-bank', 'regulation.name~non-financial'],
  ['huabei-withdrawal-status', 'two-readings', 'huabei-withdrawal.status~cash-out-risk', 'huabei-withdrawal.status~priced-service'],
];

describe('where the article disagrees with itself', () => {
  test('the nine places are found, and no other', () => {
    const found = findContradictions(article).map(({ rule, facts }) => `${rule}: ${[...facts].sort().join(' ')}`);
    expect([...found].sort()).toEqual(DISAGREEMENTS.map(([, rule, ...facts]) => `${rule}: ${facts.join(' ')}`).sort());
  });

  test('all nine are declared, each with a note in both languages', () => {
    expect(article.conflicts.map(({ id }) => id)).toEqual(DISAGREEMENTS.map(([id]) => id));
    for (const { note } of article.conflicts) for (const language of LANGUAGES) expect(note[language].length).toBeGreaterThan(10);
    expect(undeclaredContradictions(article)).toEqual([]);
  });

  test.each(DISAGREEMENTS)('%s: undeclared, it is found again', (conflict, rule, ...facts) => {
    const silent: Article = { ...article, conflicts: article.conflicts.filter(({ id }) => id !== conflict) };
    const [found, ...others] = undeclaredContradictions(silent);
    expect(others).toEqual([]);
    expect(found?.rule).toBe(rule);
    expect([...(found?.facts ?? [])].sort()).toEqual(facts);
  });

  test('a note says no figure, so that it cannot go stale', () => {
    for (const { note } of article.conflicts) for (const language of LANGUAGES) expect(note[language]).not.toMatch(/\d/);
  });
});

describe('tariffs', () => {
  // Rate in percent of each leg, minimum in yuan, limits, minutes.
  test.each([
    ['huabei-official', ['0.1'], '1', ['per-day unlimited'], undefined],
    ['wechat-balance', ['0.1'], undefined, ['per-transaction 5000', 'per-day 5000'], undefined],
    ['third-party', ['8..15'], undefined, ['per-day unstated'], undefined],
    ['mybank', ['0.1', '0.1'], undefined, [], '41'],
    ['unionpay', ['0'], undefined, [], '68'],
    ['official-direct', ['0.1'], undefined, [], '23'],
  ] as const)('%s', (id, rates, minimum, limits, minutes) => {
    const tariff = files.pack.tariffs.find((each) => each.id === id);
    const percent = (value: { n: bigint; d: bigint }) => formatDecimal({ n: value.n * 100n, d: value.d });
    expect(
      tariff?.legs.map(({ rate: { value } }) =>
        percent(value.min) === percent(value.max) ? percent(value.min) : `${percent(value.min)}..${percent(value.max)}`,
      ),
    ).toEqual(rates);
    expect(tariff?.legs[0].minimum?.value).toBe(minimum === undefined ? undefined : BigInt(minimum) * 100n);
    expect(tariff?.limits.map((limit) => `${limit.basis} ${limit.kind === 'amount' ? limit.amount.value / 100n : limit.kind}`)).toEqual(
      limits,
    );
    expect(tariff?.time && formatDecimal(tariff.time.value.max)).toBe(minutes);
    expect(tariff?.recommended).toBe(id !== 'third-party');
  });

  test('are these six', () => {
    expect(files.pack.tariffs.map(({ id }) => id)).toEqual([
      'huabei-official',
      'wechat-balance',
      'third-party',
      'mybank',
      'unionpay',
      'official-direct',
    ]);
  });
});
