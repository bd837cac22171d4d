import { Bot, type Context, GrammyError, webhookCallback } from 'grammy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel, RawRequest } from '../../../src/channels/channel.js';
import { ANSWERS } from '../answers.js';
import { configured, worldAt } from '../platforms/configured.js';
import { type Loopback, startLoopback } from '../platforms/loopback.js';
import { TELEGRAM_SECRET, TELEGRAM_TOKEN, telegramPlatform } from '../platforms/telegram.js';

// Telegram as it is played here, with grammY on the other side: it understands the updates, and what it sends arrives as what we send.

const NOW = new Date('2026-03-01T09:00:00Z');
const CHAT = 1;
const platform = telegramPlatform();
let api: Loopback;
let channel: Channel;

beforeAll(async () => {
  api = await startLoopback(platform);
  channel = configured(platform, api.base);
});
afterAll(() => api.close());

const botWith = (token: string): Bot =>
  new Bot(token, { client: { apiRoot: api.base, canUseWebhookReply: (method) => method === 'answerCallbackQuery' } });

/** What a bot of grammY makes of a request of ours. */
async function heardBy(request: RawRequest, listen: (bot: Bot) => void): Promise<Response> {
  const bot = botWith(TELEGRAM_TOKEN);
  listen(bot);
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const handle = webhookCallback(bot, 'std/http', { secretToken: TELEGRAM_SECRET });
  return handle(new Request('https://bot.example.org/', { method: request.method, headers, body: request.body }));
}

const eventOf = (request: RawRequest) => {
  const received = channel.receive(request, NOW);
  const [event] = received.kind === 'events' ? received.events : [];
  return event?.kind === 'message' ? event : expect.fail(JSON.stringify(received));
};

describe('grammY', () => {
  test.each([
    ['directly', undefined],
    ['in a group', { id: 'G7', mentions: true }],
  ])('hears what we hear: a message, %s', async (_, group) => {
    const request = platform.says({ id: '12', from: 'user-1', text: '手续费 & <多少>', ...(group && { group }) }, NOW);
    const event = eventOf(request);
    const heard: Context[] = [];
    const response = await heardBy(request, (bot) => bot.on('message:text', (context) => void heard.push(context)));
    expect(response.status).toBe(200);
    const [context] = heard;
    expect(context?.update.update_id).toBe(Number(event.id));
    expect(context?.msg?.text?.replace(/^@zhida_bot /, '')).toBe(event.text);
    expect(context?.chatId).toBe((event.target as { chat: number }).chat);
    expect(context?.entities('mention').map(({ text }) => text)).toEqual(group ? ['@zhida_bot'] : []);
  });

  test('refuses what we refuse: a secret of somebody else', async () => {
    const request = platform.says({ id: '12', from: 'user-1', text: '你好' }, NOW);
    const forged = { ...request, headers: { ...request.headers, 'x-telegram-bot-api-secret-token': 'another' } };
    expect((await heardBy(forged, () => {})).status).toBe(401);
    expect(channel.receive(forged, NOW)).toMatchObject({ kind: 'reject', status: 401 });
  });

  test.each(ANSWERS)('sends what arrives as ours does, to the byte: $name', async ({ shown }) => {
    for (const part of channel.render(shown)) {
      const before = platform.seen.length;
      expect(await channel.send?.({ chat: CHAT, replyTo: 5 }, part, 'd', worldAt(NOW))).toEqual({ kind: 'sent' });
      const ours = api.calls.at(-1);
      const { html, buttons } = part as { html: string; buttons?: { text: string; callback_data: string }[] };
      const message = await botWith(TELEGRAM_TOKEN).api.sendMessage(CHAT, html, {
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
        reply_parameters: { message_id: 5, allow_sending_without_reply: true },
        ...(buttons && { reply_markup: { inline_keyboard: buttons.map((button) => [button]) } }),
      });
      expect(api.calls.at(-1)).toMatchObject({ path: ours?.path, method: ours?.method, body: ours?.body });
      expect(platform.seen.at(-1)).toEqual(platform.seen.at(before));
      expect(message).toMatchObject({ message_id: expect.any(Number), chat: { id: CHAT, type: 'private' } });
    }
  });

  test('is tapped as we are, and ends the button’s waiting with the same words', async () => {
    const tapped = ANSWERS.map(({ shown }) => channel.render(shown).at(-1)).find((part) => part && 'buttons' in (part as object));
    await channel.send?.({ chat: CHAT }, tapped, 'd', worldAt(NOW));
    const last = api.calls.at(-1) ?? expect.fail('nothing was sent');
    const request = platform.taps(last, 0, 'user-1', '13', NOW);
    const heard: (string | undefined)[] = [];
    const response = await heardBy(request, (bot) =>
      bot.on('callback_query:data', async (context) => {
        heard.push(context.callbackQuery.data);
        await context.answerCallbackQuery();
      }),
    );
    expect(heard).toEqual([eventOf(request).text]);
    const received = channel.receive(request, NOW);
    const ours = received.kind === 'events' ? received.acknowledge.body : '';
    expect(JSON.parse(ours)).toEqual(await response.json());
  });

  test('is refused and told to wait as ours is', async () => {
    const send = (text: string) =>
      botWith(TELEGRAM_TOKEN).api.sendMessage(CHAT, text, { parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
    await expect(send('<i>x')).rejects.toMatchObject({ error_code: 400, description: expect.stringMatching(/^Bad Request/) });
    expect(await channel.send?.({ chat: CHAT }, { html: '<i>x' }, 'd', worldAt(NOW))).toMatchObject({ kind: 'refused' });
    const tooFast = {
      status: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests: retry after 14', parameters: { retry_after: 14 } },
    };
    api.fail(tooFast);
    const failure = await send('x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GrammyError);
    expect(failure).toMatchObject({ error_code: 429, parameters: { retry_after: 14 } });
    api.fail(tooFast);
    expect(await channel.send?.({ chat: CHAT }, { html: 'x' }, 'd', worldAt(NOW))).toMatchObject({ kind: 'retry', afterSeconds: 14 });
    await expect(botWith('4242:AnotherTokenOfAnotherBotOfBotFather').api.getMe()).rejects.toMatchObject({ error_code: 404 });
  });
});
