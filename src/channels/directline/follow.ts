import type { ConversationId, Store } from '../../bot/ports.js';

/** Finds what other instances add to conversations that are listened to here. */
export interface Follower {
  follow(conversation: ConversationId): void;
  leave(conversation: ConversationId): void;
  /** Asks once for all conversations that are due; `now` in milliseconds. */
  look(now: number): Promise<void>;
}

interface Followed {
  sequence: number | undefined;
  changed: number;
  due: number;
}

/** Milliseconds between two looks at one conversation: a thirtieth of how long it has been quiet, within these bounds. */
const OFTENEST = 250;
const RAREST = 5000;
const PATIENCE = 30;

/** `onChange` hears of each conversation that has more than at the last look, `onGone` of each that is no more. */
export function createFollower(
  sequences: NonNullable<Store['sequences']>,
  onChange: (conversation: ConversationId) => void,
  onGone: (conversation: ConversationId) => void,
): Follower {
  const all = new Map<ConversationId, Followed>();
  let looking = false;

  return {
    follow(conversation) {
      // Due at once: something may have come since its listener read the history.
      if (!all.has(conversation)) all.set(conversation, { sequence: undefined, changed: Number.NEGATIVE_INFINITY, due: 0 });
    },
    leave: (conversation) => void all.delete(conversation),

    async look(now) {
      const due = [...all].filter(([, followed]) => followed.due <= now);
      if (looking || due.length === 0) return;
      looking = true;
      try {
        const found = await sequences(due.map(([conversation]) => conversation));
        for (const [conversation, followed] of due) {
          const sequence = found.get(conversation);
          if (sequence === undefined) onGone(conversation);
          else if (sequence !== followed.sequence) {
            followed.sequence = sequence;
            followed.changed = now;
            onChange(conversation);
          }
          followed.due = now + Math.min(Math.max((now - followed.changed) / PATIENCE, OFTENEST), RAREST);
        }
      } finally {
        looking = false;
      }
    },
  };
}
