import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds in which a request that is half here when the server stops may come whole. */
const GRACE = 500;
/** Milliseconds after which nobody is waited for any more: whoever does not read his answer by then. */
const PATIENCE = 7000;
const SWEEP = 100;

/**
 * Lets a server that closes answer every request that it has whole, and wait for nothing else: connections that become idle
 * are ended, and after a moment those whose request is still half sent. Returns what to call when closing begins.
 */
export function stopInOrder({ server }: FastifyInstance): () => void {
  const requests = new Map<Socket, IncomingMessage | undefined>();
  server.on('connection', (socket: Socket) => {
    requests.set(socket, undefined);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', (request: IncomingMessage, response) => {
    requests.set(request.socket, request);
    response.once('close', () => {
      if (requests.get(request.socket) === request) requests.set(request.socket, undefined);
    });
  });
  // A WebSocket is its channel's to end.
  server.prependListener('upgrade', (request: IncomingMessage) => requests.delete(request.socket));

  return () => {
    let waited = 0;
    const sweep = setInterval(() => {
      waited += SWEEP;
      server.closeIdleConnections();
      for (const [socket, request] of requests) if (waited > PATIENCE || (waited > GRACE && !request?.complete)) socket.destroy();
    }, SWEEP);
    server.once('close', () => clearInterval(sweep));
  };
}
