import { PassThrough, Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Command, UsageError } from '../../src/cli/command.js';
import { ask } from '../../src/cli/commands/ask.js';
import { batch } from '../../src/cli/commands/batch.js';
import { explain } from '../../src/cli/commands/explain.js';
import { lint } from '../../src/cli/commands/lint.js';
import { quote } from '../../src/cli/commands/quote.js';
import { SMALL_PACK } from '../workspace/pack-folder.js';
import { builtProgram, jsonLines, zhida } from './program.js';
import { batchContract, batchErrorContract, replyContract } from './reply-contract.js';

beforeAll(() => void builtProgram(), 120_000);

type Reply = z.infer<typeof replyContract>;

async function reply(args: readonly string[]): Promise<Reply> {
  const { code, stdout, stderr } = await zhida([...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.endsWith('\n')).toBe(true);
  // Beside the reply, `quote` gives all that the calculator says.
  const { calculation: _, ...said } = JSON.parse(stdout);
  return replyContract.parse(said);
}

describe('help', () => {
  test.each([[['help']], [[]]])('%j tells every command and is no mistake', async (args) => {
    const { code, stdout, stderr } = await zhida(args);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of [
      'serve',
      'chat',
      'ask',
      'batch',
      'quote',
      'plan',
      'amounts',
      'explain',
      'diff',
      'lint',
      'test',
      'record',
      'convert',
      'eval',
      'train',
      'backup',
      'channels',
    ])
      expect(stdout).toContain(`zhida ${name} `);
  });

  test.each([[['quote', '--help']], [['quote', '5000', '-h']], [['help', 'quote']]])('%j tells that command', async (args) => {
    const { code, stdout, stderr } = await zhida(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^works out the fee[^\n]*\nzhida quote \[AMOUNT\][^\n]*\n$/);
  });

  test('behind -- it is a question', async () => {
    const { code, stdout } = await zhida(['ask', '--', '-h']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('zhida ask');
  });

  test('a command that is none', async () => {
    const { code, stdout, stderr } = await zhida(['sreve']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/no command "sreve"[\s\S]*zhida serve/);
  });

  test.each([
    ['ask', []],
    ['batch', ['questions.jsonl']],
    ['serve', ['--port', '80']],
    ['quote', ['5000', '--lang', 'fr']],
  ])('%s %j is a wrong call: one line of why, one of how', async (name, args) => {
    const { code, stdout, stderr } = await zhida([name, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^zhida ${name}: .+\nusage: zhida ${name} .*\n$`));
  });

  const WRONG: readonly (readonly [Command, readonly string[]])[] = [
    [ask, ['  ']],
    [ask, ['a', '--jsn']],
    [explain, []],
    [batch, ['--pack']],
    [lint, ['--josn']],
    [quote, ['--method', 'mybank']],
    [quote, ['-5', '--method', 'mybank']],
    ...['abc', '', '5000 dollars', '几千块', '1e5', '5000 or 6000', '50%', '∞'].map(
      (amount) => [quote, [amount, '--method', 'mybank']] as const,
    ),
  ];
  test.each(WRONG.map(([command, args]) => [command.name, args, command] as const))('%s %j too', async (_, args, command) => {
    const nowhere = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
    const failure = await command.run(args, nowhere).catch((error: unknown) => error);
    expect(failure instanceof UsageError || String(Object(failure).code).startsWith('ERR_PARSE_ARGS')).toBe(true);
  });
});

describe('ask', () => {
  test.each([
    ['花呗官方提现5000手续费多少', 'zh', '5.00'],
    ['what is the fee for withdrawing 5000 with the official huabei withdrawal', 'en', '5.00'],
  ])('%s', async (question, language, fee) => {
    const answer = await reply(['ask', question]);
    expect(answer).toMatchObject({ kind: 'answer', language, slots: { amount: '5000.00', currency: 'CNY', method: 'huabei-official' } });
    expect(answer.text).toContain(fee);
    expect(answer.sources.map(({ section }) => section)).toContain('fees');
    expect(answer.figures.some(({ origin }) => 'formula' in origin)).toBe(true);
  });

  test.each([
    ['微信零钱提现限额是多少', 'answer'],
    ['花呗提现', 'clarify'],
    ['今天天气怎么样', 'fallback'],
    ['人工客服', 'handoff'],
  ])('%s fits the contract', async (question, kind) => {
    expect((await reply(['ask', question])).kind).toBe(kind);
  });

  test('words may come without quotes', async () => {
    const [one, several] = await Promise.all([reply(['ask', 'what are the limits']), reply(['ask', 'what', 'are', 'the', 'limits'])]);
    expect(several).toEqual(one);
  });

  test('says on paper what it says in JSON', async () => {
    const { stdout } = await zhida(['ask', '微信零钱提现限额是多少']);
    const { text } = await reply(['ask', '微信零钱提现限额是多少']);
    expect(stdout.startsWith(`${text}\n`)).toBe(true);
    // No colour where no terminal is.
    expect(stdout).not.toContain('\u001b');
  });

  test('a language is taken over where the words have none', async () => {
    expect((await reply(['ask', '5000', '--locale', 'en-GB'])).language).toBe('en');
    expect((await reply(['ask', '5000', '--locale', 'zh-TW'])).language).toBe('zh');
  });

  test('the same question is the same bytes', async () => {
    const [a, b] = await Promise.all([zhida(['ask', '哪个最便宜', '--json']), zhida(['ask', '哪个最便宜', '--json'])]);
    expect(a.stdout).toBe(b.stdout);
  });
});

describe('batch', () => {
  const answersTo = async (lines: readonly unknown[]) => {
    const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const { code, stdout, stderr } = await zhida(['batch'], { input });
    expect([code, stderr]).toEqual([0, '']);
    return jsonLines(stdout);
  };

  test('answers in order, under the ids of the lines', async () => {
    const answers = (await answersTo([
      { id: 'b', text: '微信零钱提现限额是多少' },
      { id: 7, text: 'is it legal to cash out huabei' },
      { id: 'a', text: '你好' },
    ])) as z.infer<typeof batchContract>[];
    expect(answers.map((answer) => batchContract.parse(answer).id)).toEqual(['b', 7, 'a']);
    expect(answers.map(({ language }) => language)).toEqual(['zh', 'en', 'zh']);
    expect(answers[1]?.intents[0]?.id).toBe('cash-out-legality');
  });

  test('lines of one conversation share their state, also between lines of others', async () => {
    const [, , third, alone] = (await answersTo([
      { id: 1, conversation: 'a', text: '网商银行转5000手续费多少' },
      { id: 2, conversation: 'b', text: '你好' },
      { id: 3, conversation: 'a', text: '那云闪付呢' },
      { id: 4, conversation: 'b', text: '那云闪付呢' },
    ])) as z.infer<typeof batchContract>[];
    expect(third).toMatchObject({ id: 3, conversation: 'a', kind: 'answer', slots: { amount: '5000.00', method: 'unionpay' } });
    expect(alone?.slots.amount).toBeUndefined();
  });

  test('lines without a conversation share nothing', async () => {
    const question = { text: '那云闪付呢' };
    const answers = (await answersTo([
      { id: 1, text: '网商银行转5000手续费多少' },
      { id: 2, ...question },
    ])) as z.infer<typeof batchContract>[];
    const [alone] = (await answersTo([{ id: 2, ...question }])) as z.infer<typeof batchContract>[];
    expect(answers[1]).toEqual(alone);
  });

  // A line, its id in the answer, and what the answer says.
  const BAD: readonly (readonly [line: unknown, id: unknown, code: string, says: RegExp])[] = [
    ['{"id": 1, "text": ', undefined, 'not-json', /no JSON/],
    ['你好', undefined, 'not-json', /\{"id": 1, "text": "…"\}/],
    [{ text: '你好' }, undefined, 'bad-line', /^id: /],
    [{ id: 2 }, 2, 'bad-line', /^text: /],
    [{ id: 3, text: '' }, 3, 'bad-line', /^text: must not be empty/],
    [{ id: 4, text: ' \t ' }, 4, 'bad-line', /^text: must not be empty/],
    [{ id: 5, text: 42 }, 5, 'bad-line', /^text: /],
    [{ id: 6, text: '长'.repeat(2_001) }, 6, 'bad-line', /^text: .*2000/],
    [{ id: 7, text: '你好', conversation: 9 }, 7, 'bad-line', /^conversation: /],
    [{ id: null, text: '你好' }, null, 'bad-line', /^id: /],
    ['[]', undefined, 'bad-line', /./],
    ['null', undefined, 'bad-line', /./],
    ['"你好"', undefined, 'bad-line', /./],
  ];

  test('a bad line is answered by an error for it, and the others go on', async () => {
    const good = { id: 'good', text: '你好' };
    const answers = await answersTo(BAD.flatMap(([line]) => [line, good]));
    expect(answers).toHaveLength(2 * BAD.length);
    BAD.forEach(([, id, code, says], index) => {
      const answer = batchErrorContract.parse(answers[2 * index]);
      expect(answer).toMatchObject({ ...(id === undefined ? {} : { id }), error: { code } });
      expect('id' in answer).toBe(id !== undefined);
      expect(answer.error.message).toMatch(says);
      expect(answers[2 * index + 1]).toMatchObject({ id: 'good', kind: 'answer' });
    });
  });

  test.each(['', '\n \n\t\r\n'])('%j is nothing, and is answered by nothing', async (input) => {
    expect(await zhida(['batch'], { input })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('empty lines, line ends of Windows and a last line without an end', async () => {
    const answers = await answersTo([`\r\n{"id":1,"text":"你好"}\r\n\r\n\r\n{"id":2,"text":"hi"}`]);
    expect(answers).toMatchObject([{ id: 1 }, { id: 2 }]);
  });

  test('two thousand lines, each once and in order', async () => {
    const questions = ['微信零钱提现限额是多少', 'how long does mybank take', '花呗提5000多少手续费', 'hello', '那1万呢'];
    const lines = Array.from({ length: 2_000 }, (_, id) => ({ id, conversation: `c${id % 50}`, text: questions[id % questions.length] }));
    const answers = (await answersTo(lines)) as z.infer<typeof batchContract>[];
    expect(answers.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    for (const answer of answers) batchContract.parse(answer);
  }, 60_000);

  test('a reader that goes away is no failure', async () => {
    const input = Array.from({ length: 3_000 }, (_, id) => JSON.stringify({ id, text: 'hello' })).join('\n');
    const main = `${builtProgram()}/dist/cli/main.js`;
    const { execFileSync } = await import('node:child_process');
    const shown = execFileSync('bash', ['-c', `set -o pipefail; "${process.execPath}" "${main}" batch | head -n 1`], {
      input,
      encoding: 'utf8',
    });
    expect(jsonLines(shown)).toMatchObject([{ id: 0 }]);
  });
});

describe('quote', () => {
  // Arguments, then figures that the text must state.
  test.each<readonly [readonly string[], ...string[]]>([
    [['5000', '--method', 'huabei-official'], '5.00', '4,995.00'],
    [['1.2万', '--method', 'huabei-official'], '12.00', '11,988.00'],
    [['５０００', '--method', 'unionpay'], '0.00', '5,000.00'],
    [['8000', '--method', 'third-party'], '640.00', '1,200.00'],
    [['5000', '--method', 'huabei-official', '--target'], '5,005.01'],
  ])('%j', async (args, ...figures) => {
    const { code, stdout, stderr } = await zhida(['quote', ...args]);
    expect([code, stderr]).toEqual([0, '']);
    for (const figure of figures) expect(stdout).toContain(figure);
  });

  test('slots are written as the contract says', async () => {
    expect((await reply(['quote', '5k', '--method', 'mybank'])).slots).toEqual({ amount: '5000.00', currency: 'CNY', method: 'mybank' });
    expect((await reply(['quote', '0.5', '--method', 'mybank', '--target'])).slots).toEqual({
      target: '0.50',
      currency: 'CNY',
      method: 'mybank',
    });
  });

  test('without a way all ways stand side by side, with an amount and without', async () => {
    for (const args of [['5000'], []]) {
      const { blocks, kind } = await reply(['quote', ...args]);
      expect(kind).toBe('answer');
      expect(blocks.find((block) => block.kind === 'table')).toMatchObject({ rows: { length: 6 } });
    }
  });

  test('speaks the language it is told to', async () => {
    expect((await reply(['quote', '5000', '--method', 'mybank', '--lang', 'zh'])).language).toBe('zh');
    expect((await reply(['quote', '5000', '--method', 'mybank'])).language).toBe('en');
  });

  test.each([
    ['0', /zero/],
    ['0.01', /does not cover/],
    ['5000.555', /5,000\.55.*5,000\.56/],
    ['0.001', /fen/],
    ['99999999999999999999', /too much/],
  ])('%s yuan cannot be worked out, and the bot says why', async (amount, says) => {
    const { code, stdout } = await zhida(['quote', amount, '--method', 'huabei-official']);
    expect(code).toBe(1);
    expect(stdout).toMatch(says);
  });

  test('a way that is none', async () => {
    const { code, stdout } = await zhida(['quote', '5000', '--method', 'nope']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/"nope"[\s\S]*MYbank/);
  });
});

describe('explain', () => {
  test('shows the way from the text to the verdict', async () => {
    const { code, stdout } = await zhida(['explain', '花呗官方提现５０００手续费多少']);
    expect(code).toBe(0);
    for (const part of ['5000手续费', 'huabei', 'fee', '5000 (', 'huabei-official', 'fee-quote', 'decided by'])
      expect(stdout).toContain(part);
  });

  test('as JSON: one reading a question, and who decided', async () => {
    const { code, stdout } = await zhida(['explain', '花呗官方提现5000手续费多少', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      language: 'zh',
      policy: expect.any(String),
      decision: { kind: 'answer' },
      readings: [{ amounts: [{ min: '5000', max: '5000' }], methods: ['huabei-official'], verdict: 'answer' }],
    });
  });

  test('shows what spoke for and against, the runner-up, the set and what is new', async () => {
    const { stdout } = await zhida(['explain', '花呗提到微信要多久 blorpish']);
    for (const part of [
      /^runner-up +(?:near miss )?[a-z-]+ \d/m,
      /^words for +.*多久 \+/m,
      /^features for +.*concept how-long \+/m,
      /^features against +[a-z]+ .+ -\d/m,
      /^prediction set +.*transfer-time/m,
      /^novelty +0\.\d+ of \d+ features never seen: .*word blorpish/m,
    ])
      expect(stdout).toMatch(part);
  });

  test('the same as JSON: weights add up to the lead, and the runner-up is no first intent', async () => {
    const { stdout } = await zhida(['explain', 'how long until the blorpish money is in wechat', '--json']);
    const [reading] = JSON.parse(stdout).readings;
    const weights: readonly number[] = [...reading.features.for, ...reading.features.against].map(({ weight }) => weight);
    const total = weights.reduce((sum, weight) => sum + weight, reading.features.bias);
    expect(Math.abs(total - reading.features.lead)).toBeLessThan(0.0006 * (weights.length + 2));
    expect(reading.runnerUp.id).not.toBe(reading.ranking[0].id);
    expect(reading.novelty.unseen).toContainEqual({ kind: 'word', name: 'blorpish' });
    expect(reading.novelty.share).toBe(reading.figures['unseen share']);
    expect(reading.set.length).toBeGreaterThan(0);
  });
});

describe('lint', () => {
  test('a sound pack', async () => {
    const { code, stdout } = await zhida(['lint']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^no problems: 1 article\(s\), \d+ facts, 9 declared conflicts, 6 ways, \d+ intents, \d+ kinds of near misses\n$/,
    );
  });

  test('as JSON, and of another pack', async () => {
    const { code, stdout } = await zhida(['lint', '--json', '--pack', SMALL_PACK]);
    expect([code, JSON.parse(stdout)]).toEqual([0, { problems: [], hash: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  });

  test('a folder that holds no pack', async () => {
    const { code, stdout } = await zhida(['lint', '--pack', '/nowhere']);
    expect(code).toBe(1);
    expect(stdout).toContain('there is no folder intents/ in /nowhere');
  });
});

describe('amounts', () => {
  test('reads each line, where the amount stands included', async () => {
    const input = [
      '{"id":1,"text":"花呗提５０００元，到手多少"}',
      '',
      '{"id":"b","text":"about 2-3k yuan"}',
      '{"id":3,"text":"what are the rules"}',
      'no json',
      '{"id":4}',
    ].join('\n');
    const { code, stdout } = await zhida(['amounts'], { input });
    expect(code).toBe(0);
    const lines = jsonLines(stdout);
    expect(lines).toMatchObject([
      { id: 1, amounts: [{ text: '５０００元', start: 3, end: 8, value: '5000', currency: 'CNY', implied: false, approximate: false }] },
      { id: 'b', amounts: [{ min: '2000', max: '3000', currency: 'CNY' }] },
      { id: 3, amounts: [] },
      { error: { code: 'bad-line', message: expect.stringContaining('no JSON') } },
      { error: { code: 'bad-line', message: expect.stringMatching(/^text: /) } },
    ]);
  });
});

describe('train', () => {
  test('finds the model that is there', async () => {
    const { code, stdout } = await zhida(['train']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pack [0-9a-f]{16}: already trained, found in /);
  });
});

describe('quote and plan give all that the calculator says', () => {
  const json = async (args: readonly string[]) => JSON.parse((await zhida([...args, '--json'])).stdout);

  test('a quote with its legs, limits and facts; a comparison with its break-even amounts', async () => {
    const { calculation } = await json(['quote', '5000', '--method', 'mybank']);
    expect(calculation).toMatchObject({ amount: '5000.00', fee: { min: '10.00' }, effectiveRate: { max: '0.002' }, legs: { length: 2 } });
    const compared = await json(['quote', '5000']);
    expect(compared.calculation.breakEvens).toHaveLength(15);
    expect((await json(['quote', '5000', '--method', 'mybank', '--target'])).calculation.worst.amount).toBe('5010.02');
  });

  test('a plan of one way: both readings, the fewest days and the lowest fee', async () => {
    const { plans } = await json(['plan', '12000', '--method', 'wechat-balance']);
    expect(plans).toMatchObject([{ method: 'wechat-balance', plan: { reading: 'per-day', proven: true, fewestDays: { days: 3 } } }]);
    expect(plans[0].plan).toMatchObject({ cheapest: { fee: { max: '11.99' } }, otherReadings: [{ fewestDays: { days: 1 } }] });
    const { code, stdout } = await zhida(['plan', '12000', '--method', 'wechat-balance']);
    expect(code).toBe(0);
    for (const part of ['Transactions', '5,000.00 yuan', '4,004.99 yuan', 'per transaction', 'lowest fee']) expect(stdout).toContain(part);
  });

  test('of all ways, and over so many days', async () => {
    const { plans } = await json(['plan', '8000', '--days', '2']);
    expect(plans.map(({ inDays }: { inDays: { split?: { days: number } } }) => inDays.split?.days)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(plans[1].capacity.most).toBe('10000.00');
    const { stdout } = await zhida(['plan', '5万', '--method', 'wechat-balance', '--days', '3', '--lang', 'zh']);
    expect(stdout).toMatch(/3 天转不完，最多 15,000 元/);
  });

  test.each([
    [['plan', '0'], /zero/],
    [['plan', '5000', '--method', 'nope'], /"nope"[\s\S]*MYbank/],
    [['plan', '99999999999', '--method', 'wechat-balance'], /transactions/],
  ])('%j cannot be planned, and it says why once', async (args, says) => {
    const { code, stdout } = await zhida(args);
    expect(code).toBe(1);
    expect(stdout).toMatch(says);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test.each([[['plan']], [['plan', 'abc']], [['plan', '5000', '--days', '0']], [['plan', '1.005']], [['quote', '--target', '5000']]])(
    '%j is a wrong call',
    async (args) => {
      expect((await zhida(args)).code).toBe(2);
    },
  );
});
