import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Channel } from '../channel.js';
import type { ChannelHost } from './host.js';

/** The largest request, unless the platform says otherwise. */
const LARGEST = 256 * 1024;

/** `/channels/ID` of every configured channel. Bodies stay the bytes that were signed. */
export function registerChannels(app: FastifyInstance, host: ChannelHost): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const channel of host.channels) {
      const { largestRequest = LARGEST } = channel.capabilities;
      scope.route({
        method: ['GET', 'POST'],
        url: `/channels/${channel.id}`,
        exposeHeadRoute: false,
        bodyLimit: largestRequest,
        config: { isPlatform: true },
        handler: (request, reply) => exchange(host, channel, request, reply),
      });
    }
  });
}

async function exchange(host: ChannelHost, channel: Channel, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { raw } = reply;
  const { response, sent } = await host.exchange(
    channel,
    {
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: request.headers,
      query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    },
    { isOpen: () => !raw.destroyed && !request.raw.socket.destroyed },
  );
  if (sent) raw.once('close', () => sent(raw.writableFinished));
  return reply
    .code(response.status)
    .type(response.type ?? 'text/plain; charset=utf-8')
    .send(response.body);
}
