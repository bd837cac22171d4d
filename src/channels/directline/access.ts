import type { Bot } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { forbidden, noConversation, tokenExpired, unauthorized } from './errors.js';
import type { Claims, Tokens, TokenUse } from './token.js';

/** Who is calling: the holder of the secret, who may do everything, or of a token, who may do it in one conversation. */
export type Caller = { readonly kind: 'secret' } | { readonly kind: 'token'; readonly claims: Claims };

/** The credential of `Authorization: Bearer CREDENTIAL`. */
export const bearer = (authorization: string | undefined): string | undefined => /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

/** Reads `Authorization: Bearer SECRET_OR_TOKEN`. */
export function authenticate(tokens: Tokens, authorization: string | undefined, origin: string | undefined): Caller {
  const credential = bearer(authorization);
  if (!credential) throw unauthorized('Missing token or secret');
  return tokens.isSecret(credential) ? { kind: 'secret' } : { kind: 'token', claims: verified(tokens, credential, ['access'], origin) };
}

/** The claims of a token that is genuine, in time, and used from a page it was made for. */
export function verified(tokens: Tokens, token: string, uses: readonly TokenUse[], origin: string | undefined): Claims {
  const result = tokens.verify(token, uses);
  if (!result.ok) throw result.error === 'expired' ? tokenExpired() : unauthorized('Invalid token or secret');
  const { origins } = result.value;
  if (origins && origin !== undefined && !origins.includes(origin)) throw forbidden('The token is not for this origin');
  return result.value;
}

/** The conversation in the path, when the caller may use it. */
export function ownConversation(caller: Caller, id: string): ConversationId {
  if (caller.kind === 'token' && caller.claims.conv !== id) throw forbidden('The token is for another conversation');
  return id as ConversationId;
}

/** The same, when it was started. */
export async function openedConversation(bot: Bot, caller: Caller, id: string): Promise<ConversationId> {
  const conversation = ownConversation(caller, id);
  if (!(await bot.has(conversation))) throw noConversation();
  return conversation;
}
