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
  /** All messages are gone; `ended` without the user's doing. */
  cleared(isEnded: boolean): void;
}

/** The conversation, without a picture of it. */
export interface Chat {
  /** Goes on with the conversation of this browser, if there is one, and with what other tabs do. Once. */
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
}

const TYPING_AFTER = 300;

/** `signal` ends it. */
export function createChat(
  server: string,
  keep: Keep,
  signal: AbortSignal,
  source: Parameters<typeof createSessions>[2],
  view: View,
): Chat {
  const shown = new Map<string, ClientActivity>();
  let isLooking = false;
  let isLeaving = false;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const sessions = createSessions(keep, server, source);
  const connection = createConnection(server, sessions, signal, {
    activity: receive,
    state(state) {
      view.state(state);
      if (state !== 'online') return;
      countUnread();
      outbox.flush();
    },
    left() {
      shown.clear();
      keep.write('ratings', undefined);
      type(false);
      view.cleared(!isLeaving);
      countUnread();
    },
  });
  const ratings = () => (keep.read('ratings') ?? {}) as { readonly [id: string]: Feedback['rating'] };
  const showWaiting = (): void => view.waiting(outbox.list());
  const outbox = createOutbox(keep, deliver, showWaiting);

  async function deliver({ id, text, locale }: Waiting): Promise<void> {
    type(true);
    // The answer is stored by then, or a person will give it in his own time.
    await connection.post({ type: 'message', text, locale, channelData: { clientActivityID: id } }).finally(() => type(false));
  }

  /** Not at once: most answers are there before it could be seen. */
  function type(on: boolean): void {
    clearTimeout(typing);
    if (on) typing = setTimeout(() => view.typing(true), TYPING_AFTER);
    else view.typing(false);
  }

  function receive(activity: ClientActivity, isNew: boolean): void {
    const isBot = activity.from?.role === 'bot';
    if (activity.type === 'typing' && isBot) view.typing(true);
    if (activity.type !== 'message' || shown.has(activity.id)) return;
    shown.set(activity.id, activity);
    if (isBot) type(false);
    outbox.discard(activity.channelData?.clientActivityID);
    view.message(activity, isNew);
    if (isNew) countUnread();
  }

  /** Answers after the last one that was seen, in any tab. */
  function countUnread(): void {
    const answers = [...shown.values()].filter(({ from }) => from?.role === 'bot');
    if (isLooking && answers.length > 0) keep.write('seen', answers.at(-1)?.id);
    const seen = keep.read('seen');
    view.unread(isLooking ? 0 : answers.length - 1 - answers.findLastIndex(({ id }) => id === seen));
  }

  return {
    follow() {
      keep.listen((name) => {
        if (name === 'session') connection.follow();
        if (name === 'outbox') showWaiting();
        if (name === 'seen') countUnread();
      });
      connection.follow();
      showWaiting();
      outbox.flush();
    },
    send: (text, locale) => outbox.add({ id: `${Date.now()}-${Math.random()}`, text, locale }),
    retry: outbox.retry,
    discard: outbox.discard,
    async rate(feedback) {
      await connection.post({ type: 'event', name: 'feedback', value: feedback });
      keep.write('ratings', { ...ratings(), [feedback.replyToId]: feedback.rating });
    },
    ratingOf: (id) => ratings()[id],
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
      } finally {
        isLeaving = false;
      }
    },
    look(now) {
      isLooking = now;
      countUnread();
    },
  };
}
