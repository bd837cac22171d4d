import type { Language } from '../../base/language.js';
import type { Reply } from '../../rendering/reply.js';
import { choicesOf } from '../degrade/choices.js';
import { type Activity, expectsReplies } from './activity.js';

/** An activity of the bot's. Whom it goes to is the framework's to add. */
type Speech = { readonly type: string } & { readonly [field: string]: unknown };

/** Channels that hand `channelData` to a page or a program. The others read it as a message of their own platform, in place of the text. */
const CARRIES_REPLY: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);

/** The reply as one activity: the whole of it in its text, and what can be tapped next. */
export function speechOf(reply: Reply, activity: Activity): Speech {
  const { conversation: _, ...zhida } = reply;
  const actions = choicesOf(reply).map(({ label, send }) => ({ type: 'imBack', title: label, value: send }));
  return {
    ...said(reply.text, reply.language),
    inputHint: reply.kind === 'clarify' ? 'expectingInput' : 'acceptingInput',
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
    ...((expectsReplies(activity) || CARRIES_REPLY.has(activity.channelId)) && { channelData: { zhida } }),
  };
}

/** A sentence of the channel's own. The text is no Markdown: a `*` in a formula is a `*`. */
export const said = (text: string, language: Language): Speech => ({ type: 'message', text, textFormat: 'plain', locale: language });
