import { byTelegram, TELEGRAM_SECRET } from '../platforms/telegram.js';
import { commonForgeries, type Forgery, type Genuine, withHeaders } from '../refusals.js';

const HEADER = 'x-telegram-bot-api-secret-token';
const from = { id: 99, is_bot: false, first_name: 'A', language_code: 'zh-hans' };
const direct = { message_id: 5, from, chat: { id: 99, type: 'private' }, date: 1_700_000_000, text: '手续费' };
const body = JSON.stringify({ update_id: 10, message: direct });
const query = (more: object) => ({
  update_id: 11,
  callback_query: { id: 'q1', from, message: { message_id: 7, chat: { id: 99, type: 'private' }, date: 1 }, data: 'x', ...more },
});

/** A direct message. */
export const genuine = (): Genuine => ({
  body,
  sign: (bytes) => byTelegram(bytes),
  signUnset: (bytes) => byTelegram(bytes, ''),
  covers: false,
});

export function forgeries(): readonly Forgery[] {
  const signed = byTelegram(body);
  return [
    ...commonForgeries(genuine()),
    ['no secret', withHeaders(signed, { [HEADER]: undefined })],
    ['an empty secret', byTelegram(body, '')],
    ['another secret', byTelegram(body, 'another')],
    ['the secret in capitals', byTelegram(body, TELEGRAM_SECRET.toUpperCase())],
    ['the beginning of the secret', byTelegram(body, TELEGRAM_SECRET.slice(0, -1))],
    ['the secret and more', byTelegram(body, `${TELEGRAM_SECRET} `)],
    ['the secret twice', withHeaders(signed, { [HEADER]: [TELEGRAM_SECRET, TELEGRAM_SECRET] })],
    ['a GET', { ...signed, method: 'GET' }],
    ['an update without an id', byTelegram({ message: direct })],
    ['an id that is a text', byTelegram({ update_id: '10', message: direct })],
    ['an id that is too large', byTelegram({ update_id: 2 ** 60, message: direct })],
    ['a number beyond all', byTelegram('{"update_id":1e400}')],
    ['a chat of another kind', byTelegram({ update_id: 10, message: { ...direct, chat: { id: 99, type: 'secret' } } })],
    ['a text that is a list', byTelegram({ update_id: 10, message: { ...direct, text: [] } })],
    ['a date before all', byTelegram({ update_id: 10, message: { ...direct, date: -1 } })],
    ['a date after all', byTelegram({ update_id: 10, message: { ...direct, date: 1e15 } })],
    ['data that no button holds', byTelegram(query({ data: 'x'.repeat(65) }))],
  ];
}
