import type { WebSocket } from 'ws';
import type { Bot } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { type ActivitySet, activitySet, type OutgoingActivity, type SourceLinks } from './activities.js';
import { createFollower } from './follow.js';

/** The open WebSockets of all conversations. Each one has its own place in the history and is brought up to date from there. */
export interface Streams {
  /** Sends everything after `after`, then what comes. Gives `false` when there are too many already, or after `close`. */
  open(conversation: ConversationId, after: number, socket: WebSocket, linkTo: SourceLinks): boolean;
  /** Tells that the conversation has a new turn. */
  wake(conversation: ConversationId): void;
  /** Sends something that is no part of the history. */
  send(conversation: ConversationId, activity: OutgoingActivity): void;
  /** Ends those of a conversation that is no more. */
  end(conversation: ConversationId): void;
  /** Ends all of them; resolves when they are gone. */
  close(): Promise<void>;
}

export interface StreamLimits {
  readonly perConversation: number;
  readonly total: number;
  /** Milliseconds between keep-alives. A socket that answered none since the last one is dead. */
  readonly keepAlive: number;
  /** Milliseconds between looks for turns that other instances have stored, where the store is shared. */
  readonly follow: number;
}

export const STREAM_LIMITS: StreamLimits = { perConversation: 16, total: 10_000, keepAlive: 20_000, follow: 250 };

const PAGE = 100;
/** Bytes that may wait for a slow reader before it is cut off; it comes back and replays. */
const BACKLOG = 1_000_000;

/** Milliseconds in which a client is to answer that its socket ends. */
const HANGING_UP = 1000;

interface Stream {
  readonly socket: WebSocket;
  readonly linkTo: SourceLinks;
  after: number;
  alive: boolean;
  /** `again`: woken while it was being brought up to date. */
  state: 'idle' | 'sending' | 'again';
}

export function createStreams(bot: Bot, limits: StreamLimits, onError: (error: unknown) => void): Streams {
  const byConversation = new Map<ConversationId, Set<Stream>>();
  let total = 0;
  let closed = false;

  async function bringUpToDate(conversation: ConversationId, stream: Stream): Promise<void> {
    if (stream.state !== 'idle') {
      stream.state = 'again';
      return;
    }
    try {
      do {
        stream.state = 'sending';
        const turns = await bot.history(conversation, stream.after, PAGE);
        const last = turns.at(-1);
        if (last) {
          transmit(stream, activitySet(turns, '', stream.linkTo));
          stream.after = last.sequence;
        }
        if (turns.length === PAGE) stream.state = 'again';
      } while (isWoken(stream));
    } catch (error) {
      onError(error);
      // 1011: the server failed. The client opens a new one and replays from its watermark.
      stream.socket.close(1011);
    } finally {
      stream.state = 'idle';
    }
  }

  function transmit({ socket }: Stream, set: ActivitySet): void {
    if (socket.bufferedAmount > BACKLOG) socket.terminate();
    else socket.send(JSON.stringify(set));
  }

  let isChecking = false;
  /** Closes what listens to conversations that were erased by another way than their own user's. One at a time: turns must not wait for it. */
  async function endErased(): Promise<void> {
    if (isChecking) return;
    isChecking = true;
    try {
      for (const conversation of [...byConversation.keys()]) if (!(await bot.has(conversation))) end(conversation);
    } catch (error) {
      onError(error);
    } finally {
      isChecking = false;
    }
  }

  /** Nothing here knows it from now on, however long its clients take to hang up. */
  function end(conversation: ConversationId): void {
    const streams = byConversation.get(conversation) ?? [];
    byConversation.delete(conversation);
    follower?.leave(conversation);
    for (const { socket } of streams) {
      // 1000: there is nothing more to come.
      socket.close(1000);
      const impatient = setTimeout(() => socket.terminate(), HANGING_UP);
      socket.once('close', () => clearTimeout(impatient));
    }
  }

  const timer = setInterval(() => {
    // A follower hears of it by itself.
    if (!follower) void endErased();
    for (const streams of byConversation.values()) {
      for (const stream of streams) {
        if (!stream.alive) {
          stream.socket.terminate();
          continue;
        }
        stream.alive = false;
        stream.socket.ping();
        // The protocol's own keep-alive, which a page can see: an empty frame.
        stream.socket.send('');
      }
    }
  }, limits.keepAlive);
  timer.unref();
  function wake(conversation: ConversationId): void {
    for (const stream of byConversation.get(conversation) ?? []) void bringUpToDate(conversation, stream);
  }

  const follower = bot.sequences && createFollower(bot.sequences, wake, end);
  const looks = follower && setInterval(() => void follower.look(performance.now()).catch(onError), limits.follow);
  looks?.unref();

  return {
    open(conversation, after, socket, linkTo) {
      const streams = byConversation.get(conversation) ?? new Set<Stream>();
      if (closed || streams.size >= limits.perConversation || total >= limits.total) return false;
      const stream: Stream = { socket, linkTo, after, alive: true, state: 'idle' };
      byConversation.set(conversation, streams.add(stream));
      follower?.follow(conversation);
      total++;
      const seen = (): void => {
        stream.alive = true;
      };
      socket.on('pong', seen);
      socket.on('message', seen);
      // A protocol error closes the socket; the close is what counts.
      socket.on('error', () => {});
      socket.once('close', () => {
        total--;
        streams.delete(stream);
        // Ended already, and maybe begun anew.
        if (byConversation.get(conversation) !== streams || (!closed && streams.size > 0)) return;
        byConversation.delete(conversation);
        follower?.leave(conversation);
      });
      void bringUpToDate(conversation, stream);
      // It may have been erased since its token was looked at; a follower hears of that by itself.
      if (!follower) bot.has(conversation).then((isThere) => isThere || end(conversation), onError);
      return true;
    },

    wake,

    send(conversation, activity) {
      for (const stream of byConversation.get(conversation) ?? []) transmit(stream, { activities: [activity] });
    },

    end,

    async close() {
      closed = true;
      clearInterval(timer);
      clearInterval(looks);
      const sockets = [...byConversation.values()].flatMap((streams) => [...streams].map((stream) => stream.socket));
      const gone = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      // 1001: going away.
      for (const socket of sockets) socket.close(1001);
      const impatient = setTimeout(() => {
        for (const socket of sockets) socket.terminate();
      }, HANGING_UP);
      await gone;
      clearTimeout(impatient);
    },
  };
}

/** Apart, because `wake` changes the state while `bringUpToDate` waits, which the compiler cannot see. */
const isWoken = (stream: Stream): boolean => stream.state === 'again';
