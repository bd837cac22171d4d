import { plainText } from '../../rendering/plain-text.js';
import type { Choice } from '../../rendering/reply.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Capabilities, Shown } from '../channel.js';
import { degrade, type Piece } from '../degrade/degrade.js';
import { splitText } from '../degrade/split.js';
import { payloadOf, shortLabel } from '../outbound/labels.js';
import { pack } from '../outbound/pack.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';

const LONGEST_BUTTON = 20;
const MOST_BUTTONS = 3;
const LONGEST_ROW = 24;
const LONGEST_ROW_DETAIL = 72;
const LONGEST_BUTTON_ID = 256;
const LONGEST_ROW_ID = 200;
const LONGEST_INTERACTIVE = 1024;

/** A label that no button holds stands in a list, whole in the row's second line. There is no table. */
export const WHATSAPP: Capabilities = {
  maxText: 4096,
  namesAreNumbers: true,
  unit: 'char',
  table: false,
  card: true,
  quickReplies: { most: 10, maxLabel: LONGEST_ROW_DETAIL },
  passive: false,
  sendsPerSecond: 80,
  // Batches are as large as Meta makes them.
  largestRequest: 3 * 1024 * 1024,
};

/** What a message holds beside whom it goes to. */
export type WhatsAppPart =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | { readonly type: 'interactive'; readonly interactive: object };

/** Texts; the last one carries what to tap, or is followed by it where it is too long for that. */
export function renderWhatsApp(shown: Shown): readonly WhatsAppPart[] {
  const { pieces, choices } = degrade(shown, WHATSAPP);
  const pieceTexts = pieces.flatMap((piece) => splitText(textOf(piece, shown), WHATSAPP));
  const texts = pack(pieceTexts, (group) => group.join('\n\n').length <= WHATSAPP.maxText).map((group) => group.join('\n\n'));
  if (choices.length === 0) return texts.map(text);
  const { tap, open } = CHANNEL_WORDINGS[shown.language];
  const last = texts.at(-1) ?? '';
  const carries = last.length <= LONGEST_INTERACTIVE;
  return [...texts.slice(0, carries ? -1 : undefined).map(text), interactive(carries ? last : tap, choices, open)];
}

const text = (body: string): WhatsAppPart => ({ type: 'text', text: { body, preview_url: false } });

/** WhatsApp's own marks: bold title, the formula in monospace. */
function textOf(piece: Piece, { language }: Shown): string {
  const wording = WORDINGS[language];
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'table') return plainText([piece], wording);
  return [`*${piece.title}*`, ...piece.rows.map(({ label, value }) => wording.pair(label, value)), `\`\`\`${piece.formula}\`\`\``].join(
    '\n',
  );
}

function interactive(body: string, choices: readonly Choice[], open: string): WhatsAppPart {
  const areButtons = choices.length <= MOST_BUTTONS && choices.every(({ label }) => label.length <= LONGEST_BUTTON);
  const action = areButtons
    ? {
        buttons: choices.map((choice) => ({
          type: 'reply',
          reply: { id: payloadOf(choice, LONGEST_BUTTON_ID), title: choice.label },
        })),
      }
    : { button: open, sections: [{ rows: choices.map(row) }] };
  return { type: 'interactive', interactive: { type: areButtons ? 'button' : 'list', body: { text: body }, action } };
}

const row = (choice: Choice) => ({
  id: payloadOf(choice, LONGEST_ROW_ID),
  title: shortLabel(choice.label, LONGEST_ROW),
  ...(choice.label.length > LONGEST_ROW && { description: choice.label }),
});
