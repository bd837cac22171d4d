import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiCall, type ApiReply, callOf, type Platform } from './platform.js';

/** A platform's API on a port of this machine. */
export interface Loopback {
  readonly base: string;
  /** Every call, in order. */
  readonly calls: readonly ApiCall[];
  /** Answers the next call so, instead of taking it; `'hang up'` breaks the connection. */
  fail(reply: ApiReply | 'hang up'): void;
  close(): Promise<void>;
}

export async function startLoopback(platform: Platform): Promise<Loopback> {
  const calls: ApiCall[] = [];
  const failures: (ApiReply | 'hang up')[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const request = new Request(`${base}${incoming.url}`, { method: incoming.method ?? 'GET', headers, body: Buffer.concat(chunks) });
    calls.push(await callOf(request.clone(), base));
    const failure = failures.shift();
    if (failure === 'hang up') {
      incoming.socket.destroy();
      return;
    }
    const response = failure ? Response.json(failure.body, { ...failure, headers: failure.headers ?? {} }) : await platform.api(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform.variables(base);
  return {
    base,
    calls,
    fail: (reply) => void failures.push(reply),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
