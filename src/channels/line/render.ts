import { plainText } from '../../rendering/plain-text.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Wording } from '../../rendering/wording/wording.js';
import type { Capabilities, Shown } from '../channel.js';
import { degrade, type Piece } from '../degrade/degrade.js';
import { splitText } from '../degrade/split.js';
import { shortLabel } from '../outbound/labels.js';
import { pack } from '../outbound/pack.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { type Component, choicesBubble, LONGEST_QUICK_REPLY, quickReply, quoteBubble, tableBubble } from './flex.js';

export const LINE: Capabilities = {
  maxText: 5000,
  unit: 'char',
  table: { maxRows: 12, maxColumns: 10 },
  card: true,
  quickReplies: { most: 13, maxLabel: 100 },
  passive: false,
};

const MOST_MESSAGES = 5;
const LARGEST_BUBBLE = 30_000;
const LONGEST_ALTERNATIVE = 400;

type Message = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Messages of one call. */
export interface LinePart {
  readonly messages: readonly Message[];
  /** The first of an answer: it may use the reply token, which is good for one call. */
  readonly isFirst: boolean;
}

/** Texts and Flex bubbles, up to five a call; quick replies below the last one, or a bubble of lines to tap where labels are long. */
export function renderLine(shown: Shown): readonly LinePart[] {
  const { pieces, choices } = degrade(shown, LINE);
  const wording = WORDINGS[shown.language];
  const messages = pieces.flatMap((piece) => messagesOf(piece, wording));
  const isShort = choices.every(({ label }) => label.length <= LONGEST_QUICK_REPLY);
  const last = messages.at(-1);
  const tapped =
    choices.length === 0 || !last
      ? messages
      : isShort
        ? [...messages.slice(0, -1), { ...last, quickReply: quickReply(choices) }]
        : [...messages, flex(choicesBubble(choices), CHANNEL_WORDINGS[shown.language].tap)];
  return pack(tapped, (group) => group.length <= MOST_MESSAGES).map((group, index) => ({ messages: group, isFirst: index === 0 }));
}

function messagesOf(piece: Piece, wording: Wording): readonly Message[] {
  if (piece.kind === 'text') return [{ type: 'text', text: piece.text }];
  const drawn = piece.kind === 'quote' ? quoteBubble(piece, wording) : tableBubble(piece);
  const text = plainText([piece], wording);
  if (Buffer.byteLength(JSON.stringify(drawn)) <= LARGEST_BUBBLE) return [flex(drawn, piece.title ?? text)];
  return splitText(text, LINE).map((part) => ({ type: 'text', text: part }));
}

/** The alternative text stands in notifications and in lists of chats. */
const flex = (contents: Component, alternative: string): Message => ({
  type: 'flex',
  altText: shortLabel(alternative, LONGEST_ALTERNATIVE),
  contents,
});
