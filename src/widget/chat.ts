import type { ClientActivity, Feedback } from '../channels/directline/protocol.js';
import { type ConnectionState, createConnection } from './connection.js';
import type { Keep } from './keep.js';
import { createOutbox, type Waiting } from './outbox.js';
import { createSessions } from './sessions.js';

/** What the view shows, told as it changes. */
export interface View {
  message(activity: ClientActivity, isNew: boolean): void;
  /** Messages on their way, in order. */
  waiting(messages: readonly Waiting[]): void;
  typing(on: boolean): void;
  state(state: ConnectionState): void;
  unread(count: number): void;
  /** All messages are gone: the conversation `ended` without the user's doing, or he `left` it. */
  cleared(why: 'ended' | 'left'): void;
  rated(feedback: Feedback): void;
}

/** The conversation, without a picture of it. */
export interface Chat {
  /** Goes on with the conversation of this browser, if there is one. */
  follow(): void;
  send(text: string, locale: string): void;
  retry(id: string): void;
  discard(id: string): void;
  rate(feedback: Feedback): Promise<void>;
  ratingOf(id: string): Feedback['rating'] | undefined;
  /** Leaves this conversation; the next message starts another. */
  restart(): void;
  /** Deletes the conversation on the server. */
  erase(): Promise<void>;
  /** The user sees the messages; what comes meanwhile is not unread. */
  look(isLooking: boolean): void;
  stop(): void;
}

const TYPING_AFTER = 300;

export function createChat(server: string, keep: Keep, view: View): Chat {
  const shown = new Map<string, ClientActivity>();
  /** Taken by the server, and not yet back from it. */
  const taken = new Map<string, Waiting>();
  const ratings = new Map<string, Feedback['rating']>();
  let isLooking = false;
  let isLeaving = false;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const sessions = createSessions(keep, server);
  const connection = createConnection(server, sessions, {
    activity: receive,
    restored: countUnread,
    state(state) {
      view.state(state);
      if (state === 'online') void outbox.flush();
    },
    left() {
      shown.clear();
      taken.clear();
      ratings.clear();
      stopTyping();
      view.cleared(isLeaving ? 'left' : 'ended');
      showWaiting();
      countUnread();
    },
  });
  const outbox = createOutbox(keep, `zhida ${server} outbox`, deliver, showWaiting);

  async function deliver(message: Waiting): Promise<void> {
    const { id, text, locale } = message;
    typing ??= setTimeout(() => view.typing(true), TYPING_AFTER);
    try {
      await connection.post({ type: 'message', text, locale, channelData: { clientActivityID: id } });
      if (!isBack(id)) taken.set(id, message);
    } catch (error) {
      stopTyping();
      throw error;
    }
  }

  const isBack = (clientId: string): boolean => [...shown.values()].some(({ channelData }) => channelData?.clientActivityID === clientId);

  function receive(activity: ClientActivity, isNew: boolean): void {
    const { type, id, from, channelData } = activity;
    const isBot = from?.role === 'bot';
    if (type === 'typing' && isBot) view.typing(true);
    if (type === 'event' && activity.name === 'feedback') hear(activity.value);
    if (type !== 'message' || shown.has(id)) return;
    shown.set(id, activity);
    if (isBot) stopTyping();
    const clientId = channelData?.clientActivityID ?? '';
    taken.delete(clientId);
    if (!isBot) showWaiting();
    view.message(activity, isNew);
    if (isNew) countUnread();
  }

  function stopTyping(): void {
    clearTimeout(typing);
    typing = undefined;
    view.typing(false);
  }

  function hear(value: unknown): void {
    const { replyToId, rating } = (value ?? {}) as Partial<Feedback>;
    if (typeof replyToId !== 'string' || (rating !== 'up' && rating !== 'down')) return;
    ratings.set(replyToId, rating);
    view.rated({ replyToId, rating });
  }

  function showWaiting(): void {
    const listed = outbox.list().filter(({ id }) => !isBack(id));
    view.waiting([...[...taken.values()].filter(({ id }) => !listed.some((other) => other.id === id)), ...listed]);
  }

  /** Answers after the last one that was seen, in any tab. */
  function countUnread(): void {
    const answers = [...shown.values()].filter(({ from }) => from?.role === 'bot');
    const last = answers.at(-1);
    if (isLooking && last) keep.write('seen', last.id);
    const seen = keep.read('seen');
    view.unread(isLooking ? 0 : answers.length - 1 - answers.findLastIndex(({ id }) => id === seen));
  }

  const unlisten = keep.listen((name) => {
    if (name === 'session') connection.follow();
    else if (name === 'outbox') showWaiting();
    else if (name === 'seen') countUnread();
  });

  return {
    follow() {
      connection.follow();
      showWaiting();
      if (outbox.list().length > 0) void outbox.flush();
    },
    send(text, locale) {
      outbox.add({ id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, text, locale });
    },
    retry: outbox.retry,
    discard: outbox.discard,
    async rate(feedback) {
      await connection.post({ type: 'event', name: 'feedback', value: feedback });
      hear(feedback);
    },
    ratingOf: (id) => ratings.get(id),
    restart() {
      isLeaving = true;
      outbox.clear();
      sessions.forget();
      connection.follow();
      isLeaving = false;
    },
    async erase() {
      isLeaving = true;
      try {
        await connection.erase();
        outbox.clear();
        keep.write('seen', undefined);
      } finally {
        isLeaving = false;
      }
    },
    look(now) {
      isLooking = now;
      countUnread();
    },
    stop() {
      unlisten();
      connection.stop();
    },
  };
}
