import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const ISSUER = 'https://api.botframework.com';
export const SERVICE_URL = 'https://smba.trafficmanager.net/amer/';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const PAIRS = { good: pair(), other: pair(), webchat: pair(), bare: pair() };
const WEAK = generateKeyPairSync('rsa', { modulusLength: 1024 });

export interface Sealing {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: keyof typeof PAIRS;
  /** Instead of a signature by the key. */
  readonly signature?: 'none' | 'public key as secret' | 'weak';
}

/** A token as the Bot Connector makes them, and what can be wrong with one. */
export function token({ header = {}, claims = {}, key = 'good', signature }: Sealing = {}, now = Date.now()): string {
  const seconds = Math.floor(now / 1000);
  const body = { iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL, nbf: seconds - 10, exp: seconds + 3600, ...claims };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: key, ...header })}.${part(body)}`;
  return `${signed}.${signatureOf(signed, PAIRS[key].privateKey, signature)}`;
}

function signatureOf(signed: string, key: KeyObject, instead: Sealing['signature']): string {
  switch (instead) {
    case 'none':
      return '';
    case 'public key as secret': {
      const secret = PAIRS.good.publicKey.export({ type: 'spki', format: 'pem' });
      return createHmac('sha256', secret).update(signed).digest('base64url');
    }
    default:
      return sign('RSA-SHA256', Buffer.from(signed), instead === 'weak' ? WEAK.privateKey : key).toString('base64url');
  }
}

export interface Stub {
  readonly url: string;
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: Record<string, unknown> }[];
  close(): Promise<void>;
}

/** A server on loopback that answers as it is told and remembers what it was asked. */
export async function stub(
  answer: (path: string, url: string) => { readonly status?: number; readonly headers?: Record<string, string>; readonly json: unknown },
): Promise<Stub> {
  const requests: Stub['requests'] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    requests.push({ path: request.url ?? '', headers: request.headers, body: text.startsWith('{') ? JSON.parse(text) : {} });
    const { status = 200, headers = {}, json } = answer(request.url ?? '', url);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Publishes the keys as the connector does: an OpenID document that leads to a key set. `status` may be changed while it runs. */
export async function openId(): Promise<Stub & { status: number; without: Set<string> }> {
  const jwk = (kid: string, key: KeyObject, endorsements?: readonly string[]) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    use: 'sig',
    ...(endorsements && { endorsements }),
  });
  const state = { status: 200, without: new Set<string>() };
  const published = await stub((path, url) => {
    if (path === '/metadata') return { status: state.status, json: { issuer: ISSUER, jwks_uri: `${url}/keys` } };
    const keys = [
      jwk('good', PAIRS.good.publicKey, ['msteams', 'webchat']),
      jwk('webchat', PAIRS.webchat.publicKey, ['webchat']),
      jwk('bare', PAIRS.bare.publicKey),
      jwk('weak', WEAK.publicKey, ['msteams']),
      { kty: 'EC', kid: 'curve' },
    ].filter(({ kid }) => !state.without.has(kid));
    return { status: state.status, json: { keys } };
  });
  return Object.assign(state, published);
}

/** A message of a person to the bot in Teams. */
export const teamsMessage = (text: string, more: object = {}) => ({
  type: 'message',
  id: '1700000000001',
  timestamp: '2026-01-05T08:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:ann', name: 'Ann', aadObjectId: 'aad-ann' },
  recipient: { id: '28:zhida', name: 'Zhida' },
  conversation: { id: 'a:1qhNLqpUtmuI6U35gzjsJn7uRnCkW8NiZALHfN8AMxdbprS1uta2aT-jyFfIf', conversationType: 'personal', tenantId: 'tenant' },
  channelData: { tenant: { id: 'tenant' } },
  entities: [{ type: 'clientInfo', locale: 'en-US' }],
  locale: 'en-US',
  text,
  ...more,
});
