import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandsOf, textOf, turnsOf } from '../../src/transcripts/conversation.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { writeChat } from '../../src/transcripts/write-chat.js';

const FILE = readFileSync(new URL('chatdown/desk.chat', import.meta.url), 'utf8');
const read = parseChat(FILE, 'desk.chat');
const conversation = read.ok ? read.value : expect.fail(JSON.stringify(read.error));

test('a file of the stock tool is read as it means it', () => {
  const { id, names, channelId, messages } = conversation;
  expect({ id, names, channelId }).toEqual({ id: 'desk', names: { user: 'Ann', bot: 'Desk' }, channelId: 'emulator' });
  expect(
    messages.map((message) => [message.name, textOf(message), commandsOf(message).map(({ name, value }) => `${name} ${value}`.trim())]),
  ).toEqual([
    ['Ann', '', ['conversationupdate MembersAdded=Ann']],
    ['Ann', 'hello', []],
    [
      'Desk',
      'Good morning! How can I help?\nSee [the price list](https://desk.example/prices) meanwhile.',
      ['typing', 'delay 3000', 'suggestions Prices|Opening hours'],
    ],
    ['Ben', 'What does it cost?', []],
    [
      'Desk',
      '',
      [
        'attachmentlayout carousel',
        expect.stringMatching(/^herocard title=Prices\s+subtitle=per page\s+buttons=Small\|Large$/),
        'attachment prices.png image/png',
      ],
    ],
    ['Desk', 'Anything else?', []],
    ['Ann', '', ['attachment order.pdf']],
    ['Desk', 'Thank you.', ['endofconversation']],
  ]);
});

test('its turns are the messages that say something, and it is written as it was', () => {
  const { turns } = turnsOf(conversation.messages);
  expect(turns.map(({ user, bot }) => [textOf(user), bot.map(textOf).filter((text) => text !== '')])).toEqual([
    ['hello', ['Good morning! How can I help?\nSee [the price list](https://desk.example/prices) meanwhile.']],
    ['What does it cost?', ['Anything else?']],
  ]);
  expect(writeChat(conversation)).toBe(FILE);
});
