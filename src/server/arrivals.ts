import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds in which everything is read that has come to this machine. */
const READING = 100;

/** Runs `refuse` unless the request of this socket turns out to have arrived. */
export type UnlessArrived = (socket: Socket, refuse: () => void) => void;

/**
 * Node looks for requests that are late before it reads what waits in the system. A process that stood still (frozen, starved of processor, at
 * its first long work) would refuse requests that came in time; so the verdict waits until they could be read.
 */
export function watchArrivals(server: Server): UnlessArrived {
  const begun = new WeakMap<Socket, number>();
  const inWork = new WeakMap<Socket, IncomingMessage>();
  server.on('request', (request: IncomingMessage, response) => {
    const { socket } = request;
    begun.set(socket, (begun.get(socket) ?? 0) + 1);
    inWork.set(socket, request);
    response.once('close', () => {
      if (inWork.get(socket) === request) inWork.delete(socket);
    });
  });
  return (socket, refuse) => {
    const before = begun.get(socket);
    setTimeout(() => {
      const request = inWork.get(socket);
      const isHere = request ? request.complete : begun.get(socket) !== before;
      if (!isHere) refuse();
    }, READING);
  };
}
