import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiCall, ApiReply, Platform } from './platform.js';

/** A platform's API on a port of this machine. */
export interface StandIn {
  readonly base: string;
  /** Every call, in order. */
  readonly calls: readonly ApiCall[];
  /** Resolves with the calls once there are so many of them. */
  arrived(count: number): Promise<readonly ApiCall[]>;
  /** Answers the next call so, instead of taking it; `'hang up'` breaks the connection. */
  fail(reply: ApiReply | 'hang up'): void;
  close(): Promise<void>;
}

/** Starts a stand-in that refuses what is against the platform's limits with status 400 and the faults. */
export async function startStandIn(platform: Platform): Promise<StandIn> {
  const calls: ApiCall[] = [];
  const failures: (ApiReply | 'hang up')[] = [];
  const waiting: { readonly count: number; readonly resolve: (calls: readonly ApiCall[]) => void }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const call: ApiCall = { method, path: url, headers, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') };
    const failure = failures.shift();
    const faults = platform.faults(call);
    calls.push(call);
    if (failure === 'hang up') request.socket.destroy();
    else {
      const reply = failure ?? (faults.length > 0 ? { status: 400, body: { faults } } : platform.answer(call));
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(JSON.stringify(reply.body));
    }
    for (const one of waiting.filter(({ count }) => calls.length >= count)) one.resolve(calls);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    arrived: (count) => (calls.length >= count ? Promise.resolve(calls) : new Promise((resolve) => waiting.push({ count, resolve }))),
    fail: (reply) => void failures.push(reply),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
