import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot/bot.js';
import type { ConversationId, Incoming, Store } from '../../../src/bot/ports.js';
import { createHandler } from '../../../src/channels/botframework/handler.js';
import { ADAPTIVE_CARD_TYPE } from '../../../src/rendering/adaptive-card.js';
import type { Reply } from '../../../src/rendering/reply.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { createFakeBot } from '../fake-bot.js';
import { FRAMEWORKS, type Framework } from './frameworks.js';
import { teamsMessage } from './peer.js';

const clock = { now: () => new Date('2026-01-05T08:00:00.000Z') };
const PERSONAL = 'botframework:msteams:a%3A1qhNLqpUtmuI6U35gzjsJn7uRnCkW8NiZALHfN8AMxdbprS1uta2aT-jyFfIf';

let store: Store;
let bot: Bot;
/** What the bot was asked. */
let asked: Incoming[];
beforeEach(() => {
  store = createMemoryStore();
  const fake = createFakeBot(clock, store);
  asked = [];
  bot = {
    ...fake,
    turn: (incoming) => {
      asked.push(incoming);
      return fake.turn(incoming);
    },
  };
});

const welcome = (language: string): Reply => ({
  conversation: 'welcome',
  kind: 'answer',
  language: language === 'en' ? 'en' : 'zh',
  intents: [],
  slots: {},
  text: `welcome in ${language}`,
  blocks: [],
  figures: [],
  sources: [],
  conflicts: [],
  suggestions: [{ label: 'What does it cost?', send: 'fee' }],
});

describe.each(FRAMEWORKS)('under %s', (_, around) => {
  let framework: Framework;
  beforeEach(() => {
    framework = around(createHandler({ bot, ids: { next: randomUUID }, welcome }));
  });
  const texts = async (activity: object) => (await framework.receive(activity)).map(({ text }) => text);

  test('a message is a turn of the conversation, answered to its sender', async () => {
    const [reply, ...more] = await framework.receive(teamsMessage('hello'));
    expect(more).toEqual([]);
    expect(asked.at(-1)).toMatchObject({ conversation: PERSONAL, key: '1700000000001', text: 'hello', from: '29:ann', locale: 'en-US' });
    expect(reply).toMatchObject({
      type: 'message',
      text: 'echo: hello',
      textFormat: 'plain',
      locale: 'en',
      inputHint: 'acceptingInput',
      replyToId: '1700000000001',
      channelId: 'msteams',
      from: { id: '28:zhida' },
      recipient: { id: '29:ann' },
    });
    // Teams would read it as a message of its own.
    expect(reply?.['channelData']).toBeUndefined();
  });

  test('a calculation is whole in the text and a card, with what can be asked next', async () => {
    const [reply = {}] = await framework.receive(teamsMessage('fee'));
    const attachments = reply['attachments'] as { contentType: string; content: { version: string; fallbackText: string } }[];
    expect(attachments.map(({ contentType, content: { version } }) => [contentType, version])).toEqual([[ADAPTIVE_CARD_TYPE, '1.3']]);
    expect(reply['text']).toContain('Fee: 4.00 CNY');
    expect(attachments[0]?.content.fallbackText).toBe(reply['text']);
    expect(reply['suggestedActions']).toEqual({
      to: [],
      actions: [
        { type: 'imBack', title: 'How long does it take?', value: 'How long does it take?' },
        { type: 'imBack', title: 'Compare all methods', value: 'which methods are there' },
      ],
    });
    const [onSlack = {}] = await framework.receive(teamsMessage('fee', { channelId: 'slack' }));
    expect(onSlack['attachments']).toBeUndefined();
    expect(onSlack['text']).toBe(reply['text']);
  });

  test('a question of the bot shows its options', async () => {
    const [reply = {}] = await framework.receive(teamsMessage('which'));
    expect(reply).toMatchObject({
      inputHint: 'expectingInput',
      suggestedActions: { to: [], actions: [{ title: 'WeChat balance', value: 'WeChat balance fee' }, { title: 'MYbank' }] },
    });
  });

  test('a button of a card is as good as its text', async () => {
    const tapped = teamsMessage('', { text: undefined, value: { say: 'hello', msteams: {} } });
    expect(await texts(tapped)).toEqual(['echo: hello']);
  });

  test('programs get the typed reply along', async () => {
    for (const more of [{ channelId: 'webchat' }, { deliveryMode: 'expectReplies', id: 'other' }])
      expect(await framework.receive(teamsMessage('hello', more))).toMatchObject([
        { text: 'echo: hello', channelData: { zhida: { kind: 'answer', text: 'echo: hello' } } },
      ]);
  });

  test('what cannot be read is said so', async () => {
    expect(await texts(teamsMessage('  '))).toEqual(['I can only read text. Please type your question.']);
    expect(await texts(teamsMessage('', { text: undefined, locale: 'zh-CN', attachments: [{ contentType: 'image/png' }] }))).toEqual([
      '我只看得懂文字，请把问题打出来。',
    ]);
    expect(await texts(teamsMessage('x'.repeat(3000)))).toEqual([expect.stringContaining('2000')]);
  });

  describe('a message that comes again', () => {
    test('is not answered again', async () => {
      expect(await texts(teamsMessage('hello'))).toEqual(['echo: hello']);
      expect(await texts(teamsMessage('hello'))).toEqual([]);
      expect(await store.history(PERSONAL as ConversationId, 0, 10)).toHaveLength(1);
    });

    test('is answered when its answer did not arrive, from what is stored', async () => {
      framework.fail(1);
      await expect(framework.receive(teamsMessage('hello'))).rejects.toThrow('the channel is away');
      expect(await texts(teamsMessage('hello'))).toEqual(['echo: hello']);
      expect(await texts(teamsMessage('hello'))).toEqual([]);
      expect(await store.history(PERSONAL as ConversationId, 0, 10)).toHaveLength(1);
    });

    test('gets the same answer where that is the answer to the request', async () => {
      const asking = teamsMessage('hello', { deliveryMode: 'expectReplies' });
      expect(await framework.receive(asking)).toEqual(await framework.receive(asking));
    });

    test('with another text is refused', async () => {
      await framework.receive(teamsMessage('hello'));
      await expect(framework.receive(teamsMessage('something else'))).rejects.toThrow('already sent under this id');
    });
  });

  describe('in a group', () => {
    const group = { id: '19:channel@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true };
    const call = { type: 'mention', text: '<at>Zhida</at>', mentioned: { id: '28:zhida', name: 'Zhida' } };
    const other = { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo', name: 'Bo' } };
    const said = (text: string, entities: object[], more: object = {}) => teamsMessage(text, { conversation: group, entities, ...more });

    test.each<readonly [string, string, object[], string | undefined]>([
      ['called', '<at>Zhida</at> hello', [call], 'hello'],
      ['called in the middle', 'hello <at>Zhida</at> you', [call], 'hello   you'],
      ['called by a web client', '<at>Zhida</at>&nbsp;hello', [call], 'hello'],
      ['called beside another', '<at>Zhida</at> ask <at>Bo</at>', [call, other], 'ask Bo'],
      ['another is called', '<at>Bo</at> hello', [other], undefined],
      ['nobody is called', 'hello Zhida', [], undefined],
    ])('%s: %s', async (_name, text, entities, heard) => {
      expect(await texts(said(text, entities))).toEqual(heard === undefined ? [] : [`echo: ${heard}`]);
      expect(asked.at(-1)?.text).toBe(heard);
    });

    test('each person has a thread of his own', async () => {
      await framework.receive(said('<at>Zhida</at> hello', [call]));
      await framework.receive(said('<at>Zhida</at> hello', [call], { id: '2', from: { id: '29:bo', name: 'Bo' } }));
      const thread = 'botframework:msteams:19%3Achannel%40thread.tacv2%3Bmessageid%3D17';
      expect(new Set(asked.map(({ conversation }) => conversation))).toEqual(new Set([`${thread}:29%3Aann`, `${thread}:29%3Abo`]));
    });
  });

  describe('who is new is greeted', () => {
    const update = (more: object) => teamsMessage('', { type: 'conversationUpdate', text: undefined, ...more });
    const ann = { membersAdded: [{ id: '29:ann' }] };
    const zhida = { membersAdded: [{ id: '28:zhida' }] };

    test('once, in his language', async () => {
      expect(await framework.receive(update({ ...ann, locale: 'zh-Hans' }))).toMatchObject([
        { text: 'welcome in zh', suggestedActions: { to: [], actions: [{ title: 'What does it cost?', value: 'fee' }] } },
      ]);
      expect(await texts(update(ann))).toEqual([]);
      expect(await texts(teamsMessage('', { type: 'installationUpdate', action: 'add' }))).toEqual([]);
    });

    test('also by an installation, and not by the arrival of the bot itself', async () => {
      expect(await texts(update(zhida))).toEqual([]);
      expect(await texts(teamsMessage('', { type: 'installationUpdate', action: 'remove' }))).toEqual([]);
      expect(await texts(teamsMessage('', { type: 'installationUpdate', action: 'add' }))).toEqual(['welcome in en']);
    });

    test('not after the conversation has begun', async () => {
      await framework.receive(teamsMessage('hello'));
      expect(await texts(update(ann))).toEqual([]);
    });

    test('a group when the bot comes, and not for each of its members', async () => {
      const conversation = { id: '19:group', conversationType: 'groupChat' };
      expect(await texts(update({ ...ann, conversation }))).toEqual([]);
      expect(await texts(update({ ...zhida, conversation }))).toEqual(['welcome in en']);
    });

    test('again when the greeting did not arrive', async () => {
      framework.fail(1);
      await expect(framework.receive(update(ann))).rejects.toThrow('the channel is away');
      expect(await texts(update(ann))).toEqual(['welcome in en']);
    });
  });

  test.each([
    { type: 'typing' },
    { type: 'messageUpdate' },
    { type: 'messageDelete' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'endOfConversation' },
    { type: 'event', name: 'webchat/join' },
    { type: 'invoke', name: 'adaptiveCard/action' },
    { type: 'trace' },
    { type: 'something/else' },
    { type: 'conversationUpdate', membersRemoved: [{ id: '29:ann' }] },
    { from: { id: '28:zhida', name: 'Zhida' } },
    { from: { id: '28:else', name: 'Zhida', role: 'bot' } },
  ])('%j is left alone', async (more) => {
    // TestAdapter says of everything that a bot sends that a user did.
    if (around === FRAMEWORKS[1]?.[1] && more.from?.role === 'bot') return;
    expect(await framework.receive(teamsMessage('hello', more))).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test('an activity that is none is a mistake of whoever calls', async () => {
  const handler = createHandler({ bot, ids: { next: randomUUID } });
  const context = { activity: { type: 'message' }, sendActivities: async () => [] };
  await expect(handler(context)).rejects.toThrow(/no activity that can be answered: channelId/);
});

test('cards link to the sources where an address is known', async () => {
  const linkTo = ({ section }: { readonly section: string }) => `https://bot.example/knowledge#${section}`;
  const handler = createHandler({ bot, ids: { next: randomUUID }, linkTo });
  const sent: object[] = [];
  await handler({ activity: teamsMessage('fee'), sendActivities: async (activities: object[]) => sent.push(...activities) });
  expect(sent).toMatchObject([
    {
      attachments: [
        {
          content: {
            actions: [
              { type: 'Action.OpenUrl', url: 'https://bot.example/knowledge#fees' },
              { type: 'Action.OpenUrl', url: 'https://bot.example/knowledge#limits' },
            ],
          },
        },
      ],
    },
  ]);
});

test('a message that comes twice at the same time is answered once', async () => {
  const handler = createHandler({ bot, ids: { next: randomUUID } });
  const sent: object[] = [];
  const sendActivities = async (activities: object[]) => sent.push(...activities);
  await Promise.all([1, 2, 3].map(() => handler({ activity: teamsMessage('hello'), sendActivities })));
  expect(sent).toMatchObject([{ text: 'echo: hello' }]);
});

test('who waits is told that the bot is at work', async () => {
  const sent: object[] = [];
  let finish = (): void => {};
  const slow: Bot = { ...bot, turn: (incoming) => new Promise<void>((resolve) => (finish = resolve)).then(() => bot.turn(incoming)) };
  const handler = createHandler({ bot: slow, ids: { next: randomUUID } });
  const told = new Promise<void>((resolve) => {
    const context = {
      activity: teamsMessage('hello'),
      sendActivities: async (activities: object[]) => {
        sent.push(...activities);
        resolve();
      },
    };
    void handler(context);
  });
  await told;
  expect(sent).toEqual([{ type: 'typing' }]);
  finish();
});
