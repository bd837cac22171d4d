import { alone, type Keep } from './keep.js';
import { request } from './request.js';

/** A conversation and what it is used with; shared by all tabs. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** When the token ends, in milliseconds. */
  readonly until: number;
  /** Gives the same conversation again after the token ended. */
  readonly resume?: string;
}

export interface Sessions {
  current(): Session | undefined;
  /** A session with another token than the one that did not do: another tab's, a renewed one, or of a new conversation. */
  renew(stale: Session | undefined): Promise<Session>;
  forget(): void;
}

const NAME = 'session';

export function createSessions(keep: Keep, server: string): Sessions {
  let renewing: Promise<Session> | undefined;

  function current(): Session | undefined {
    const { conversationId, token, until, resume } = (keep.read(NAME) ?? {}) as Partial<Session>;
    return typeof conversationId === 'string' && typeof token === 'string'
      ? { conversationId, token, until: Number(until) || 0, ...(typeof resume === 'string' && { resume }) }
      : undefined;
  }

  return {
    current,

    renew(stale) {
      renewing ??= alone(`zhida ${server} ${NAME}`, async () => {
        const found = current();
        if (found && found.token !== stale?.token) return found;
        const {
          conversationId,
          token,
          expires_in: seconds,
          resume,
        } = await request('POST', `${server}/v1/session`, { resume: stale?.resume });
        keep.write(NAME, { conversationId, token, resume, until: Date.now() + Number(seconds) * 1000 });
        const next = current();
        if (!next) throw new TypeError('a session needs a conversation and a token');
        return next;
      }).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },

    forget: () => keep.write(NAME, undefined),
  };
}
