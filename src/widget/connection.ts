import type { ClientActivity } from '../channels/directline/protocol.js';
import { Refused, request } from './request.js';
import type { Session, Sessions } from './sessions.js';

/** `idle`: there is no conversation yet, so nothing to be connected to. */
export type ConnectionState = 'idle' | 'online' | 'offline' | 'reconnecting';

export interface Listener {
  /** `isNew`: said while this page was looking, not before. */
  activity(activity: ClientActivity, isNew: boolean): void;
  state(state: ConnectionState): void;
  /** The conversation is another one now, or none. */
  left(): void;
}

export interface Connection {
  /** Goes on with the conversation that is remembered, if there is one. Safe to call at any time. */
  follow(): void;
  /** A POST to the conversation, which is started when there is none. */
  post(activity: object): Promise<void>;
  erase(): Promise<void>;
}

const POLL_EVERY = 2000;
const POLL_SELDOM = 16_000;
const SOCKET_AGAIN = 3000;
/** The server sends an empty frame every 20 s; a socket that is silent for longer is dead. */
const SILENCE = 50_000;

interface ActivitySet {
  readonly activities?: readonly ClientActivity[];
  readonly watermark?: string;
}

/** `signal` ends it. */
export function createConnection(server: string, sessions: Sessions, signal: AbortSignal, listener: Listener): Connection {
  let conversation = '';
  let watermark = '';
  let isRestored = false;
  let socket: WebSocket | undefined;
  let socketNotBefore = 0;
  let socketFailures = 0;
  let failures = 0;
  let round: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  /** Takes note of which conversation this is. */
  function adopt(id = '', isFresh = false): void {
    if (id === conversation) return;
    const before = conversation;
    conversation = id;
    watermark = '';
    isRestored = isFresh;
    drop();
    if (before) listener.left();
  }

  async function renew(stale?: Session): Promise<Session> {
    const session = await sessions.renew(stale);
    adopt(session.conversationId, true);
    return session;
  }

  /** A request within the conversation; a token that is refused is renewed once, which may lead to another conversation. */
  async function call(method: string, rest: () => string, body?: object): Promise<unknown> {
    const send = ({ conversationId, token }: Session): Promise<unknown> =>
      request(method, `${server}/v3/directline/conversations/${encodeURIComponent(conversationId)}${rest()}`, body, token);
    const known = sessions.current();
    adopt(known?.conversationId ?? conversation);
    const session = known && known.until > Date.now() ? known : await renew(known);
    try {
      return await send(session);
    } catch (error) {
      if (error instanceof Refused && [401, 403, 404].includes(error.status)) return send(await renew(session));
      throw error;
    }
  }

  function take({ activities = [], watermark: next }: ActivitySet): void {
    for (const activity of activities) listener.activity(activity, isRestored);
    watermark = next || watermark;
  }

  async function catchUp(): Promise<void> {
    for (let before: string | undefined; before !== watermark; ) {
      before = watermark;
      take((await call('GET', () => `/activities?watermark=${watermark}`)) as ActivitySet);
    }
    isRestored = true;
  }

  /** Fetches what is new, then tries for a WebSocket, which makes further rounds unnecessary while it lasts. */
  async function tick(): Promise<void> {
    if (!sessions.current()) return listener.state('idle');
    try {
      await catchUp();
      failures = 0;
      listener.state('online');
      if (!socket && Date.now() >= socketNotBefore) {
        const { streamUrl } = (await call('GET', () => `?watermark=${watermark}`)) as { streamUrl: string };
        listen(streamUrl);
      }
    } catch {
      failures++;
      listener.state(navigator.onLine ? 'reconnecting' : 'offline');
    }
    soon(isOpen() ? untilRenewal() : document.hidden ? POLL_SELDOM : Math.min(POLL_EVERY * 2 ** failures, POLL_SELDOM));
  }

  const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN;

  /** A round in time renews the token, also when the machine slept through it. */
  const untilRenewal = (): number => Math.max(POLL_EVERY, (sessions.current()?.until ?? 0) - Date.now());

  function soon(wait: number): void {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(now, wait);
  }

  /** A round, after the one that runs. */
  function now(): void {
    clearTimeout(timer);
    const next = (round ?? Promise.resolve()).then(() => (signal.aborted ? undefined : tick()));
    round = next;
  }

  function listen(url: string): void {
    const expect = (): void => {
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE);
    };
    const end = (): void => {
      if (opened !== socket) return;
      drop();
      socketNotBefore = Date.now() + SOCKET_AGAIN * 2 ** Math.min(socketFailures++, 4);
      soon(300);
    };
    let opened: WebSocket | undefined;
    try {
      opened = new WebSocket(url);
    } catch {
      // Such as a page whose policy allows none: polling serves.
      end();
      return;
    }
    socket = opened;
    expect();
    opened.onopen = () => {
      socketFailures = 0;
      soon(untilRenewal());
      expect();
    };
    opened.onmessage = ({ data }) => {
      if (opened !== socket) return;
      expect();
      if (data) take(JSON.parse(data));
    };
    opened.onclose = end;
  }

  function drop(): void {
    clearTimeout(silence);
    const left = socket;
    socket = undefined;
    left?.close();
  }

  const back = (): void => {
    failures = 0;
    socketNotBefore = 0;
    // What the network's end left half open says nothing any more.
    drop();
    now();
  };
  addEventListener('online', back, { signal });
  addEventListener('offline', () => listener.state('offline'), { signal });
  signal.addEventListener('abort', drop);

  return {
    follow() {
      adopt(sessions.current()?.conversationId);
      now();
    },

    async post(activity) {
      await call('POST', () => '/activities', activity);
      if (!isOpen()) now();
    },

    async erase() {
      if (sessions.current()) await call('DELETE', () => '');
      sessions.forget();
      adopt();
      listener.state('idle');
    },
  };
}
