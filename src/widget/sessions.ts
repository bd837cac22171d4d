import { alone, type Keep } from './keep.js';
import { request } from './request.js';

/** What opens a conversation, as Direct Line's `tokens/generate` gives it. */
export interface TokenAnswer {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  /** Gives the same conversation again after the token ended; from the server itself. */
  readonly resume?: string;
}

/** A host page's own way to tokens: an address to post to, or a function. It is told the conversation that should go on, if there is one. */
export type TokenSource = string | ((wanted: { readonly conversationId?: string | undefined }) => Promise<TokenAnswer>);

/** A conversation and what it is used with; shared by all tabs. */
export interface Session extends TokenAnswer {
  /** When the token is to be renewed, in milliseconds since 1970. */
  readonly until: number;
}

export interface Sessions {
  current(): Session | undefined;
  /** A session with another token than the one that did not do: another tab's, a renewed one, or of a new conversation. */
  renew(stale: Session | undefined): Promise<Session>;
  forget(): void;
}

const NAME = 'session';
/** Of its life, in milliseconds a second: the rest is for what goes wrong. */
const RENEWED_AT = 900;

/** Without a source of the page's own the server gives tokens. */
export function createSessions(keep: Keep, server: string, source: () => TokenSource | null | undefined): Sessions {
  const current = (): Session | undefined => {
    const kept = keep.read(NAME) as Session | undefined;
    return kept?.conversationId && kept.token ? kept : undefined;
  };

  async function ask(stale: Session | undefined): Promise<TokenAnswer> {
    const from = source();
    const wanted = { conversationId: stale?.conversationId, resume: stale?.resume };
    if (typeof from === 'function') return from(wanted);
    return (await request('POST', from || `${server}/v1/session`, wanted)) as unknown as TokenAnswer;
  }

  /** While the token is good the server gives the next one, so that a page's source may know new conversations only. */
  const refresh = ({ token }: Session): Promise<object | undefined> =>
    request('POST', `${server}/v3/directline/tokens/refresh`, {}, token).catch(() => undefined);

  return {
    current,

    renew: (stale) =>
      alone(NAME, async () => {
        const found = current();
        if (found && found.token !== stale?.token) return found;
        const given = ((stale && source() && (await refresh(stale))) || (await ask(stale))) as TokenAnswer;
        const next = { ...given, until: Date.now() + given.expires_in * RENEWED_AT };
        keep.write(NAME, next);
        return next;
      }),

    forget: () => keep.write(NAME, undefined),
  };
}
