import fc from 'fast-check';
import { expect, it } from 'vitest';
import { approve } from '../../src/transcripts/approve.js';
import { suggestionsOf } from '../../src/transcripts/commands.js';
import { commandsOf, isAnyText, normalizeText, type Role, textOf } from '../../src/transcripts/conversation.js';
import { formatDiff } from '../../src/transcripts/format-diff.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { replay } from '../../src/transcripts/replay.js';
import { parseTranscript } from '../../src/transcripts/transcript.js';
import { composeChat, writeChat } from '../../src/transcripts/write-chat.js';
import { writeTranscript } from '../../src/transcripts/write-transcript.js';
import { fakeBot, reply } from './fake-bot.js';

// Pieces that mean something to the format, beside ordinary text.
// biome-ignore format: one table
const PIECES = [
  'user:', 'bot:', 'bot：', 'Ann:', 'Ann->Zhida:', 'usr:', 'note:', '>', '> @kind answer', '> id: x', 'user=Ann', '\\', '\\\\',
  '[', ']', '(', '](url)', '[Typing]', '[Delay=', '[Suggestions=a|b]', '[HeroCard', '[HeroCard title=x]', '[HeroCard=', '...',
  ' ', '\n', '\n\n', '\t', '\r\n', '手续费', '5.00', '=', ':', '|',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const spoken = text.filter((each) => normalizeText(each) !== '');
const label = spoken.map((each) => normalizeText(each).replace(/\s+/g, ' '));
const message = fc.record({
  role: fc.constantFrom<Role>('user', 'bot'),
  text: spoken,
  suggestions: fc.array(label, { maxLength: 3 }),
});
const draft = fc.record(
  {
    id: text,
    title: text,
    locale: fc.constantFrom('zh-CN', 'en', '?'),
    user: fc.oneof(fc.constant('Ann'), text),
    bot: fc.oneof(fc.constant('Zhida'), text),
    channelId: text,
    messages: fc
      .array(message, { minLength: 1, maxLength: 5 })
      .map((all) => [{ role: 'user' as const, text: 'hi', suggestions: [] }, ...all]),
  },
  { requiredKeys: ['messages'] },
);
const runs = { numRuns: 2000 };

const said = (messages: readonly { role: Role; text: string; suggestions: readonly string[] }[]) =>
  messages.map(({ role, text: words, suggestions }) => ({ role, text: normalizeText(words), suggestions }));

function read(chat: string) {
  const parsed = parseChat(chat, 'a.chat');
  expect(parsed.ok ? [] : parsed.error).toEqual([]);
  return parsed.ok ? parsed.value : undefined;
}

const heard = (conversation: ReturnType<typeof read>) =>
  conversation?.messages.map((each) => ({
    role: each.role,
    text: textOf(each),
    suggestions: commandsOf(each).flatMap(suggestionsOf),
  }));

it('a draft is read back with its texts and suggestions', () => {
  fc.assert(
    fc.property(draft, (each) => {
      const conversation = read(composeChat(each));
      expect(heard(conversation)).toEqual(said(each.messages));
      expect(conversation?.messages.some(isAnyText)).toBe(false);
    }),
    runs,
  );
});

it('a file that can be read is written as it was', () => {
  let readable = 0;
  const lines = fc.array(fc.oneof(fc.constantFrom('user: a', 'bot: b', '> @kind answer', '', 'user: c', ...PIECES), text), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(lines, (each) => {
      const chat = `user: a\n${each.join('\n')}`;
      const parsed = parseChat(chat, 'a.chat');
      if (!parsed.ok) return;
      readable++;
      expect(writeChat(parsed.value)).toBe(chat.replace(/\r\n?/g, '\n'));
    }),
    runs,
  );
  expect(readable).toBeGreaterThan(100);
});

it('a `.transcript` keeps messages and suggestions', () => {
  fc.assert(
    fc.property(draft, (each) => {
      const json = writeTranscript(read(composeChat(each)) ?? expect.fail());
      const back = parseTranscript(json, 'a.transcript');
      expect(back.ok && heard(back.value)).toEqual(said(each.messages));
      expect(back.ok && writeTranscript(back.value).replace(/"id": ".*"/, '')).toBe(json.replace(/"id": ".*"/, ''));
    }),
    { numRuns: 300, examples: [[{ channelId: '\u2028x', messages: [{ role: 'user', text: 'hi', suggestions: [] }] }]] },
  );
});

it('an approved transcript passes, whatever the bot said and the file had', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom('user: hi', 'bot: b', '', ...PIECES), text), { maxLength: 8 }),
      spoken,
      label,
      async (lines, words, one) => {
        const parsed = parseChat(['user: hi', ...lines].join('\n'), 'a.chat');
        if (!parsed.ok) return;
        const answer = reply(words, { suggestions: [{ label: one, send: one }] });
        const bot = fakeBot(new Proxy({}, { get: () => answer }));
        const { conversation, remaining } = approve(parsed.value, await replay(parsed.value, bot));
        expect(remaining).toEqual([]);
        expect(formatDiff(await replay(conversation, bot))).toBe('');
      },
    ),
    { ...runs, examples: [[['bot:', '[HeroCard [Suggestions=a|b][Suggestions=a|b]user:'], 'user:', '\u0000']] },
  );
});

const json = fc.jsonValue({ maxDepth: 2 });
const activity = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom('message', 'message', 'message', 'typing', 'event', 'conversationUpdate', 'endOfConversation'),
      from: fc.record({ id: text, name: text, role: fc.constantFrom('user', 'bot') }, { requiredKeys: ['id'] }),
      text,
      timestamp: fc.string(),
      attachments: fc.array(json, { maxLength: 2 }),
      suggestedActions: fc.record({ actions: fc.array(fc.record({ title: text, value: json }), { maxLength: 2 }) }),
      channelData: json,
    },
    { requiredKeys: ['type'] },
  ),
);

it('a recording comes back whole from a `.chat` file', () => {
  fc.assert(
    fc.property(fc.array(activity, { maxLength: 6 }), (others) => {
      const recording = [...others, { type: 'message', from: { role: 'user' }, text: ' hi \n' }, ...others];
      const imported = parseTranscript(JSON.stringify(recording), 'a.transcript', { keepAll: true });
      const chat = writeChat(imported.ok ? imported.value : expect.fail(JSON.stringify(imported.error)));
      expect(JSON.parse(writeTranscript(read(chat) ?? expect.fail()))).toEqual(JSON.parse(JSON.stringify(recording)));
    }),
    { numRuns: 1000 },
  );
});

it('an edited text or label wins over the recording', () => {
  const recording = [
    { type: 'message', id: 'x', from: { role: 'user' }, text: 'hi' },
    {
      type: 'message',
      id: 'y',
      from: { role: 'bot' },
      text: 'old',
      speak: 'old',
      suggestedActions: { to: [], actions: [{ title: 'a', value: 1 }] },
    },
  ];
  const imported = parseTranscript(JSON.stringify(recording), 'a.transcript', { keepAll: true });
  const chat = writeChat(imported.ok ? imported.value : expect.fail());
  const back = (edit: (file: string) => string) => JSON.parse(writeTranscript(read(edit(chat)) ?? expect.fail()));
  expect(back((file) => file)).toEqual(recording);
  expect(back((file) => file.replace('bot: old', 'bot: new'))[1]).toMatchObject({
    id: 'y',
    text: 'new',
    suggestedActions: { actions: [{ value: 1 }] },
  });
  expect(back((file) => file.replace('[Suggestions=a]', '[Suggestions=b]'))[1]).toMatchObject({
    text: 'old',
    suggestedActions: { actions: [{ title: 'b' }] },
  });
});
