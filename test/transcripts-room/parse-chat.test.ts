import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertionsOf, commandsOf, textOf, turnsOf } from '../../src/transcripts/conversation.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { formatProblem } from '../../src/transcripts/problems.js';
import { writeChat } from '../../src/transcripts/write-chat.js';

const SAMPLE = new URL('sample/wechat-5000.chat', import.meta.url);

function parse(text: string) {
  const read = parseChat(text, 'a.chat');
  if (!read.ok) throw new Error(read.error.map(formatProblem).join('\n'));
  return read.value;
}

describe('a whole file', () => {
  const text = readFileSync(SAMPLE, 'utf8');
  const conversation = parse(text);

  it('is read', () => {
    const { id, title, tags, locale, masks } = conversation;
    expect({ id, title, tags, locale, masks }).toEqual({
      id: 'wechat-5000',
      title: 'fee of a withdrawal, then a question back',
      tags: ['smoke', 'fees'],
      locale: 'zh-CN',
      masks: [{ name: 'ref', pattern: '[A-Z]{3}-\\d+' }],
    });
    expect(conversation.messages.map((message) => [message.role, message.line])).toEqual([
      ['user', 10],
      ['bot', 11],
      ['user', 30],
      ['bot', 31],
    ]);
    const [turn] = turnsOf(conversation.messages).turns;
    expect(turn?.bot.map(textOf)).toEqual(['手续费 5.00 元，参考号 ABC-123。\n见 [说明](https://example.org/fees)。\nbot: 这一行是正文']);
    expect(turn?.bot.flatMap(commandsOf).map(({ name, value }) => [name, value])).toEqual([
      ['typing', ''],
      ['delay', '500'],
      ['suggestions', '换个金额|转人工'],
    ]);
    expect(turn?.bot.flatMap(assertionsOf)).toHaveLength(13);
  });

  it('is written as it was', () => expect(writeChat(conversation)).toBe(text));
});

describe('the text of the first message', () => {
  const table: readonly (readonly [file: string, text: string])[] = [
    ['user: hi', 'hi'],
    ['user:hi', 'hi'],
    ['USER: hi', 'hi'],
    ['user->bot: hi', 'hi'],
    ['user=Ann,Ben\nben: hi', 'hi'],
    ['user:\nhi', 'hi'],
    ['user: a\n\nb\n\n', 'a\n\nb'],
    ['user: a\n> a comment\nb', 'a\nb'],
    ['user: see [the docs](url)', 'see [the docs](url)'],
    ['user: see [Typing](url)', 'see [Typing](url)'],
    ['user: [Message from the bank] hi', '[Message from the bank] hi'],
    ['user: [Typing] hi', 'hi'],
    ['user: hi [Delay=10] there', 'hi there'],
    ['user: \\[Typing] hi', '[Typing] hi'],
    ['user: \\\\[Typing] hi', '\\[Typing] hi'],
    ['user: a\n\\bot: b', 'a\nbot: b'],
    ['user: a\n\\\\bot: b', 'a\n\\bot: b'],
    ['user: a\n\\> b', 'a\n> b'],
    ['user: a\n\\b', 'a\n\\b'],
    ['user: a\n > b', 'a\n > b'],
    ['user: a\nnote: b', 'a\nnote: b'],
    ['user: a\nhttps://example.org', 'a\nhttps://example.org'],
    ['user: a\n[HeroCard\n title=b\n]\nc', 'a\nc'],
    ['user: a\n[HeroCard title=b]', 'a'],
    ['user: a\n\\[HeroCard', 'a\n[HeroCard'],
    ['user: bot: hi', 'bot: hi'],
    ['\uFEFFuser: a\r\nb\r\n', 'a\nb'],
  ];
  it.each(table)('%j', (file, text) => {
    const [message] = parse(file).messages;
    expect(message && textOf(message)).toBe(text);
    expect(writeChat(parse(file))).toBe(file.replace('\uFEFF', '').replaceAll('\r', ''));
  });
});

describe('malformed files', () => {
  const table: readonly (readonly [file: string, line: number, code: string])[] = [
    ['', 0, 'no-user-message'],
    ['bot: hi', 0, 'no-user-message'],
    ['user: [ConversationUpdate=MembersAdded]\nbot: hi', 0, 'no-user-message'],
    ['hello\nuser: a', 1, 'text-before-speaker'],
    ['\nAnn: a\nuser: a', 2, 'text-before-speaker'],
    ['name=Ann\nuser: a', 1, 'unknown-setting'],
    ['user=a=b\nuser: a', 1, 'bad-setting'],
    ['user=\nuser: a', 1, 'bad-setting'],
    ['user=Ann\nbot=ann\nuser: a', 2, 'same-name'],
    ['bot=user\nuser: a', 1, 'same-name'],
    ['user=Ann\nuser=Ben\nuser: a', 2, 'repeated-header'],
    ['> id: a\n> id: b\nuser: a', 2, 'repeated-header'],
    ['> id: a b\nuser: a', 1, 'bad-id'],
    ['> id:\nuser: a', 1, 'bad-id'],
    ['> title:\nuser: a', 1, 'bad-title'],
    ['> tag: smoke\nuser: a', 1, 'unknown-header'],
    ['> lcoale: zh\nuser: a', 1, 'unknown-header'],
    ['> tags: smoke,,fees\nuser: a', 1, 'bad-tags'],
    ['> tags: two words\nuser: a', 1, 'bad-tags'],
    ['> locale: Chinese language\nuser: a', 1, 'bad-locale'],
    ['> mask: [A-Z]\nuser: a', 1, 'bad-mask'],
    ['> mask: ref=[A-Z\nuser: a', 1, 'bad-mask-pattern'],
    ['> mask: ref=\\d*\nuser: a', 1, 'bad-mask-pattern'],
    ['> mask: a=b\n> mask: a=c\nuser: a', 2, 'repeated-header'],
    ['user: a\nbto: b', 2, 'unknown-speaker'],
    ['usr: a\nuser: a', 1, 'unknown-speaker'],
    ['user: a\nbot：b', 2, 'wide-colon'],
    ['user：a\nuser: a', 1, 'wide-colon'],
    ['user: a\nbot: b\n[HeroCard\n title=c', 3, 'unclosed-card'],
    ['user: a\nbot: [HeroCard\nuser: b]', 2, 'unclosed-card'],
    ['user:\nbot: b\nuser: a', 1, 'empty-user'],
    ['user: a\nbot:\n> @kind answer', 2, 'empty-bot'],
    ['> @kind answer\nuser: a', 1, 'assertion-without-reply'],
    ['user: a\n> @kind answer', 2, 'assertion-without-reply'],
    ['bot: hi\n> @kind answer\nuser: a', 2, 'assertion-without-reply'],
    ['user: a\nbot: b\n> @intents fee', 3, 'unknown-assertion'],
    ['user: a\nbot: b\n> @', 3, 'unknown-assertion'],
    ['user: a\nbot: b\n> @kind answers', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @intent', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @intent fee >=70', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @number five', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @number 5.00', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @number 5.00 USD', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @number 15%..8%', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @number 5%..8 CNY', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @source', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @source a#', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @slot amount', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @slot amuont=5', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @block tables', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @says', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @not', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @language fr', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @handoff now', 3, 'bad-assertion'],
    ['user: a\nbot: b\n> @conflict', 3, 'bad-assertion'],
  ];
  it.each(table)('%j', (file, line, code) => {
    const read = parseChat(file, 'a.chat');
    const problems = read.ok ? [] : read.error;
    expect(problems.map((problem) => [problem.line, problem.code])).toContainEqual([line, code]);
    for (const problem of problems) expect(formatProblem(problem)).toMatch(/^a\.chat(:\d+)?: .+; .+ \[[a-z0-9-]+\]$/u);
  });

  it('reports every problem of a file in order', () => {
    const read = parseChat('> id: a b\nusr: a\nuser: a\nbot: b\n> @nothing\n> @number x', 'a.chat');
    expect(read.ok ? [] : read.error.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  });

  it('names the known assertions', () => {
    const read = parseChat('user: a\nbot: b\n> @intents fee', 'a.chat');
    expect(read.ok ? '' : read.error.map(formatProblem).join()).toMatchInlineSnapshot(
      `"a.chat:3: \`@intents\` is no assertion; use one of \`@kind\`, \`@intent\`, \`@number\`, \`@source\`, \`@conflict\`, \`@suggest\`, \`@option\`, \`@slot\`, \`@block\`, \`@says\`, \`@not\`, \`@language\`, \`@handoff\` [unknown-assertion]"`,
    );
  });
});
