import { assertNever } from '../../base/assert-never.js';
import { plainText } from '../../rendering/plain-text.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Wording } from '../../rendering/wording/wording.js';
import type { Capabilities, Shown } from '../channel.js';
import { degrade, type Piece } from '../degrade/degrade.js';
import { splitText } from '../degrade/split.js';
import { isFigures } from '../outbound/figures.js';
import { payloadOf } from '../outbound/labels.js';
import { pack } from '../outbound/pack.js';

/** The limits are those of a section, a table block, an actions block and a button. */
export const SLACK: Capabilities = {
  maxText: 3000,
  unit: 'char',
  table: { maxRows: 99, maxColumns: 20 },
  card: true,
  quickReplies: { most: 25, maxLabel: 75 },
  passive: false,
};

const MOST_BLOCKS = 49;
const LONGEST_TABLE = 10_000;
/** Well below what Slack takes of a message as a whole. */
const LONGEST_MESSAGE = 12_000;
const MOST_FIELDS = 10;
const LONGEST_VALUE = 2000;
/** Above it Slack cuts the text that stands for the blocks in notifications and for screen readers. */
const LONGEST_FALLBACK = 4000;

type Block = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface SlackPart {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A piece as blocks, and as the text that stands for them. */
interface Drawn {
  readonly blocks: readonly Block[];
  readonly text: string;
}

/** Sections, a table block a message, a quote as fields, buttons below the last message. */
export function renderSlack(shown: Shown): readonly SlackPart[] {
  const wording = WORDINGS[shown.language];
  const { pieces, choices } = degrade(shown, SLACK);
  const messages = pack(
    pieces.flatMap((piece) => drawn(piece, wording)),
    (group) => {
      const blocks = group.flatMap((one) => one.blocks);
      return (
        group.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_MESSAGE &&
        blocks.length <= MOST_BLOCKS &&
        blocks.filter(({ type }) => type === 'table').length <= 1
      );
    },
  );
  const elements = choices.map((choice, index) => ({
    type: 'button',
    action_id: `say-${index}`,
    text: { type: 'plain_text', text: choice.label, emoji: false },
    value: payloadOf(choice, LONGEST_VALUE),
  }));
  return messages.map((message, index) => ({
    text: splitText(message.map(({ text }) => text).join('\n'), { maxText: LONGEST_FALLBACK, unit: 'char' })[0] ?? '',
    blocks: [
      ...message.flatMap(({ blocks }) => blocks),
      ...(index === messages.length - 1 && elements.length > 0 ? [{ type: 'actions', elements }] : []),
    ],
  }));
}

function drawn(piece: Piece, wording: Wording): readonly Drawn[] {
  const text = plainTextOf(piece, wording);
  switch (piece.kind) {
    case 'text':
      return [{ blocks: [section(piece.text)], text }];
    case 'table': {
      const cells = [piece.header, ...piece.rows];
      const size = cells.flat().reduce((sum, cell) => sum + cell.length, 0);
      if (size > LONGEST_TABLE) return splitText(text, SLACK).map((part) => ({ blocks: [section(part)], text: part }));
      const table = {
        type: 'table',
        column_settings: piece.header.map((_, index) => ({ is_wrapped: true, align: isFigures(piece.rows, index) ? 'right' : 'left' })),
        rows: cells.map((row) => piece.header.map((_, index) => ({ type: 'raw_text', text: row[index] || '–' }))),
      };
      return [{ blocks: [...(piece.title === undefined ? [] : [heading(piece.title)]), table], text }];
    }
    case 'quote': {
      const fields = piece.rows.map(({ label, value }) => ({ type: 'mrkdwn', text: `*${escapeMarkup(label)}*\n${escapeMarkup(value)}` }));
      const formula = { type: 'context', elements: [{ type: 'plain_text', text: piece.formula, emoji: false }] };
      const [first = [], ...rest] = pack(fields, (group) => group.length <= MOST_FIELDS);
      return [
        {
          blocks: [{ ...heading(piece.title), fields: first }, ...rest.map((more) => ({ type: 'section', fields: more })), formula],
          text,
        },
      ];
    }
    default:
      return assertNever(piece);
  }
}

const plainTextOf = (piece: Piece, wording: Wording): string =>
  piece.kind === 'text' ? piece.text : [piece.title, plainText([piece], wording)].filter((line) => line !== undefined).join('\n');

/** As plain text, so that nothing in it is markup. */
const section = (text: string): Block => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } });

const heading = (title: string): Block => ({ type: 'section', text: { type: 'mrkdwn', text: `*${escapeMarkup(title)}*` } });

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeMarkup = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
