import { header, type RawRequest, type Received } from '../channel.js';
import { equalSecrets } from '../constant-time.js';
import { events, forged, ignored, jsonResponse, malformed } from '../inbound/answers.js';
import { readJsonObject } from '../inbound/json-object.js';
import { eventOf, type TelegramBot, type TelegramTarget, Update } from './events.js';

export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Telegram signs nothing; it gives back the secret that `setWebhook` was called with. */
export function receiveTelegram(secret: string, bot: TelegramBot, request: RawRequest): Received<TelegramTarget> {
  if (request.method !== 'POST') return malformed('not a POST');
  if (secret === '') return forged('no secret token is set');
  if (!equalSecrets(header(request, SECRET_HEADER) ?? '', secret)) return forged('wrong secret token');
  const parsed = Update.safeParse(readJsonObject(request.body));
  if (!parsed.success) return malformed('not an update of Telegram');
  const query = parsed.data.callback_query;
  const event = eventOf(parsed.data, bot);
  // The answer to a tap carries the call that ends the button's waiting.
  const acknowledge = query && jsonResponse({ method: 'answerCallbackQuery', callback_query_id: query.id });
  if (!event) return acknowledge ? events([], acknowledge) : ignored;
  return events([event], acknowledge);
}
