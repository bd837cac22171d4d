import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { apiBase } from '../outbound/api-base.js';
import type { WhatsAppTarget } from './events.js';
import { receiveWhatsApp } from './receive.js';
import { renderWhatsApp, WHATSAPP, type WhatsAppPart } from './render.js';
import { sendWhatsApp } from './send.js';

const variables = {
  WHATSAPP_APP_SECRET: z.string(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(16, 'must have at least 16 characters; make one with: openssl rand -hex 32'),
  WHATSAPP_ACCESS_TOKEN: z.string().regex(/^[\w|.-]+$/, 'must be an access token of the app'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d{5,20}$/, 'must be the id of the phone number, in digits'),
  /** With the version of the Graph API. */
  WHATSAPP_API_BASE: apiBase('https://graph.facebook.com/v23.0'),
};

type WhatsAppSettings = z.infer<z.ZodObject<typeof variables>>;

export function createWhatsApp(settings: WhatsAppSettings): Channel<WhatsAppTarget, WhatsAppPart> {
  const { WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken, WHATSAPP_PHONE_NUMBER_ID: phoneNumber } = settings;
  const api = { base: settings.WHATSAPP_API_BASE, token: settings.WHATSAPP_ACCESS_TOKEN, phoneNumber };
  return {
    id: 'whatsapp',
    capabilities: WHATSAPP,
    receive: (request) => receiveWhatsApp({ appSecret, verifyToken, phoneNumber }, request),
    render: renderWhatsApp,
    send: (target, part, _delivery, io) => sendWhatsApp(api, target, part, io),
    handshake: () => {
      const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': CHALLENGE });
      return { request: { method: 'GET', headers: {}, query, body: Buffer.alloc(0) }, answer: CHALLENGE };
    },
  };
}

const CHALLENGE = '1158201444';

export const whatsapp = defineChannel({
  id: 'whatsapp',
  name: 'WhatsApp',
  variables,
  secrets: { WHATSAPP_APP_SECRET: true, WHATSAPP_VERIFY_TOKEN: true, WHATSAPP_ACCESS_TOKEN: true },
  create: createWhatsApp,
});
