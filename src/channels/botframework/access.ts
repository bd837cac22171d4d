import type { IncomingMessage } from 'node:http';
import { type Activity, expectsReplies } from './activity.js';
import type { Identity } from './token.js';

/** Where the connector's channels take answers, subdomains included. Hosts on which anyone can rent a name are not among them. */
export const CONNECTOR_HOSTS: readonly string[] = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com'];
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Why this activity is not the sender's to send; `undefined` when it is. */
export function trespass(activity: Activity, identity: Identity | undefined): string | undefined {
  const { channelId, serviceUrl } = activity;
  if (serviceUrl === undefined) {
    return identity === undefined && expectsReplies(activity) ? undefined : 'serviceUrl: there is nowhere to send the answer';
  }
  if (!isAllowed(serviceUrl, identity)) return 'serviceUrl: not an address that this bot answers to';
  if (identity === undefined) return undefined;
  if (!sameAddress(serviceUrl, identity.serviceUrl)) return "serviceUrl: not the token's";
  // A channel may have parts of its own: `msteams:copilot`.
  const [channel = ''] = channelId.split(':');
  return identity.endorsements.includes(channel) ? undefined : `channelId: the token's key does not speak for ${channel}`;
}

/** The bot's credentials go along with an answer: only to hosts on the list, and never in the clear but to this machine. */
function isAllowed(serviceUrl: string, identity: Identity | undefined): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (identity === undefined) return ['http:', 'https:'].includes(protocol) && LOOPBACK_HOSTS.includes(hostname);
  return protocol === 'https:' && CONNECTOR_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

const sameAddress = (a: string, b: string): boolean => URL.canParse(b) && bare(a) === bare(b);
const bare = (url: string): string => new URL(url).href.replace(/\/+$/, '');

/** What browsers and proxies add. */
const FROM_ELSEWHERE: readonly string[] = ['origin', 'sec-fetch-site', 'forwarded', 'x-forwarded-for', 'via'];

/**
 * Whether a request comes from a program on this machine: not from another one, not by a name that leads here from elsewhere, and
 * not from a web page, which always says so.
 */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (from !== '::1' && !from.startsWith('127.')) return false;
  if (FROM_ELSEWHERE.some((name) => headers[name] !== undefined)) return false;
  const url = `http://${headers.host}`;
  return URL.canParse(url) && LOOPBACK_HOSTS.includes(new URL(url).hostname);
}
