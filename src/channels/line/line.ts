import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { apiBase } from '../outbound/api-base.js';
import type { LineTarget } from './events.js';
import { lineSignature, receiveLine } from './receive.js';
import { LINE, type LinePart, renderLine } from './render.js';
import { sendLine } from './send.js';

const variables = {
  LINE_CHANNEL_SECRET: z.string(),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().regex(/^[\w+/=.-]+$/, 'must be an access token of the channel'),
  LINE_API_BASE: apiBase('https://api.line.me'),
};

type LineSettings = z.infer<z.ZodObject<typeof variables>>;

export function createLine(settings: LineSettings): Channel<LineTarget, LinePart> {
  const { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: token, LINE_API_BASE: base } = settings;
  return {
    id: 'line',
    capabilities: LINE,
    receive: (request) => receiveLine(secret, request),
    render: renderLine,
    send: (target, part, delivery, io) => sendLine({ base, token }, target, part, delivery, io),
    handshake: () => {
      const body = Buffer.from('{"destination":"zhida","events":[]}');
      const headers = { 'content-type': 'application/json', 'x-line-signature': lineSignature(secret, body) };
      return { request: { method: 'POST', headers, query: new URLSearchParams(), body } };
    },
  };
}

export const line = defineChannel({
  id: 'line',
  name: 'LINE',
  variables,
  secrets: { LINE_CHANNEL_SECRET: true, LINE_CHANNEL_ACCESS_TOKEN: true },
  create: createLine,
});
