// Direct Line from the page's side: one session, a WebSocket while it lasts, polling when it does not.
import { rememberedSession, rememberSession } from './memory.js';

/**
 * @typedef {{
 *   id: string, type: string, timestamp?: string, text?: string, locale?: string,
 *   from?: { id?: string, role?: string }, replyToId?: string,
 *   channelData?: { clientActivityID?: string, zhida?: import('./blocks.js').Reply },
 * }} Activity
 * @typedef {{
 *   activity(activity: Activity): void,
 *   restored(): void,
 *   state(state: 'online' | 'offline' | 'unavailable'): void,
 *   ended(): void,
 * }} Listener
 */

/** A refusal of the server, in its own words. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const POLL_EVERY = 2000;
const RECONNECT_AFTER = [1000, 3000, 5000, 10_000, 20_000];

/** @param {Listener} listener */
export function createConnection(listener) {
  let session = rememberedSession();
  let watermark = '';
  let failures = 0;
  /** @type {WebSocket | undefined} */
  let socket;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pollTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let connectTimer;
  /** @type {Promise<void> | undefined} */
  let renewing;

  /** Gets a token: for the conversation we had, or for a new one. */
  function renew() {
    renewing ??= request('/v1/session', { resume: session?.resume })
      .then((next) => {
        const before = session?.conversationId;
        session = { conversationId: next.conversationId, token: next.token, resume: next.resume };
        rememberSession(session);
        if (before !== undefined && before !== session.conversationId) {
          watermark = '';
          // The socket is the old conversation's; its end brings the next one.
          socket?.close();
          listener.ended();
        }
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  }

  /**
   * One request, JSON both ways. Throws `Refused`, or what fetch throws when there is no connection.
   * @param {string} path
   * @param {object} [body]
   * @param {string} [token]
   * @returns {Promise<any>}
   */
  async function request(path, body, token) {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      cache: 'no-store',
      signal: AbortSignal.timeout(15_000),
      headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    throw new Refused(response.status, answer.error?.code ?? '', answer.error?.message ?? response.statusText);
  }

  /**
   * A request within the conversation; a token that ran out is renewed once. That may lead to a new conversation,
   * where the old one's watermark means nothing: so the path is made anew.
   * @param {() => string} rest
   * @param {object} [body]
   */
  async function call(rest, body) {
    if (!session) await renew();
    const path = () => `/v3/directline/conversations/${encodeURIComponent(session?.conversationId ?? '')}${rest()}`;
    try {
      return await request(path(), body, session?.token);
    } catch (error) {
      if (!(error instanceof Refused) || ![401, 403, 404].includes(error.status)) throw error;
      await renew();
      return request(path(), body, session?.token);
    }
  }

  /** @param {{ activities?: Activity[], watermark?: string }} set */
  function take(set) {
    for (const activity of set.activities ?? []) listener.activity(activity);
    if (set.watermark) watermark = set.watermark;
  }

  /** Fetches everything after the watermark; what comes later has been said while the page was open. */
  async function catchUp() {
    for (;;) {
      const set = await call(() => `/activities?watermark=${encodeURIComponent(watermark)}`);
      take(set);
      if (set.activities.length === 0) break;
    }
    listener.restored();
  }

  async function poll() {
    clearTimeout(pollTimer);
    if (socket?.readyState === WebSocket.OPEN) return;
    try {
      await catchUp();
      listener.state('online');
    } catch {
      listener.state('unavailable');
    }
    pollTimer = setTimeout(poll, POLL_EVERY);
  }

  async function connect() {
    clearTimeout(connectTimer);
    try {
      await catchUp();
      const { streamUrl } = await call(() => `?watermark=${encodeURIComponent(watermark)}`);
      listen(new WebSocket(streamUrl));
    } catch {
      reconnectLater();
    }
  }

  /** @param {WebSocket} opened */
  function listen(opened) {
    socket?.close();
    socket = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      clearTimeout(pollTimer);
      listener.state('online');
    });
    opened.addEventListener('message', ({ data }) => {
      if (data && socket === opened) take(JSON.parse(data));
    });
    opened.addEventListener('close', () => {
      if (socket !== opened) return;
      socket = undefined;
      reconnectLater();
    });
  }

  function reconnectLater() {
    if (failures === 0) listener.state('offline');
    clearTimeout(connectTimer);
    connectTimer = setTimeout(connect, RECONNECT_AFTER[Math.min(failures++, RECONNECT_AFTER.length - 1)]);
    // Polling serves meanwhile, and for good where a proxy lets no WebSocket through.
    clearTimeout(pollTimer);
    pollTimer = setTimeout(poll, 300);
  }

  addEventListener('online', () => void connect());

  return {
    connect,

    /**
     * Sends a message of the user. The same id again is safe: it is answered once.
     * @param {string} text
     * @param {string} clientActivityID
     * @param {string} locale
     */
    async send(text, clientActivityID, locale) {
      await call(() => '/activities', { type: 'message', text, locale, channelData: { clientActivityID } });
      if (socket?.readyState !== WebSocket.OPEN) await poll();
    },

    /** Leaves this conversation for a new one. */
    async restart() {
      const left = socket;
      socket = undefined;
      left?.close();
      session = undefined;
      watermark = '';
      rememberSession(undefined);
      await connect();
    },
  };
}
