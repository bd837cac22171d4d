import { describe, expect, test } from 'vitest';
import { createTelegram } from '../../../src/channels/telegram/telegram.js';
import { byTelegram, TELEGRAM_NAME, TELEGRAM_SECRET } from '../platforms/telegram.js';
import { describeRefusals } from '../refusals.js';
import { genuine } from './forgeries.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const settings = {
  TELEGRAM_BOT_TOKEN: '4242:AAExampleOfATokenOfABotFather',
  TELEGRAM_SECRET_TOKEN: TELEGRAM_SECRET,
  TELEGRAM_BOT_USERNAME: TELEGRAM_NAME,
  TELEGRAM_API_BASE: 'https://api.telegram.org',
};
const channel = createTelegram(settings);

const from = { id: 99, is_bot: false, first_name: 'A', language_code: 'zh-hans' };
const bot = { id: 4242, is_bot: true, first_name: 'Zhida', username: TELEGRAM_NAME };
const group = { id: -1001, type: 'supergroup', title: 'G' };
const direct = { message_id: 5, from, chat: { id: 99, type: 'private' }, date: 1_700_000_000, text: '手续费' };
const inGroup = { ...direct, chat: group };
const receive = (message: object) => channel.receive(byTelegram({ update_id: 10, message }), NOW);
const query = (more: object, message: object = { message_id: 7, chat: group, date: 1 }) => ({
  update_id: 11,
  callback_query: { id: 'q1', from, message, chat_instance: '1', data: '提现限额是多少', ...more },
});

describe('Telegram says', () => {
  test.each([
    [
      'a direct message',
      direct,
      { id: '10', conversation: '99', text: '手续费', addressed: true, target: { chat: 99 }, from: '99', locale: 'zh-hans' },
    ],
    ['a command', { ...direct, text: '/fee 5000' }, { text: 'fee 5000', addressed: true }],
    ['a picture', { ...direct, text: undefined, photo: [{}] }, { text: undefined, addressed: true }],
    [
      'a mention in a group',
      { ...inGroup, text: `@${TELEGRAM_NAME} 手续费`, entities: [{ type: 'mention', offset: 0, length: 10 }] },
      { conversation: '-1001:99', text: '手续费', addressed: true, target: { chat: -1001, replyTo: 5 } },
    ],
    [
      'a mention after an emoji, in other letters',
      { ...inGroup, text: '😀 @Zhida_Bot fee', entities: [{ type: 'mention', offset: 3, length: 10 }] },
      { text: '😀  fee', addressed: true },
    ],
    [
      'a command for the bot in a group',
      { ...inGroup, text: `/fee@${TELEGRAM_NAME} 5000`, entities: [{ type: 'bot_command', offset: 0, length: 14 }] },
      { text: 'fee 5000', addressed: true },
    ],
    [
      'a mention by id',
      { ...inGroup, text: 'Zhida fee', entities: [{ type: 'text_mention', offset: 0, length: 5, user: bot }] },
      { text: 'fee', addressed: true },
    ],
    ['a reply to the bot in a group', { ...inGroup, reply_to_message: { message_id: 1, from: bot } }, { text: '手续费', addressed: true }],
    [
      'a message in a topic',
      { ...inGroup, message_thread_id: 3, is_topic_message: true },
      { addressed: false, target: { chat: -1001, topic: 3, replyTo: 5 } },
    ],
    ['talk in a group', inGroup, { text: '手续费', addressed: false }],
    ['a reply to somebody else', { ...inGroup, reply_to_message: { message_id: 1, from } }, { addressed: false }],
    [
      'a mention of another bot',
      { ...inGroup, text: '@other_zhida_bot fee', entities: [{ type: 'mention', offset: 0, length: 16 }] },
      { addressed: false },
    ],
    [
      'a name that is no mention',
      { ...inGroup, text: `mail me@${TELEGRAM_NAME}`, entities: [{ type: 'email', offset: 5, length: 12 }] },
      { addressed: false },
    ],
  ])('%s', (_, message, expected) => {
    expect(receive(message)).toMatchObject({ kind: 'events', events: [{ kind: 'message', ...expected }] });
  });

  test('that somebody starts', () => {
    expect(receive({ ...direct, text: '/start abc' })).toMatchObject({ kind: 'events', events: [{ kind: 'greet', conversation: '99' }] });
  });

  test.each([
    ['another bot', { update_id: 1, message: { ...direct, from: { ...from, is_bot: true } } }],
    ['nobody', { update_id: 1, message: { ...direct, from: undefined } }],
    ['an edit', { update_id: 1, edited_message: direct }],
    ['a post of a channel', { update_id: 1, channel_post: { ...direct, chat: { id: -5, type: 'channel' } } }],
    ['a message in a channel', { update_id: 1, message: { ...direct, chat: { id: -5, type: 'channel' } } }],
    ['a joining', { update_id: 1, message: { ...inGroup, text: undefined, new_chat_members: [bot] } }],
    ['a change of membership', { update_id: 1, my_chat_member: {} }],
    ['a reaction', { update_id: 1, message_reaction: {} }],
  ])('%s: nothing follows', (_, update) => {
    expect(channel.receive(byTelegram(update), NOW)).toEqual({ kind: 'respond', response: { status: 200, body: '' } });
  });

  test('a tap, which is answered in the same exchange', () => {
    expect(channel.receive(byTelegram(query({})), NOW)).toMatchObject({
      kind: 'events',
      events: [{ kind: 'message', id: '11', conversation: '-1001:99', text: '提现限额是多少', addressed: true, target: { chat: -1001 } }],
      acknowledge: { status: 200, body: '{"method":"answerCallbackQuery","callback_query_id":"q1"}' },
    });
  });

  test('a tap on a button whose text is too long for it: its label', () => {
    const reply_markup = { inline_keyboard: [[{ text: 'other', callback_data: '#0' }], [{ text: 'the label', callback_data: '#1' }]] };
    const message = { message_id: 7, chat: group, date: 1, reply_markup };
    expect(channel.receive(byTelegram(query({ data: '#1' }, message)), NOW)).toMatchObject({ events: [{ text: 'the label' }] });
  });

  test.each([
    ['a tap on an old message, whose buttons are gone', query({ data: '#1' })],
    ['a tap below an inline message', query({ message: undefined })],
    ['a tap without data', query({ data: undefined })],
  ])('%s: the button stops waiting, nothing else follows', (_, update) => {
    expect(channel.receive(byTelegram(update), NOW)).toMatchObject({
      kind: 'respond',
      response: { body: expect.stringContaining('answerCallbackQuery') },
    });
  });

  test('nothing to be greeted with: an update without content is taken', () => {
    expect(channel.receive(channel.handshake(NOW).request, NOW).kind).toBe('respond');
  });
});

describeRefusals(channel, createTelegram({ ...settings, TELEGRAM_SECRET_TOKEN: '' }), NOW, genuine());
