import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Serving } from '../../server/serving.js';
import { APP_ID, ISSUER, openId, SERVICE_URL, type Sealing, teamsMessage, token } from './peer.js';
import { serveMessages } from './serving.js';

const PASSWORD = 'the-password-of-the-app';
const HOUR = 3600;

let connector: Awaited<ReturnType<typeof openId>>;
let server: Serving;
/** What left for anywhere but this machine. */
let sent: { readonly url: string; readonly authorization: string | null; readonly body: string }[];

beforeEach(async () => {
  connector = await openId();
  server = await serveMessages({
    credentials: { appId: APP_ID, password: PASSWORD, tenantId: 'directory' },
    connector: { issuer: ISSUER, metadata: `${connector.url}/metadata` },
  });
  sent = [];
  const { fetch: real } = globalThis;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const request = new Request(input, init);
    if (new URL(request.url).hostname === '127.0.0.1') return real(input, init);
    const body = await request.text();
    sent.push({ url: request.url, authorization: request.headers.get('authorization'), body });
    return Response.json(world(request.url));
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
  await connector.close();
});

/** The directory, which hands out the bot's own token, and the channel, which takes answers. */
function world(url: string): object {
  if (url.includes('/oauth2/v2.0/token')) return { token_type: 'Bearer', expires_in: 3600, access_token: 'token-of-the-bot' };
  if (url.includes('openid-configuration')) {
    const authority = 'https://login.microsoftonline.com/directory';
    return {
      token_endpoint: `${authority}/oauth2/v2.0/token`,
      issuer: `${authority}/v2.0`,
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      jwks_uri: `${authority}/keys`,
    };
  }
  if (url.includes('discovery/instance')) return { tenant_discovery_endpoint: 'https://login.microsoftonline.com/x', metadata: [] };
  return { id: 'sent' };
}

async function post(authorization: string | undefined, activity: object = teamsMessage('hello')) {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, says: text === '' ? '' : (JSON.parse(text).error?.message ?? text) };
}
const postWith = (sealing: Sealing, activity?: object) => post(`Bearer ${token(sealing)}`, activity);

const answers = () => sent.filter(({ url }) => url.startsWith(SERVICE_URL));

test('a genuine message is answered with the token of the bot, at the address of the token', async () => {
  expect(await postWith({})).toEqual({ status: 200, says: '' });
  expect(answers()).toHaveLength(1);
  const [answer] = answers();
  expect(answer?.authorization).toBe('Bearer token-of-the-bot');
  expect(JSON.parse(answer?.body ?? '{}')).toMatchObject({ text: 'echo: hello', channelId: 'msteams', recipient: { id: '29:ann' } });
  const grant = new URLSearchParams(sent.find(({ url }) => url.includes('/oauth2/v2.0/token'))?.body);
  expect(Object.fromEntries(grant)).toMatchObject({ client_id: APP_ID, scope: 'https://api.botframework.com/.default' });
});

const REFUSED: readonly (readonly [name: string, sealing: Sealing, status: number, says: RegExp])[] = [
  ['wrong audience', { claims: { aud: '99999999-2222-3333-4444-555555555555' } }, 401, /another bot/],
  ['several audiences', { claims: { aud: [APP_ID, 'x'] } }, 401, /lacks a claim: aud/],
  ['the framework as audience', { claims: { aud: ISSUER } }, 401, /another bot/],
  ['wrong issuer', { claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } }, 401, /another issuer/],
  ['no issuer', { claims: { iss: undefined } }, 401, /lacks a claim: iss/],
  ['expired', { claims: { exp: Math.floor(Date.now() / 1000) - HOUR } }, 401, /expired/],
  ['no expiry', { claims: { exp: undefined } }, 401, /lacks a claim: exp/],
  ['not yet valid', { claims: { nbf: Math.floor(Date.now() / 1000) + HOUR } }, 401, /not valid yet/],
  ['alg none', { header: { alg: 'none' }, signature: 'none' }, 401, /no JWT signed with RS256/],
  ['RS256 without a signature', { signature: 'none' }, 401, /signature is wrong/],
  ['HS256 with the public key as secret', { header: { alg: 'HS256' }, signature: 'public key as secret' }, 401, /no JWT signed with RS256/],
  ['RS256 said, HS256 with the public key done', { signature: 'public key as secret' }, 401, /signature is wrong/],
  ['signed with another key', { key: 'other', header: { kid: 'good' } }, 401, /signature is wrong/],
  ['a key that is not published', { key: 'other' }, 401, /unknown key/],
  ['a key too short', { header: { kid: 'weak' }, signature: 'weak' }, 401, /unknown key/],
  ['no key named', { header: { kid: undefined } }, 401, /no JWT signed with RS256/],
  ['an extension that must be understood', { header: { crit: ['b64'], b64: false } }, 401, /no JWT signed with RS256/],
  ['no service address', { claims: { serviceurl: undefined } }, 401, /lacks a claim: serviceurl/],
  ['another service address', { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }, 403, /serviceUrl: not the token's/],
  ['a key of another channel', { key: 'webchat' }, 403, /does not speak for msteams/],
  ['a key of no channel', { key: 'bare' }, 403, /does not speak for msteams/],
];
test.each(REFUSED)('refused: %s', async (_, sealing, status, says) => {
  const answer = await postWith(sealing);
  expect(answer.says).toMatch(says);
  expect(answer.status).toBe(status);
  expect(sent).toEqual([]);
});

test.each<readonly [string, string | undefined]>([
  ['no header', undefined],
  ['another scheme', 'Basic emhpZGE6cw=='],
  ['no token', 'Bearer '],
  ['no JWT', 'Bearer abc'],
  ['a long text', `Bearer ${'a.'.repeat(9000)}`],
  ['a fourth part', `Bearer ${token()}.x`],
])('refused: %s', async (_, authorization) => {
  expect((await post(authorization)).status).toBe(authorization && authorization.length > 16_000 ? 431 : 401);
  expect(sent).toEqual([]);
});

test('clocks may differ by some minutes, whichever way', async () => {
  const seconds = Math.floor(Date.now() / 1000);
  expect((await postWith({ claims: { exp: seconds - 200 } })).status).toBe(200);
  expect((await postWith({ claims: { nbf: seconds + 200 } }, teamsMessage('hello', { id: '2' }))).status).toBe(200);
});

test('without a token nothing is read of a body, with one a wrong body is named', async () => {
  expect((await post(undefined, { type: 5 })).status).toBe(401);
  expect(await post(`Bearer ${token()}`, { type: 5 })).toEqual({ status: 400, says: expect.stringMatching(/^type: /) });
});

describe('an address to which the bot would carry its token', () => {
  test.each([
    'https://attacker.example/',
    'https://smba.trafficmanager.net.attacker.example/',
    'https://evilbotframework.com/',
    'https://anyone.blob.core.windows.net/',
    'https://anyone.trafficmanager.net/',
    'http://smba.trafficmanager.net/amer/',
    'https://user:pass@smba.trafficmanager.net/amer/',
    'https://169.254.169.254/latest/',
    'http://127.0.0.1:9/',
    'https://localhost/',
    'file:///etc/passwd',
    'urn:nowhere',
    'nonsense',
  ])('%s is refused, even with a token for it', async (serviceUrl) => {
    const answer = await postWith({ claims: { serviceurl: serviceUrl } }, teamsMessage('hello', { serviceUrl }));
    expect(answer).toEqual({ status: 403, says: expect.stringMatching(/^serviceUrl: not an address that this bot answers to/) });
    expect(sent).toEqual([]);
  });

  test('and none at all', async () => {
    for (const deliveryMode of [undefined, 'expectReplies'])
      expect((await postWith({}, teamsMessage('hello', { serviceUrl: undefined, deliveryMode }))).status).toBe(403);
  });
});

describe('the published keys', () => {
  const fetches = () => connector.requests.map(({ path }) => path);

  test('are fetched once for many, and again when they are old', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => postWith({}, teamsMessage('hello', { id }))));
    expect(fetches()).toEqual(['/metadata', '/keys']);
    server.advance(25 * HOUR);
    const later = Date.now() + 25 * HOUR * 1000;
    expect((await post(`Bearer ${token({}, later)}`)).status).toBe(200);
    expect(fetches()).toHaveLength(4);
  });

  test('a made-up name makes nobody fetch them again and again', async () => {
    for (const kid of ['x', 'y', 'z']) expect((await postWith({ header: { kid } })).status).toBe(401);
    expect(fetches()).toHaveLength(2);
    server.advance(HOUR / 2);
    expect((await post(`Bearer ${token({ header: { kid: 'x' } }, Date.now() + 1800_000)}`)).status).toBe(401);
    expect(fetches()).toHaveLength(4);
  });

  test('a new one is found, one that was withdrawn is not used for longer than a day', async () => {
    connector.without.add('good');
    expect((await postWith({})).status).toBe(401);
    connector.without.delete('good');
    server.advance(600);
    expect((await post(`Bearer ${token({}, Date.now() + 600_000)}`)).status).toBe(200);
    connector.without.add('good');
    server.advance(25 * HOUR);
    expect((await post(`Bearer ${token({}, Date.now() + 25 * HOUR * 1000 + 600_000)}`)).status).toBe(401);
  });

  test('are renewed beside the requests after half a day, and serve on where that fails', async () => {
    await postWith({});
    const later = 13 * HOUR;
    server.advance(later);
    connector.status = 500;
    const post13 = (id: string, minutes: number) =>
      post(`Bearer ${token({}, Date.now() + (later + minutes * 60) * 1000)}`, teamsMessage('hello', { id }));
    expect((await post13('2', 0)).status).toBe(200);
    await vi.waitFor(() => expect(server.errors).toMatchObject([{ message: expect.stringContaining('answered 500') }]));
    connector.status = 200;
    expect((await post13('3', 0)).status).toBe(200);
    expect(fetches()).toHaveLength(3);
    server.advance(600);
    expect((await post13('4', 10)).status).toBe(200);
    await vi.waitFor(() => expect(fetches()).toHaveLength(5));
  });

  test('when they cannot be fetched nobody is believed, and the sender may try again', async () => {
    connector.status = 500;
    expect((await postWith({})).status).toBe(503);
    expect(server.errors).toMatchObject([{ message: expect.stringContaining('/metadata answered 500') }]);
    connector.status = 200;
    expect((await postWith({})).status).toBe(200);
  });
});

test('no secret, no token and no word of the conversation stands in what is logged', async () => {
  const through = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const response = await through(input, init);
    return input.startsWith(SERVICE_URL) ? Response.json({ error: 'no' }, { status: 500 }) : response;
  });
  expect(await postWith({}, teamsMessage('a private question'))).toMatchObject({ status: 502 });
  const logged = inspect(server.errors, { depth: 10, showHidden: true });
  expect(logged).toContain('The channel did not take the answer: 500');
  for (const secret of [PASSWORD, 'token-of-the-bot', 'a private question']) expect(logged).not.toContain(secret);
});
