import { z } from 'zod';
import type { Language } from '../../base/language.js';
import { ADAPTIVE_CARD_TYPE, adaptiveCard, type CardOptions } from '../../rendering/adaptive-card.js';
import type { Reply } from '../../rendering/reply.js';
import { choicesOf } from '../degrade/choices.js';
import { type Activity, expectsReplies } from './activity.js';

/** An activity of the bot's. Whom it goes to is the framework's to add. */
export type Speech = { readonly type: string } & { readonly [field: string]: unknown };

/** Channels that hand `channelData` to a page or a program. The others read it as a message of their own platform, in place of the text. */
const CARRIES_REPLY: ReadonlySet<string> = new Set(['directline', 'webchat', 'emulator']);
/** Channels that draw cards. The others make pictures of them, beside the text that says the same. */
const DRAWS_CARDS: ReadonlySet<string> = new Set([...CARRIES_REPLY, 'msteams']);

/** The absolute address of a source. */
export type LinkTo = NonNullable<CardOptions['linkTo']>;

/** The reply as one activity: the whole of it in its text, its calculations as a card, and what can be tapped next. */
export function speechOf(reply: Reply, activity: Activity, linkTo?: LinkTo): Speech {
  const { conversation: _, ...zhida } = reply;
  const { channelId } = activity;
  const toProgram = expectsReplies(activity);
  const card = toProgram || DRAWS_CARDS.has(channelId) ? adaptiveCard(reply, { submit, ...(linkTo && { linkTo }) }) : undefined;
  const actions = choicesOf(reply).map(({ label, send }) => ({ type: 'imBack', title: label, value: send }));
  return {
    ...said(reply.text, reply.language),
    inputHint: reply.kind === 'clarify' ? 'expectingInput' : 'acceptingInput',
    ...(card && { attachments: [{ contentType: ADAPTIVE_CARD_TYPE, content: card }] }),
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
    ...((toProgram || CARRIES_REPLY.has(channelId)) && { channelData: { zhida } }),
  };
}

/** What a card's button gives back: Teams sends it as if typed, other channels as a value. */
const submit = (say: string) => ({ msteams: { type: 'imBack', value: say }, say });
const Submitted = z.object({ say: z.string() });

/** What a person said: the text, or the button that he tapped. */
export function saidBy({ text, value }: Activity): string {
  const submitted = Submitted.safeParse(value);
  return text === undefined && submitted.success ? submitted.data.say : (text ?? '');
}

/** A sentence of the channel's own. The text is no Markdown: a `*` in a formula is a `*`. */
export const said = (text: string, language: Language): Speech => ({ type: 'message', text, textFormat: 'plain', locale: language });
