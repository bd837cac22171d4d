import type { Choice } from '../../rendering/reply.js';
import type { Wording } from '../../rendering/wording/wording.js';
import type { Piece } from '../degrade/degrade.js';
import { isFigures } from '../outbound/figures.js';
import { payloadOf, shortLabel } from '../outbound/labels.js';

/** A component of a Flex message. */
export type Component = { readonly type: string } & Readonly<Record<string, unknown>>;

const LONGEST_DATA = 300;
export const LONGEST_QUICK_REPLY = 20;
const MOST_GRID_COLUMNS = 3;

const GREY = '#6b7280';

const bubble = (contents: readonly Component[]): Component => ({
  type: 'bubble',
  size: 'giga',
  body: { type: 'box', layout: 'vertical', spacing: 'md', contents },
});

const text = (content: string, style: Readonly<Record<string, unknown>> = {}): Component => ({
  type: 'text',
  // An empty text is an error.
  text: content === '' ? '–' : content,
  wrap: true,
  size: 'sm',
  ...style,
});

const row = (contents: readonly Component[]): Component => ({ type: 'box', layout: 'horizontal', spacing: 'md', contents });

const heading = (title: string): Component => text(title, { weight: 'bold', size: 'md' });
const separator: Component = { type: 'separator' };

const labelled = (label: string, value: string): Component => row([text(label, { color: GREY, flex: 2 }), text(value, { flex: 5 })]);

/** A quote as rows of label and value, its formula below. */
export const quoteBubble = ({ title, rows, formula }: Extract<Piece, { kind: 'quote' }>, wording: Wording): Component =>
  bubble([
    heading(title),
    separator,
    ...rows.map(({ label, value }) => labelled(label, value)),
    separator,
    text(`${wording.pair(wording.quote.formula, formula)}`, { color: GREY, size: 'xs' }),
  ]);

/** A narrow table as a grid; of a wide one each row stands by itself, its cells below each other with their headings. */
export const tableBubble = ({ title, header, rows }: Extract<Piece, { kind: 'table' }>): Component =>
  bubble([
    ...(title === undefined ? [] : [heading(title)]),
    ...(header.length <= MOST_GRID_COLUMNS ? grid(header, rows) : rows.flatMap((cells) => entry(header, cells))),
  ]);

function grid(header: readonly string[], rows: readonly (readonly string[])[]): readonly Component[] {
  const align = header.map((_, index) => ({ flex: 1, align: isFigures(rows, index) ? 'end' : 'start' }));
  const line = (cells: readonly string[], style: object) =>
    row(header.map((_, index) => text(cells[index] ?? '', { ...align[index], ...style })));
  return [line(header, { color: GREY }), separator, ...rows.map((cells) => line(cells, {}))];
}

const entry = (header: readonly string[], [first = '', ...cells]: readonly string[]): readonly Component[] => [
  separator,
  text(first, { weight: 'bold' }),
  ...cells.map((cell, index) => labelled(header[index + 1] ?? '', cell)),
];

/** A tap comes back as a postback, so that it reaches the bot in a group, too, where messages need a mention. */
const sayAction = (choice: Choice): object => ({
  type: 'postback',
  label: shortLabel(choice.label, LONGEST_QUICK_REPLY),
  data: payloadOf(choice, LONGEST_DATA),
  displayText: choice.label,
});

export const quickReply = (choices: readonly Choice[]): object => ({
  items: choices.map((choice) => ({ type: 'action', action: sayAction(choice) })),
});

/** Choices whose labels are too long for quick replies, as lines to tap. */
export const choicesBubble = (choices: readonly Choice[]): Component =>
  bubble(
    choices.map((choice) => ({
      type: 'box',
      layout: 'vertical',
      paddingAll: 'md',
      cornerRadius: 'md',
      borderWidth: 'normal',
      borderColor: '#d1d5db',
      action: sayAction(choice),
      contents: [text(choice.label, { align: 'center' })],
    })),
  );
