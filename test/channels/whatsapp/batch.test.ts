import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { registerChannels } from '../../../src/channels/host/routes.js';
import { whatsapp } from '../../../src/channels/whatsapp/whatsapp.js';
import { signedByMeta, whatsappBatch, whatsappPlatform } from '../platforms/whatsapp.js';
import { play } from '../played.js';

test('a batch of a megabyte is read message by message, and one that no platform sends is not', async () => {
  const played = play(whatsapp, whatsappPlatform, { script: (text) => ({ text: `答：${text}` }) });
  const app = fastify();
  registerChannels(app, played.host);
  try {
    const message = (index: number) => ({
      from: `861380000000${index}`,
      id: `wamid.${index}`,
      timestamp: '1700000000',
      type: 'text',
      text: { body: `问 ${index}` },
    });
    const bring = (statuses: number) => {
      const more = {
        statuses: Array.from({ length: statuses }, (_, index) => ({ id: `wamid.${'s'.repeat(80)}${index}`, status: 'delivered' })),
      };
      const { headers, body } = signedByMeta(whatsappBatch([message(1), message(2), message(3)], more));
      return app.inject({ method: 'POST', url: '/channels/whatsapp', headers: headers as Record<string, string>, payload: body });
    };
    expect((await bring(10_000)).statusCode).toBe(200);
    expect(played.bot.heard).toEqual(['问 1', '问 2', '问 3']);
    expect((await bring(40_000)).statusCode).toBe(413);
  } finally {
    await app.close();
    await played.stop();
  }
});
