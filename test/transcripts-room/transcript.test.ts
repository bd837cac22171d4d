import { describe, expect, it } from 'vitest';
import { commandsOf, textOf } from '../../src/transcripts/conversation.js';
import { parseTranscript } from '../../src/transcripts/transcript.js';
import { writeChat } from '../../src/transcripts/write-chat.js';
import { writeTranscript } from '../../src/transcripts/write-transcript.js';

const activities = [
  { type: 'conversationUpdate', membersAdded: [] },
  {
    type: 'message',
    conversation: { id: 'abc' },
    from: { id: '1', name: 'Ann' },
    recipient: { id: '2', name: 'Zhida', role: 'bot' },
    text: '提5000\nbot: ?',
    locale: 'zh-CN',
    channelId: 'webchat',
  },
  { type: 'typing', from: { role: 'bot' } },
  {
    type: 'message',
    from: { role: 'bot', name: 'Zhida' },
    text: '...',
    suggestedActions: { actions: [{ type: 'imBack', title: 'a|b', value: 'x' }] },
  },
  { type: 'message', from: { role: 'bot' }, attachments: [{}] },
];

it('reads messages, speakers and suggestions', () => {
  const read = parseTranscript(JSON.stringify(activities), 'x/talk.transcript');
  const conversation = read.ok ? read.value : expect.fail(JSON.stringify(read.error));
  expect(writeChat(conversation)).toBe(
    '> id: abc\n> locale: zh-CN\nuser=Ann\nbot=Zhida\nchannelId=webchat\n\nuser: 提5000\n\\bot: ?\n\nbot: \\...\n[Suggestions=a\\|b]\n',
  );
  expect(conversation.messages.map(textOf)).toEqual(['提5000\nbot: ?', '...']);
  expect(conversation.messages.flatMap(commandsOf)).toHaveLength(1);
  expect(JSON.parse(writeTranscript(conversation))).toMatchObject([
    {
      type: 'message',
      from: { name: 'Ann', role: 'user' },
      recipient: { name: 'Zhida', role: 'bot' },
      text: '提5000\nbot: ?',
      locale: 'zh-CN',
    },
    { from: { name: 'Zhida', role: 'bot' }, text: '...', suggestedActions: { actions: [{ title: 'a|b' }] } },
  ]);
});

describe('malformed transcripts', () => {
  const table: readonly (readonly [json: string, line: number, code: string])[] = [
    ['', 1, 'bad-json'],
    ['[\n{"type": }\n]', 2, 'bad-json'],
    ['[\n{\n', 2, 'bad-json'],
    ['{}', 1, 'no-activities'],
    ['[1]', 0, 'bad-activity'],
    ['[{}]', 0, 'bad-activity'],
    ['[{"type": "message", "from": "Ann"}]', 0, 'bad-activity'],
    ['[{"type": "message", "text": 5}]', 0, 'bad-activity'],
    ['[]', 0, 'no-user-message'],
    ['[{"type": "message", "from": {"role": "bot"}, "text": "hi"}]', 0, 'no-user-message'],
  ];
  it.each(table)('%j', (json, line, code) => {
    const read = parseTranscript(json, 'a.transcript');
    expect(read.ok ? [] : read.error.map((problem) => [problem.line, problem.code])).toEqual([[line, code]]);
  });
});
