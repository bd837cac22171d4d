import { alone, type Keep } from './keep.js';
import { request } from './request.js';

/** A conversation and what it is used with; shared by all tabs. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
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
  const current = (): Session | undefined => {
    const kept = keep.read(NAME) as Partial<Session> | undefined;
    return kept?.conversationId && kept.token ? (kept as Session) : undefined;
  };

  return {
    current,

    renew: (stale) =>
      alone(NAME, async () => {
        const found = current();
        if (found && found.token !== stale?.token) return found;
        const next = await request('POST', `${server}/v1/session`, { resume: stale?.resume });
        keep.write(NAME, next);
        return next as unknown as Session;
      }),

    forget: () => keep.write(NAME, undefined),
  };
}
