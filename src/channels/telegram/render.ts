import { assertNever } from '../../base/assert-never.js';
import { plainText } from '../../rendering/plain-text.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Wording } from '../../rendering/wording/wording.js';
import type { Capabilities, Shown } from '../channel.js';
import { degrade, type Piece } from '../degrade/degrade.js';
import { splitText } from '../degrade/split.js';
import { pack } from '../outbound/pack.js';
import { dataOf } from './events.js';
import { monospaceTable } from './monospace.js';

export const TELEGRAM: Capabilities = {
  maxText: 4096,
  unit: 'char',
  table: { maxRows: 30, maxColumns: 8 },
  card: true,
  quickReplies: { most: 20, maxLabel: 64 },
  passive: false,
  sendsPerSecond: 30,
};

export interface TelegramPart {
  /** Telegram's HTML. */
  readonly html: string;
  readonly buttons?: readonly { readonly text: string; readonly callback_data: string }[];
}

/** A stretch of HTML, and what is seen of it: the limit is on what is seen. */
interface Stretch {
  readonly html: string;
  readonly seen: string;
}

/** Text with bold headings, tables in monospace where a phone shows them whole, an inline keyboard below the last message. */
export function renderTelegram(shown: Shown): readonly TelegramPart[] {
  const { pieces, choices } = degrade(shown, TELEGRAM);
  const stretches = pieces.flatMap((piece) => stretchesOf(piece, WORDINGS[shown.language]));
  const messages = pack(stretches, (group) => group.map(({ seen }) => seen).join('\n\n').length <= TELEGRAM.maxText);
  const buttons = choices.map(({ label, send }, index) => ({ text: label, callback_data: dataOf(send, index) }));
  return messages.map((message, index) => ({
    html: message.map(({ html }) => html).join('\n\n'),
    ...(index === messages.length - 1 && buttons.length > 0 && { buttons }),
  }));
}

function stretchesOf(piece: Piece, wording: Wording): readonly Stretch[] {
  switch (piece.kind) {
    case 'text':
      return [textStretch(piece.text)];
    case 'table': {
      const drawn = monospaceTable(piece.header, piece.rows);
      if (drawn !== undefined) return [titled(piece.title, drawn, `<pre>${escapeHtml(drawn)}</pre>`)];
      const [first = '', ...rest] = splitText(plainText([piece], wording), { ...TELEGRAM, maxText: TELEGRAM.maxText - ROOM_FOR_TITLE });
      return [titled(piece.title, first, escapeHtml(first)), ...rest.map(textStretch)];
    }
    case 'quote': {
      const lines = piece.rows.map(({ label, value }) => ({
        seen: wording.pair(label, value),
        html: `${escapeHtml(wording.pair(label, ''))}<b>${escapeHtml(value)}</b>`,
      }));
      const formula = { seen: piece.formula, html: `<code>${escapeHtml(piece.formula)}</code>` };
      const all = [...lines, formula];
      return [titled(piece.title, all.map(({ seen }) => seen).join('\n'), all.map(({ html }) => html).join('\n'))];
    }
    default:
      return assertNever(piece);
  }
}

const ROOM_FOR_TITLE = 200;

const textStretch = (text: string): Stretch => ({ seen: text, html: escapeHtml(text) });

const titled = (title: string | undefined, seen: string, html: string): Stretch =>
  title === undefined ? { seen, html } : { seen: `${title}\n${seen}`, html: `<b>${escapeHtml(title)}</b>\n${html}` };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
