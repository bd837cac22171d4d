import { GUARD_BREAKS } from './broken-guards.table.js';
import type { PackFolder } from './pack-folder.js';

/** One way to break the small pack, and the one thing the lint must say of it. */
export interface Break {
  readonly name: string;
  readonly break: (pack: PackFolder) => void;
  readonly code: string;
  readonly file: string;
  /** Words on the line that the problem points at, or its number. */
  readonly at: string | number;
  /** What the message or the advice must name. */
  readonly says: string | RegExp;
  /** Other codes that the same fault rightly brings along. */
  readonly also?: readonly string[];
}

const ZH = 'knowledge/cards/article.zh.md';
const EN = 'knowledge/cards/article.en.md';
const TARIFFS = 'knowledge/cards/tariffs.yaml';
const FEE = 'intents/desk-fee.yaml';
const TIME = 'intents/desk-time.yaml';
const QUOTE = 'intents/card-quote.yaml';
const NEAR = 'intents/near-misses.yaml';
const CONCEPTS = 'intents/concepts.yaml';

const swap =
  (file: string, old: string, by: string) =>
  (pack: PackFolder): void =>
    pack.replace(file, old, by);

const both =
  (...steps: readonly ((pack: PackFolder) => void)[]) =>
  (pack: PackFolder): void => {
    for (const step of steps) step(pack);
  };

const ANSWERS: readonly Break[] = [
  {
    name: 'an unknown fact in an answer',
    break: both(swap(FEE, '柜台收 {desk.rate}，', '柜台收 {desk.price}，'), swap(FEE, 'takes {desk.rate},', 'takes {desk.price},')),
    code: 'unknown-fact',
    file: FEE,
    at: 'zh: 柜台收 {',
    says: 'desk.price',
  },
  {
    name: 'a place in an answer that is no fact id',
    break: swap(FEE, '柜台收 {desk.rate}，', '柜台收 {desk.rate}，{总共}'),
    code: 'unknown-fact',
    file: FEE,
    at: '{总共}',
    says: '{总共}',
  },
  {
    name: 'digits in an answer',
    break: swap(FEE, '最低 {desk.minimum}。', '最低 {desk.minimum}，2024 年起。'),
    code: 'digits-in-answer',
    file: FEE,
    at: '2024',
    says: '"2024"',
  },
  {
    name: 'digits in full width',
    break: swap(FEE, '最低 {desk.minimum}。', '最低 {desk.minimum}，约５％。'),
    code: 'digits-in-answer',
    file: FEE,
    at: '５％',
    says: '"5%"',
  },
  {
    name: 'a figure spelled out in Chinese',
    break: swap(TIME, '网上要 {online.time}。', '网上要 {online.time}，大约半小时。'),
    code: 'digits-in-answer',
    file: TIME,
    at: '半小时',
    says: '半小时',
  },
  {
    name: 'a figure spelled out in English',
    break: swap(TIME, 'online {online.time}.', 'online {online.time}, some thirty minutes.'),
    code: 'digits-in-answer',
    file: TIME,
    at: 'thirty',
    says: 'thirty minutes',
  },
  {
    name: 'a fraction spelled out',
    break: swap(FEE, '最低 {desk.minimum}。', '最低 {desk.minimum}，约千分之五。'),
    code: 'digits-in-answer',
    file: FEE,
    at: '千分之五',
    says: '千分之',
  },
  {
    name: 'digits in a warning',
    break: swap(FEE, '  table: cards#costs', '  table: cards#costs\n  warning:\n    zh: 小心。\n    en: Beware of the 7 thieves.'),
    code: 'digits-in-answer',
    file: FEE,
    at: '7 thieves',
    says: '"7"',
  },
  {
    name: 'an answer that states a fact in one language only',
    break: swap(FEE, ', at least {desk.minimum}.', '.'),
    code: 'answer-parity',
    file: FEE,
    at: 'en: The desk takes {',
    says: 'the en answer lacks {desk.minimum}',
  },
];

const INTENTS: readonly Break[] = [
  {
    name: 'an intent without an answer in a language',
    break: swap(FEE, '    en: The desk takes {desk.rate}, at least {desk.minimum}.\n', ''),
    code: 'schema',
    file: FEE,
    at: '  text:',
    says: 'answer.text.en',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an intent without examples in a language',
    break: (pack) => pack.write(FEE, pack.read(FEE).replace(/ {2}en:\n(?: {4}- .*\n)+$/, '  en: []\n')),
    code: 'too-few-examples',
    file: FEE,
    at: 'en: []',
    says: 'desk-fee has 0 examples in en',
  },
  {
    name: 'an intent with too few examples',
    break: swap(FEE, '    - 柜台最低收多少\n', ''),
    code: 'too-few-examples',
    file: FEE,
    at: 23,
    says: '4 examples in zh',
  },
  {
    name: 'an example in two intents',
    break: swap(TIME, '柜台排队慢不慢', '去柜台换现金贵不贵？'),
    code: 'example-twice',
    file: TIME,
    at: '去柜台换现金贵不贵？',
    says: /desk-time and of desk-fee \(intents\/desk-fee.yaml:25\)/,
  },
  {
    name: 'an example in two intents, written in another script and width',
    break: swap(TIME, '柜台排队慢不慢', '去櫃臺換現金貴不貴'),
    code: 'example-twice',
    file: TIME,
    at: '去櫃臺',
    says: 'desk-fee',
  },
  {
    name: 'an example twice in one intent',
    break: swap(TIME, '柜台排队慢不慢', '换一张卡要等多长时间'),
    code: 'example-twice',
    file: TIME,
    at: 18,
    says: 'stands twice in desk-time',
  },
  {
    name: 'an example that is also a near miss',
    break: swap(NEAR, 'somebody stole my gift card', 'is the counter expensive'),
    code: 'example-twice',
    file: NEAR,
    at: 'is the counter expensive',
    says: 'near miss lost-card and of desk-fee',
  },
  {
    name: 'examples of two intents that differ by a letter',
    break: swap(TIME, 'is the queue slow', 'is the counter expensives'),
    code: 'examples-too-close',
    file: TIME,
    at: 'expensives',
    says: 'all but the same as "is the counter expensive"',
  },
  {
    name: 'examples of two intents with one letter swapped for another',
    break: swap(TIME, 'is the queue slow', 'is the counter expansive'),
    code: 'examples-too-close',
    file: TIME,
    at: 'expansive',
    says: 'desk-fee',
  },
  {
    name: 'a file called otherwise than its intent',
    break: swap(FEE, 'id: desk-fee', 'id: desk-price'),
    code: 'file-name',
    file: FEE,
    at: 1,
    says: 'desk-price.yaml',
    also: ['link'],
  },
  {
    name: 'two files for one intent',
    break: (pack) =>
      pack.write(
        'intents/desk-fee.yml',
        pack.read(FEE).replace(/(?<=examples:\n)[\s\S]*/, '  zh: [甲, 乙, 丙, 丁, 戊]\n  en: [a, b, c, d, e]\n'),
      ),
    code: 'duplicate-id',
    file: 'intents/desk-fee.yml',
    at: 1,
    says: 'intents/desk-fee.yaml:1',
  },
  {
    name: 'a kind of near misses twice',
    break: (pack) => pack.write(NEAR, `${pack.read(NEAR)}${SECOND_KIND}`),
    code: 'duplicate-id',
    file: NEAR,
    at: 15,
    says: 'the kind lost-card is also defined in intents/near-misses.yaml:2',
  },
];

const SECOND_KIND = '  - { id: lost-card, title: { zh: 卡, en: cards }, examples: { zh: [卡坏了], en: [my card is broken] } }\n';

const LINKS: readonly Break[] = [
  {
    name: 'a citation of no section',
    break: swap(TIME, 'cards#times', 'cards#hours'),
    code: 'link',
    file: TIME,
    at: 'cards#hours',
    says: 'no section cards#hours',
    also: ['uncited-section'],
  },
  {
    name: 'a citation of no article',
    break: swap(TIME, 'cards#times', 'card#times'),
    code: 'link',
    file: TIME,
    at: 'card#times',
    says: 'card#times',
    also: ['uncited-section'],
  },
  {
    name: 'a citation that is none',
    break: swap(TIME, 'cards#times', 'times'),
    code: 'schema',
    file: TIME,
    at: '- times',
    says: '<article>#<section>',
    also: ['uncited-section', 'link'],
  },
  {
    name: 'a table of no section',
    break: swap(FEE, 'table: cards#costs', 'table: cards#prices'),
    code: 'link',
    file: FEE,
    at: 'cards#prices',
    says: 'cards#prices',
  },
  {
    name: 'a table of a section without one',
    break: swap(FEE, 'table: cards#costs', 'table: cards#times'),
    code: 'link',
    file: FEE,
    at: 'cards#times',
    says: 'has no table',
  },
  {
    name: 'a suggestion of no intent',
    break: swap(FEE, '- desk-time', '- desk-hours'),
    code: 'link',
    file: FEE,
    at: 'desk-hours',
    says: 'no intent desk-hours',
  },
  {
    name: 'a list that leads to no intent',
    break: swap(FEE, '\nsuggest:', '\nleadsTo:\n  list: [desk-time, desk-hours]\n\nsuggest:'),
    code: 'link',
    file: FEE,
    at: 'list: [desk-time, desk-hours]',
    says: 'no intent desk-hours',
  },
  {
    name: 'a reason that no intent gives',
    break: swap(FEE, '\nsuggest:', '\nleadsTo: { why: desk-why }\n\nsuggest:'),
    code: 'link',
    file: FEE,
    at: 'why: desk-why',
    says: 'no intent desk-why',
  },
  {
    name: 'a near miss near to no intent',
    break: swap(NEAR, '- desk-fee', '- card-loss'),
    code: 'link',
    file: NEAR,
    at: 'card-loss',
    says: 'no intent card-loss',
  },
  {
    name: 'taking over from no intent',
    break: swap(QUOTE, 'from: [desk-fee]', 'from: [desk-fees]'),
    code: 'link',
    file: QUOTE,
    at: 'desk-fees',
    says: 'no intent desk-fees',
  },
  {
    name: 'an intent about no method',
    break: swap(FEE, 'method: desk', 'method: shop'),
    code: 'link',
    file: FEE,
    at: 'method: shop',
    says: 'no method shop',
  },
  {
    name: 'a method that starts at no concept',
    break: swap(TARIFFS, '[card]', '[purse]'),
    code: 'link',
    file: TARIFFS,
    at: 'startsAt',
    says: 'no concept purse',
  },
  {
    name: 'a section that nobody cites',
    break: both(
      swap(ZH, '## 用时', '## 附注 {#notes}\n\n没有了。\n\n## 用时'),
      swap(EN, '## Times', '## Notes {#notes}\n\nNothing.\n\n## Times'),
    ),
    code: 'uncited-section',
    file: ZH,
    at: '{#notes}',
    says: 'cards#notes',
  },
];

const FACTS: readonly Break[] = [
  {
    name: 'one fact with two values in a text',
    break: both(
      swap(ZH, '柜台全程', '费率 [3%](fact:desk.rate)，柜台全程'),
      swap(EN, '## Times {#times}\n\n', '## Times {#times}\n\nAt [2%](fact:desk.rate). '),
    ),
    code: 'fact-value',
    file: ZH,
    at: '[3%]',
    says: /desk.rate is "3%" here and "2%" on line 14/,
  },
  {
    name: 'a table that disagrees with the text',
    break: swap(ZH, '| 柜台 | [2%]', '| 柜台 | [2.5%]'),
    code: 'table-disagrees',
    file: ZH,
    at: '[2.5%]',
    says: 'text and table disagree',
  },
  {
    name: 'a fact with another value in the other language',
    break: swap(EN, '[20 minutes]', '[2 hours]'),
    code: 'fact-value',
    file: EN,
    at: '[2 hours]',
    says: /desk.time is "2 hours" here and "20 分钟" in knowledge\/cards\/article.zh.md:23/,
  },
  {
    name: 'a fact with another bound in the other language',
    break: swap(EN, '[less than 5%]', '[5%]'),
    code: 'fact-value',
    file: EN,
    at: '[5%]',
    says: 'desk.gave-up',
  },
  {
    name: 'a fact missing in a language',
    break: swap(EN, '[less than 5%](fact:desk.gave-up)', 'few'),
    code: 'language-parity',
    file: ZH,
    at: 'desk.gave-up',
    says: `missing in ${EN}`,
  },
  {
    name: 'a fact that is a claim in the other language',
    break: swap(EN, '[35 minutes](fact:online.time)', '[a while](claim:online.time)'),
    code: 'fact-value',
    file: EN,
    at: 'a while',
    says: 'online.time',
  },
  {
    name: 'a figure that cannot be read',
    break: swap(ZH, '[20 分钟](fact', '[二十来分钟](fact'),
    code: 'figure',
    file: ZH,
    at: '二十来分钟',
    says: '"二十来分钟" cannot be read',
    also: ['language-parity', 'unknown-fact'],
  },
  {
    name: 'a figure that is linked to nothing',
    break: swap(ZH, '柜台全程', '柜台有 4 个窗口，全程'),
    code: 'unlinked-figure',
    file: ZH,
    at: '4 个窗口',
    says: '4 个窗口',
  },
  {
    name: 'a fact id that is none',
    break: swap(ZH, '(fact:desk.gave-up)', '(fact:gave_up)'),
    code: 'fact-id',
    file: ZH,
    at: 'gave_up',
    says: '"gave_up" is no fact id',
    also: ['language-parity'],
  },
  {
    name: 'a link to the web',
    break: swap(ZH, '(fact:desk.gave-up)', '(https://example.org)'),
    code: 'link',
    file: ZH,
    at: 'example.org',
    says: 'neither fact: nor claim:',
    also: ['language-parity'],
  },
];

/** Declares more conflicts in a file: one a line, after the one of the pack. */
const conflicts = (file: string, ...more: readonly (readonly [id: string, between: string])[]) =>
  swap(file, ' }]\n', ` },\n${more.map(([id, between]) => `  { id: ${id}, between: [${between}], note: … },\n`).join('')}  ]\n`);
const READINGS = 'desk.limit~text, desk.limit~table';
const inBoth = (zh: string, en: string) =>
  both(swap(ZH, '柜台全程', `${zh}。柜台全程`), swap(EN, '\n\nThe desk takes [20', `\n\n${en}. The desk takes [20`));

const CONTRADICTIONS: readonly Break[] = [
  {
    name: 'two readings of one quantity',
    break: inBoth(
      '[能退](claim:desk.refund~early)，[不能退](claim:desk.refund~late)',
      '[Yes](claim:desk.refund~early), [no](claim:desk.refund~late)',
    ),
    code: 'undeclared-contradiction',
    file: ZH,
    at: 'desk.refund',
    says: 'desk.refund has 2 readings',
  },
  {
    name: 'steps that may take longer than the whole',
    break: inBoth('签字要 [5–30 分钟](fact:desk.signing-time)', 'Signing takes [5–30 minutes](fact:desk.signing-time)'),
    code: 'undeclared-contradiction',
    file: EN,
    at: 'signing-time',
    says: 'desk.time, desk.signing-time',
  },
  {
    name: 'a fastest way that is not',
    break: inBoth('[网上最快](claim:ways.fastest~online)', '[Online is fastest](claim:ways.fastest~online)'),
    code: 'undeclared-contradiction',
    file: ZH,
    at: 'online.time',
    says: 'desk.time is 20 minutes, less than 35 minutes',
  },
  {
    name: 'a rate and another total cost',
    break: inBoth('总成本 [1.5%](fact:online.cost)', 'The total is [1.5%](fact:online.cost)'),
    code: 'undeclared-contradiction',
    file: EN,
    at: 'online.cost',
    says: 'the rate is 1%, the total cost 1.5%',
  },
  {
    name: 'a conflict that names an unknown fact',
    break: both(
      swap(ZH, 'between: [desk.limit~text, desk.limit~table]', 'between: [desk.limit~text, desk.limit~table, desk.cap]'),
      swap(EN, 'between: [desk.limit~text, desk.limit~table]', 'between: [desk.limit~text, desk.limit~table, desk.cap]'),
    ),
    code: 'unknown-fact',
    file: EN,
    at: '{ id: desk-limit',
    says: 'conflict desk-limit names desk.cap',
  },
  {
    name: 'a conflict missing in the other language',
    break: (pack) => pack.write(EN, pack.read(EN).replace(/^conflicts:.*\n/m, '')),
    code: 'language-parity',
    file: ZH,
    at: '{ id: desk-limit',
    says: `missing in ${EN}`,
  },
  {
    name: 'a conflict that is none',
    break: both(conflicts(ZH, ['no-clash', 'desk.rate, online.rate']), conflicts(EN, ['no-clash', 'desk.rate, online.rate'])),
    code: 'idle-conflict',
    file: ZH,
    at: '{ id: no-clash',
    says: 'do not contradict',
  },
  {
    name: 'two conflicts of one id',
    break: both(conflicts(ZH, ['desk-limit', READINGS]), conflicts(EN, ['desk-limit', READINGS])),
    code: 'duplicate-id',
    file: ZH,
    at: 'table], note: … }',
    says: 'desk-limit is used twice',
  },
  {
    name: 'another date in the other language',
    break: swap(EN, 'asOf: "2024"', 'asOf: "2023"'),
    code: 'language-parity',
    file: EN,
    at: 1,
    says: 'asOf is 2023 here and 2024',
  },
];

const ARTICLES: readonly Break[] = [
  {
    name: 'a heading without id',
    break: swap(EN, '## Times {#times}', '## Times'),
    code: 'section-id',
    file: EN,
    at: '## Times',
    says: '{#an-id}',
    also: ['language-parity', 'fact-value'],
  },
  {
    name: 'a section id used twice',
    break: swap(EN, '{#times}', '{#costs}'),
    code: 'section-id',
    file: EN,
    at: '## Times',
    says: '"costs" is used twice',
    also: ['language-parity'],
  },
  {
    name: 'a section missing in a language',
    break: swap(EN, '## Times {#times}', '## Times {#hours}'),
    code: 'language-parity',
    file: ZH,
    at: '{#times}',
    says: `missing in ${EN}`,
    also: ['uncited-section'],
  },
  {
    name: 'text before the first section',
    break: swap(ZH, '\n## 费用', '\n有一句话没有标题。\n\n## 费用'),
    code: 'section-id',
    file: ZH,
    at: '有一句话',
    says: 'before the first section',
  },
  {
    name: 'Markdown that an article does not know',
    break: swap(ZH, '柜台全程', '![图](a.png)柜台全程'),
    code: 'markdown',
    file: ZH,
    at: 'a.png',
    says: '"image"',
  },
  {
    name: 'no front matter',
    break: swap(ZH, '---\n\ntitle', 'title'),
    code: 'front-matter',
    file: ZH,
    at: 1,
    says: 'two lines of ---',
    also: ['link', 'no-tariffs', 'unknown-fact'],
  },
  {
    name: 'front matter with an unknown key',
    break: swap(ZH, '\nsource:', '\nauthor: 无名\nsource:'),
    code: 'schema',
    file: ZH,
    at: 'author:',
    says: 'author',
    also: ['link', 'no-tariffs', 'unknown-fact'],
  },
  {
    name: 'an article missing in a language',
    break: (pack) => pack.remove(EN),
    code: 'missing-file',
    file: EN,
    at: 1,
    says: 'same sections and facts',
    also: ['link', 'no-tariffs', 'unknown-fact'],
  },
  {
    name: 'no article',
    break: (pack) => pack.remove('knowledge/cards'),
    code: 'missing-file',
    file: 'knowledge',
    at: 1,
    says: 'article.zh.md',
    also: ['link', 'no-tariffs', 'unknown-fact'],
  },
  {
    name: 'no folder of intents',
    break: (pack) => pack.remove('intents'),
    code: 'missing-file',
    file: 'intents',
    at: 1,
    says: '--pack',
    also: ['link', 'uncited-section'],
  },
  { name: 'no near misses', break: (pack) => pack.remove(NEAR), code: 'missing-file', file: NEAR, at: 1, says: 'missing' },
  {
    name: 'no concepts',
    break: (pack) => pack.remove(CONCEPTS),
    code: 'missing-file',
    file: CONCEPTS,
    at: 1,
    says: 'missing',
    also: ['link'],
  },
  {
    name: 'a file that nothing reads',
    break: (pack) => pack.write('knowledge/cards/tarifs.yaml', 'methods: []\n'),
    code: 'stray-file',
    file: 'knowledge/cards/tarifs.yaml',
    at: 1,
    says: 'nothing reads',
  },
  {
    name: 'a third language',
    break: (pack) => pack.write('knowledge/cards/article.fr.md', pack.read(EN)),
    code: 'stray-file',
    file: 'knowledge/cards/article.fr.md',
    at: 1,
    says: 'nothing reads',
  },
];

const FORMS: readonly Break[] = [
  {
    name: 'YAML that is none',
    break: swap(FEE, 'answer:', 'answer: ['),
    code: 'yaml',
    file: FEE,
    at: 9,
    says: /./,
    also: ['link', 'uncited-section'],
  },
  {
    name: 'a key twice',
    break: swap(QUOTE, 'suggest: [desk-fee]', 'suggest: [desk-fee]\nsuggest: []'),
    code: 'yaml',
    file: QUOTE,
    at: 'suggest: []',
    says: 'unique',
    also: ['link'],
  },
  {
    name: 'an example that starts like a reference',
    break: swap(FEE, '- 柜台最低收多少', '- *柜台最低收多少'),
    code: 'yaml',
    file: FEE,
    at: '*柜台',
    says: 'quote a text',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an example that starts like a name',
    break: swap(FEE, '- 柜台最低收多少', '- &柜台 最低收多少'),
    code: 'yaml',
    file: FEE,
    at: '&柜台',
    says: 'quote a text',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an example that starts like a tag',
    break: swap(FEE, '- 柜台最低收多少', '- !急 最低收多少'),
    code: 'yaml',
    file: FEE,
    at: '!急',
    says: 'quote a text',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an unknown key',
    break: swap(FEE, 'suggest:', 'sugest:'),
    code: 'schema',
    file: FEE,
    at: 'sugest:',
    says: 'sugest',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'a wrong type',
    break: swap(FEE, '- is the counter expensive', '- 2024'),
    code: 'schema',
    file: FEE,
    at: '- 2024',
    says: 'examples.en.1',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an unknown kind of answer',
    break: swap(QUOTE, 'kind: quote', 'kind: quota'),
    code: 'schema',
    file: QUOTE,
    at: 'kind: quota',
    says: 'answer.kind',
    also: ['link'],
  },
  {
    name: 'an empty file',
    break: (pack) => pack.write(FEE, ''),
    code: 'schema',
    file: FEE,
    at: 1,
    says: 'file:',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an intent that is not UTF-8',
    break: (pack) => pack.write(FEE, Buffer.from('id: \xb9\xf1\xcc\xa8', 'latin1')),
    code: 'encoding',
    file: FEE,
    at: 1,
    says: 'save it as UTF-8',
    also: ['link', 'uncited-section'],
  },
  {
    name: 'an article that is not UTF-8',
    break: (pack) => pack.write(ZH, Buffer.from('\xb9\xf1\xcc\xa8', 'latin1')),
    code: 'encoding',
    file: ZH,
    at: 1,
    says: 'UTF-8',
    also: ['link', 'no-tariffs', 'unknown-fact'],
  },
];

const TARIFF_FIGURES: readonly Break[] = [
  {
    name: 'a tariff that refers to an unknown fact',
    break: swap(TARIFFS, 'rate: desk.rate', 'rate: desk.price'),
    code: 'unknown-fact',
    file: TARIFFS,
    at: 'desk.price',
    says: 'cards states no fact desk.price',
  },
  {
    name: 'a limit that refers to an unknown fact',
    break: swap(TARIFFS, 'unlimited: online.limit', 'unlimited: online.cap'),
    code: 'unknown-fact',
    file: TARIFFS,
    at: 'online.cap',
    says: 'online.cap',
  },
  {
    name: 'a rate in minutes',
    break: swap(TARIFFS, 'rate: online.rate', 'rate: online.time'),
    code: 'unit',
    file: TARIFFS,
    at: 'rate: online.time',
    says: 'is no percent figure',
  },
  {
    name: 'a minimum in percent',
    break: swap(TARIFFS, 'minimum: desk.minimum', 'minimum: desk.rate'),
    code: 'unit',
    file: TARIFFS,
    at: 'minimum: desk.rate',
    says: 'is no yuan figure',
  },
  {
    name: 'a minimum that is a range',
    break: both(swap(ZH, '[3 元]', '[3–5 元]'), swap(EN, '[3 yuan]', '[3–5 yuan]')),
    code: 'unit',
    file: TARIFFS,
    at: 'minimum: desk.minimum',
    says: 'no single sum',
  },
  {
    name: 'a minimum finer than a fen',
    break: both(swap(ZH, '[3 元]', '[0.005 元]'), swap(EN, '[3 yuan]', '[0.005 yuan]')),
    code: 'unit',
    file: TARIFFS,
    at: 'minimum: desk.minimum',
    says: 'whole fen',
  },
  {
    name: 'a rate that is a claim',
    break: swap(TARIFFS, 'rate: online.rate', 'rate: online.limit'),
    code: 'unit',
    file: TARIFFS,
    at: 'rate: online.limit',
    says: 'percent',
  },
  {
    name: 'a method in no section',
    break: swap(TARIFFS, '  - id: online\n    section: costs', '  - id: online\n    section: prices'),
    code: 'link',
    file: TARIFFS,
    at: 'section: prices',
    says: 'no section "prices"',
  },
  {
    name: 'an alias of two methods',
    break: swap(TARIFFS, 'en: [online]', 'en: [online, Counter]'),
    code: 'alias-twice',
    file: TARIFFS,
    at: 'Counter',
    says: '"Counter" names desk and online',
  },
  {
    name: 'a method id twice',
    break: swap(TARIFFS, '- id: online', '- id: desk'),
    code: 'duplicate-id',
    file: TARIFFS,
    at: 18,
    says: 'the method desk',
  },
  {
    name: 'no tariffs though an intent quotes',
    break: (pack) => pack.remove(TARIFFS),
    code: 'no-tariffs',
    file: QUOTE,
    at: 'kind: quote',
    says: 'tariffs.yaml',
    also: ['link'],
  },
  {
    name: 'a spelling of two concepts',
    break: swap(CONCEPTS, '[礼品卡, 购物卡, gift card]', '[礼品卡, 購物卡, gift card, 手續費]'),
    code: 'spelling-twice',
    file: CONCEPTS,
    at: 'id: fee',
    says: '"手续费" is a spelling of card and of fee',
  },
  {
    name: 'a concept id twice',
    break: swap(CONCEPTS, '{ id: how-long,', '{ id: fee,'),
    code: 'duplicate-id',
    file: CONCEPTS,
    at: 4,
    says: 'the concept fee',
  },
];

/** Every way to break a pack, one fault each. */
export const BREAKS: readonly Break[] = [
  ...ANSWERS,
  ...INTENTS,
  ...LINKS,
  ...FACTS,
  ...CONTRADICTIONS,
  ...ARTICLES,
  ...FORMS,
  ...TARIFF_FIGURES,
  ...GUARD_BREAKS,
];
