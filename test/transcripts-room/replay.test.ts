import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/rendering/reply.js';
import { approve } from '../../src/transcripts/approve.js';
import { formatDiff } from '../../src/transcripts/format-diff.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { formatProblem } from '../../src/transcripts/problems.js';
import { isAsWritten, replay } from '../../src/transcripts/replay.js';
import { writeChat } from '../../src/transcripts/write-chat.js';
import { fakeBot, reply, sampleReplies } from './fake-bot.js';

const sample = readFileSync(new URL('sample/wechat-5000.chat', import.meta.url), 'utf8');

function parse(text: string) {
  const read = parseChat(text, 'a.chat');
  if (!read.ok) throw new Error(read.error.map(formatProblem).join('\n'));
  return read.value;
}

/** Replays `user: q` with the lines below it against one reply. */
const against = (lines: string, answer: Reply) => replay(parse(`user: q\n${lines}`), fakeBot({ q: answer }));

it('passes when every turn is as written', async () => {
  const seen: unknown[] = [];
  const result = await replay(parse(sample), fakeBot(sampleReplies, seen));
  expect(formatDiff(result)).toBe('');
  expect(isAsWritten(result)).toBe(true);
  expect(seen).toMatchObject([
    { conversation: 'wechat-5000', key: '1', text: '微信零钱提5000要多少手续费', locale: 'zh-CN', from: 'Ann' },
    { conversation: 'wechat-5000', key: '2', text: '转人工' },
  ]);
});

describe('texts', () => {
  const table: readonly (readonly [lines: string, text: string, kinds: readonly string[]])[] = [
    ['bot: a', 'a', []],
    ['bot: a', ' a \n', []],
    ['bot: a', 'b', ['text']],
    ['bot: a\nbot: b', 'a\n\nb', []],
    ['bot: a\nbot: b', 'a\nb', ['text']],
    ['bot: ...', 'anything', []],
    ['bot: \\...', 'anything', ['text']],
    ['bot: \\...', '...', []],
    ['bot: a\n...', 'a\n...', []],
    ['bot: [Typing]\nbot: a', 'a', []],
    ['', 'a', ['unexpected-reply']],
    ['bot: [Typing]', 'a', ['unexpected-reply']],
    ['bot: a\n[Suggestions=x]', 'a', ['suggestions']],
    ['bot: a\n> @kind clarify\n> @says b', 'b', ['text', 'assertion']],
  ];
  it.each(table)('%j against %j', async (lines, text, kinds) => {
    const [turn] = (await against(lines, reply(text))).turns;
    expect(turn?.mismatches.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('assertions', () => {
  const [first = reply('')] = Object.values(sampleReplies);
  const fail: readonly (readonly [assertion: string, line: number, found: string])[] = [
    ['> @kind clarify', 3, 'answer'],
    ['> @intent fee-quote >=0.95', 3, 'fee-quote 0.91, limits 0.4'],
    ['> @intent limits\n> @intent fee-quote', 4, 'fee-quote 0.91, limits 0.4'],
    ['> @intent fee-quote\n> @intent fee-quote', 4, 'fee-quote 0.91, limits 0.4'],
    ['> @number 5.01 CNY', 3, '5.00 CNY, 8..15 percent'],
    ['> @number 5.00 %', 3, '5.00 CNY, 8..15 percent'],
    ['> @number 8%', 3, '5.00 CNY, 8..15 percent'],
    ['> @source huabei-wechat#fee', 3, 'huabei-wechat#fees'],
    ['> @conflict other', 3, 'wechat-rate'],
    ['> @suggest 官方提现', 3, '换个金额, 转人工'],
    ['> @option 换个金额', 3, '官方提现'],
    ['> @slot amount=5000', 3, 'amount=5000.00'],
    ['> @slot method=x', 3, 'no method'],
    ['> @block quote', 3, 'table, options'],
    ['> @says 6.00', 3, 'not in the text'],
    ['> @not 手续费', 3, 'in the text'],
    ['> @language en', 3, 'zh'],
    ['> @handoff', 3, 'answer'],
  ];
  it.each(fail)('%s does not hold', async (assertion, line, found) => {
    const { turns } = await against(`bot: ...\n${assertion}`, first);
    expect(turns[0]?.mismatches).toMatchObject([{ kind: 'assertion', line, found }]);
  });

  const hold = ['> @intent fee-quote\n> @intent limits', '> @intent limits >=0.4', '> @number 5 CNY', '> @number 8..15 percent'].concat([
    '> @number 8%..15%',
    '> @source huabei-wechat',
    '> @slot days=3',
    '> @kind answer',
    '> @block options',
    '> @not 6.00',
  ]);
  it.each(hold)('%s holds', async (assertion) => {
    const { turns } = await against(`bot: ...\n${assertion}`, first);
    expect(turns[0]?.mismatches).toEqual([]);
  });
});

describe('the diff', () => {
  it('shows every mismatch of every turn with its line', async () => {
    const chat = '> id: d\nuser: q\nbot: one\ntwo\nthree\n> @number 5 CNY\n[Suggestions=x]\n\nuser: unknown\nbot: b\n\nuser: q';
    const result = await replay(parse(chat), fakeBot({ q: reply('one\n2\nthree') }));
    expect(`\n${formatDiff(result)}`).toMatchInlineSnapshot(`
      "
      d
        a.chat:2  user: q
          a.chat:3  the text differs (- expected, + actual)
              one
            - two
            + 2
              three
          a.chat:3  the suggestions differ (- expected, + actual)
            - x
          a.chat:6  @number 5 CNY does not hold; found: none
        a.chat:9  user: unknown
          a.chat:9  the bot does not take the message: too-long 9
        a.chat:12  user: q
          a.chat:12  the bot replies, and no reply is written (\`bot: ...\` stands for any text)
            + one
            + 2
            + three
      "
    `);
    expect(formatDiff(result, { colour: true })).toContain('\u001b[31m- two\u001b[0m');
  });
});

describe('masks', () => {
  const masked = '> mask: ref=[A-Z]{3}-\\d+\n> mask: time=\\d\\d:\\d\\d\nuser: q\nbot: ref ABC-1 at 10:00';

  it('hide what varies', async () => {
    const result = await replay(parse(masked), fakeBot({ q: reply('ref XYZ-99 at 23:59') }));
    expect(isAsWritten(result)).toBe(true);
  });

  it('stay on in what is compared and approved', async () => {
    const conversation = parse(masked);
    const result = await replay(conversation, fakeBot({ q: reply('REF XYZ-99') }));
    expect(result.turns[0]?.mismatches).toMatchObject([{ expected: 'ref <ref> at <time>', actual: 'REF <ref>' }]);
    const { conversation: approved } = approve(conversation, result);
    expect(writeChat(approved)).toContain('bot: REF <ref>');
    expect(isAsWritten(await replay(approved, fakeBot({ q: reply('REF AAA-1') })))).toBe(true);
  });
});

describe('approve', () => {
  it('writes the text itself where a mask would change its own name', async () => {
    const conversation = parse('> mask: word=[a-z]+\nuser: q\nbot: 1');
    const { conversation: approved } = approve(conversation, await replay(conversation, fakeBot({ q: reply('one') })));
    expect(writeChat(approved)).toContain('bot: one');
    expect(isAsWritten(await replay(approved, fakeBot({ q: reply('two') })))).toBe(true);
  });

  const said = reply('new\nbot: two', { suggestions: [{ label: 'x', send: 'x' }] });
  const table: readonly (readonly [before: string, after: string])[] = [
    ['user: q\nbot: old\n\nuser: q\nbot: ...', 'user: q\nbot: new\n\\bot: two\n\nuser: q\nbot: ...'],
    ['user: q\nbot:\nold\n', 'user: q\nbot:\nnew\n\\bot: two\n'],
    ['user: q\nbot: a\n\nb\n> note\nc\n> @says new\n\n', 'user: q\nbot: new\n\\bot: two\n> note\n> @says new\n\n'],
    ['user: q\nbot: [Typing] old\nold', 'user: q\nbot: [Typing]\nnew\n\\bot: two'],
    ['user: q\nbot: [Typing]\nold', 'user: q\nbot: [Typing]\nnew\n\\bot: two'],
    ['user: q\n\n> between\n\nuser: q\nbot: ...\n', 'user: q\n\n> between\nbot: new\n\\bot: two\n\nuser: q\nbot: ...\n'],
    ['user: q\n', 'user: q\nbot: new\n\\bot: two\n'],
    ['user: q', 'user: q\nbot: new\n\\bot: two'],
    [
      'user: q\nbot: a\n> @kind answer\n\nbot: [Typing] b\n> @says new\n',
      'user: q\nbot: new\n\\bot: two\n> @kind answer\n[Typing]\n> @says new\n',
    ],
    ['user: q\nbot: old\n[Suggestions=y|z]\n', 'user: q\nbot: new\n\\bot: two\n[Suggestions=x]\n'],
    ['user: q\nbot: ...\n[Suggestions=y|z][Typing]\n', 'user: q\nbot: ...\n[Suggestions=x][Typing]\n'],
    ['user: q\nbot: [Suggestions=y]\n', 'user: q\nbot: [Suggestions=x]\nnew\n\\bot: two\n'],
  ];
  it.each(table)('%j', async (before, after) => {
    const conversation = parse(before);
    const approval = approve(conversation, await replay(conversation, fakeBot({ q: said })));
    expect(writeChat(approval.conversation)).toBe(after);
    expect([approval.changed, approval.remaining]).toEqual([true, []]);
    expect(formatDiff(await replay(approval.conversation, fakeBot({ q: said })))).toBe('');
  });

  it('removes suggestions that are no more', async () => {
    const conversation = parse('user: q\nbot: a\n[Suggestions=y]\n');
    const { conversation: approved } = approve(conversation, await replay(conversation, fakeBot({ q: reply('a') })));
    expect(writeChat(approved)).toBe('user: q\nbot: a\n');
  });

  it('keeps and reports what no text can settle', async () => {
    const conversation = parse('user: q\nbot: old\n> @number 5 CNY\nuser: unknown\nbot: b\n');
    const approval = approve(conversation, await replay(conversation, fakeBot({ q: reply('new') })));
    expect(writeChat(approval.conversation)).toBe('user: q\nbot: new\n> @number 5 CNY\nuser: unknown\nbot: b\n');
    expect(approval.remaining.map(({ kind, line }) => [kind, line])).toEqual([
      ['assertion', 3],
      ['turn-failed', 4],
    ]);
  });

  it('changes nothing that is as written', async () => {
    const conversation = parse(sample);
    const approval = approve(conversation, await replay(conversation, fakeBot(sampleReplies)));
    expect(approval).toEqual({ conversation, changed: false, remaining: [] });
  });
});
