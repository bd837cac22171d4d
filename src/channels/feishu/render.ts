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

/** A table shows ten rows and turns its pages by itself. */
export const FEISHU: Capabilities = {
  maxText: 4000,
  unit: 'char',
  table: { maxRows: 100, maxColumns: 20 },
  card: true,
  quickReplies: { most: 12, maxLabel: 60 },
  passive: false,
};

/** A card is at most 30 KB as it is sent, with five tables and 200 components. */
const LARGEST_CARD = 28_000;
const MOST_TABLES = 5;
const MOST_COMPONENTS = 180;
const ROWS_A_PAGE = 10;
const LONGEST_PAYLOAD = 500;

type Element = { readonly tag: string } & Readonly<Record<string, unknown>>;

/** A card in Feishu's JSON 2.0, where a property that it does not know is an error: no more than what is needed stands here. */
export interface FeishuPart {
  readonly schema: '2.0';
  readonly body: { readonly elements: readonly Element[] };
}

/** Interactive cards: plain texts, tables, a quote as rows of label and value, buttons at the end of the last card. */
export function renderFeishu(shown: Shown): readonly FeishuPart[] {
  const { pieces, choices } = degrade(shown, FEISHU);
  const wording = WORDINGS[shown.language];
  const buttons = choices.map(
    (choice): Element => ({
      tag: 'button',
      text: { tag: 'plain_text', content: choice.label },
      type: 'default',
      width: 'fill',
      behaviors: [{ type: 'callback', value: { say: payloadOf(choice, LONGEST_PAYLOAD) } }],
    }),
  );
  const drawn = [...pieces.flatMap((piece) => drawnPiece(piece, wording)), ...(buttons.length > 0 ? [buttons] : [])];
  return pack(drawn, (group) => fits(group.flat())).map((group) => card(group.flat()));
}

const card = (elements: readonly Element[]): FeishuPart => ({ schema: '2.0', body: { elements } });

const fits = (elements: readonly Element[]): boolean =>
  Buffer.byteLength(JSON.stringify(JSON.stringify(card(elements)))) <= LARGEST_CARD &&
  elements.filter(({ tag }) => tag === 'table').length <= MOST_TABLES &&
  components(elements) <= MOST_COMPONENTS;

/** Everything with a tag, at any depth. */
function components(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, inside) => sum + components(inside), 'tag' in value ? 1 : 0);
}

/** What of a piece stands together. A piece that no card holds is cut as text. */
function drawnPiece(piece: Piece, wording: Wording): readonly (readonly Element[])[] {
  const elements = elementsOf(piece, wording);
  if (fits(elements)) return [elements];
  const text = piece.kind === 'text' ? piece.text : plainText([piece], wording);
  return splitText(text, FEISHU).map((part) => [plain(part)]);
}

function elementsOf(piece: Piece, wording: Wording): readonly Element[] {
  switch (piece.kind) {
    case 'text':
      return [plain(piece.text)];
    case 'table':
      return [...(piece.title === undefined ? [] : [plain(piece.title, { text_size: 'heading' })]), table(piece)];
    case 'quote':
      return [
        plain(piece.title, { text_size: 'heading' }),
        ...piece.rows.map(({ label, value }) => labelled(label, value)),
        labelled(wording.quote.formula, piece.formula),
      ];
    default:
      return assertNever(piece);
  }
}

/** Plain text, so that nothing in it is markup. */
const plain = (content: string, style: { readonly text_size?: string; readonly text_color?: string } = {}): Element => ({
  tag: 'div',
  text: { tag: 'plain_text', content, ...style },
});

const labelled = (label: string, value: string): Element => ({
  tag: 'column_set',
  flex_mode: 'none',
  columns: [
    { tag: 'column', width: 'weighted', weight: 1, elements: [plain(label, { text_color: 'grey' })] },
    { tag: 'column', width: 'weighted', weight: 3, elements: [plain(value)] },
  ],
});

const table = ({ header, rows }: Extract<Piece, { kind: 'table' }>): Element => ({
  tag: 'table',
  page_size: Math.min(ROWS_A_PAGE, Math.max(1, rows.length)),
  row_height: 'auto',
  columns: header.map((title, index) => ({
    name: `column${index}`,
    display_name: title,
    data_type: 'text',
    width: 'auto',
    horizontal_align: isFigures(rows, index) ? 'right' : 'left',
  })),
  rows: rows.map((row) => Object.fromEntries(header.map((_, index) => [`column${index}`, row[index] ?? '']))),
});
