import type { ClientActivity } from '../channels/directline/protocol.js';
import { type Answer, Refused, request } from './request.js';
import type { Session, Sessions } from './sessions.js';

/** `idle`: there is no conversation yet, so nothing to be connected to. */
export type ConnectionState = 'idle' | 'online' | 'offline' | 'reconnecting';

export interface Listener {
  /** `isNew`: said while this page was looking, not before. */
  activity(activity: ClientActivity, isNew: boolean): void;
  restored(): void;
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
  stop(): void;
}

const POLL_SHOWN = 2000;
const POLL_HIDDEN = 15_000;
const SOCKET_AGAIN = [1000, 3000, 10_000, 30_000, 60_000];
const OPENS_WITHIN = 8000;
/** The server sends an empty frame every 20 s; a socket that is silent for longer is dead. */
const SILENCE = 50_000;
/** A token is renewed when this share of its time is over. */
const RENEW_AT = 0.75;

export function createConnection(server: string, sessions: Sessions, listener: Listener): Connection {
  let conversation = '';
  let watermark = '';
  let isRestored = false;
  let socket: WebSocket | undefined;
  let socketFailures = 0;
  let socketNotBefore = 0;
  let failures = 0;
  let isRunning = false;
  let ticking = false;
  let tickAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  /** Takes note of which conversation this is. */
  function adopt(session: Session | undefined, isFresh = false): void {
    clearTimeout(renewal);
    if (session && isRunning) {
      const wait = (session.until - Date.now()) * RENEW_AT;
      if (wait > 0) renewal = setTimeout(() => renew(session).catch(() => {}), Math.min(wait, 2 ** 31 - 1));
    }
    const id = session?.conversationId ?? '';
    if (id === conversation) return;
    const before = conversation;
    conversation = id;
    watermark = '';
    isRestored = isFresh;
    drop();
    if (before !== '') listener.left();
  }

  async function renew(stale: Session | undefined): Promise<Session> {
    const session = await sessions.renew(stale);
    adopt(session, session.conversationId !== stale?.conversationId && session.conversationId !== conversation);
    return session;
  }

  /** A request within the conversation; a token that is refused is renewed once, which may lead to another conversation. */
  async function call(method: string, rest: () => string, body?: object): Promise<Answer> {
    const send = ({ conversationId, token }: Session): Promise<Answer> =>
      request(method, `${server}/v3/directline/conversations/${encodeURIComponent(conversationId)}${rest()}`, body, token);
    const known = sessions.current();
    if (known) adopt(known);
    const session = known ?? (await renew(undefined));
    try {
      return await send(session);
    } catch (error) {
      if (!(error instanceof Refused && [401, 403, 404].includes(error.status))) throw error;
      return send(await renew(session));
    }
  }

  function take({ activities, watermark: next }: { activities?: readonly ClientActivity[]; watermark?: string }): void {
    for (const activity of activities ?? []) listener.activity(activity, isRestored);
    if (next) watermark = next;
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const before = watermark;
      const set = (await call('GET', () => `/activities?watermark=${encodeURIComponent(watermark)}`)) as Parameters<typeof take>[0];
      take(set);
      if (!set.activities?.length || watermark === before) break;
    }
    isRestored = true;
    listener.restored();
  }

  /** One round: fetch what is new, then try for a WebSocket, which makes further rounds unnecessary while it lasts. */
  async function tick(): Promise<void> {
    clearTimeout(timer);
    if (!isRunning) return;
    if (ticking) {
      tickAgain = true;
      return;
    }
    ticking = true;
    try {
      if (!sessions.current()) return listener.state('idle');
      await catchUp();
      failures = 0;
      listener.state('online');
      if (!socket && Date.now() >= socketNotBefore) await openSocket();
    } catch {
      failures++;
      listener.state(navigator.onLine ? 'reconnecting' : 'offline');
    } finally {
      ticking = false;
      if (tickAgain) {
        tickAgain = false;
        soon(0);
      } else if (socket?.readyState !== WebSocket.OPEN && sessions.current()) {
        soon(Math.min((document.hidden ? POLL_HIDDEN : POLL_SHOWN) * 2 ** Math.min(failures, 3), POLL_HIDDEN));
      }
    }
  }

  function soon(wait: number): void {
    clearTimeout(timer);
    if (isRunning) timer = setTimeout(tick, wait);
  }

  async function openSocket(): Promise<void> {
    const { streamUrl } = await call('GET', () => `?watermark=${encodeURIComponent(watermark)}`);
    try {
      listen(new WebSocket(String(streamUrl)));
    } catch {
      // Such as a page whose policy allows none: polling serves.
      socketFailed();
    }
  }

  function listen(opened: WebSocket): void {
    socket = opened;
    const expect = (wait: number): void => {
      clearTimeout(silence);
      silence = setTimeout(() => end(), wait);
    };
    const end = (): void => {
      if (socket !== opened) return;
      drop();
      socketFailed();
      soon(300);
    };
    expect(OPENS_WITHIN);
    opened.onopen = () => {
      socketFailures = 0;
      clearTimeout(timer);
      expect(SILENCE);
    };
    opened.onmessage = ({ data }) => {
      if (socket !== opened) return;
      expect(SILENCE);
      if (data) take(JSON.parse(data));
    };
    opened.onclose = end;
  }

  function drop(): void {
    const left = socket;
    socket = undefined;
    clearTimeout(silence);
    left?.close();
  }

  function socketFailed(): void {
    socketNotBefore = Date.now() + (SOCKET_AGAIN[Math.min(socketFailures++, SOCKET_AGAIN.length - 1)] ?? 0);
  }

  const back = (): void => {
    failures = 0;
    socketNotBefore = 0;
    // What the network's end left half open says nothing any more.
    drop();
    soon(0);
  };
  const away = (): void => listener.state('offline');
  const shown = (): void => {
    if (!document.hidden && socket?.readyState !== WebSocket.OPEN) soon(0);
  };

  return {
    follow() {
      if (!isRunning) {
        isRunning = true;
        addEventListener('online', back);
        addEventListener('offline', away);
        document.addEventListener('visibilitychange', shown);
      }
      adopt(sessions.current());
      void tick();
    },

    async post(activity) {
      await call('POST', () => '/activities', activity);
      if (socket?.readyState !== WebSocket.OPEN) void tick();
    },

    async erase() {
      const session = sessions.current();
      if (session) {
        await call('DELETE', () => '').catch((error) => {
          // Deleted already, in another tab.
          if (!(error instanceof Refused && error.status === 404)) throw error;
        });
      }
      sessions.forget();
      adopt(undefined);
      listener.state('idle');
    },

    stop() {
      isRunning = false;
      clearTimeout(timer);
      clearTimeout(renewal);
      drop();
      removeEventListener('online', back);
      removeEventListener('offline', away);
      document.removeEventListener('visibilitychange', shown);
    },
  };
}
