import { displayYuan, parseYuan } from '../base/money.js';
import type { Reply, ReplyBlock } from './reply.js';
import { WORDINGS } from './wording/index.js';
import type { Wording } from './wording/wording.js';

interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium';
  readonly isSubtle?: true;
  readonly separator?: true;
  readonly spacing?: 'None' | 'Small';
  readonly horizontalAlignment?: 'Right';
}

interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

interface Column {
  readonly type: 'Column';
  readonly width: 'stretch' | 'auto';
  readonly items: readonly TextBlock[];
}

interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly separator?: true;
}

type CardElement = TextBlock | FactSet | ColumnSet;

type CardAction =
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.Submit'; readonly title: string; readonly data: unknown };

/** Version 1.3: the newest that Web Chat and the channels behind it all render; so there is no `Table` and no `Action.Execute`. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.3';
  /** The complete reply, for clients that cannot draw the card. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

export const ADAPTIVE_CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

export interface CardOptions {
  /** The absolute address of a source; `undefined` where clients can open none. */
  readonly linkTo?: (source: Reply['sources'][number], language: Reply['language']) => string | undefined;
  /** What tapping a button submits in order to send a message. Default: the message itself, which Web Chat sends as if typed. */
  readonly submit?: (message: string) => unknown;
}

const MOST_BUTTONS = 3;

type Block<K extends ReplyBlock['kind']> = Extract<ReplyBlock, { kind: K }>;

/** The quotes and the comparison of a reply as one card, with what it says against them; `undefined` when it has neither. */
export function adaptiveCard(reply: Reply, { linkTo, submit = (message) => message }: CardOptions = {}): AdaptiveCard | undefined {
  const wording = WORDINGS[reply.language];
  const { blocks } = reply;
  const calculated = blocks.flatMap((block, index) => {
    if (block.kind === 'quote') return [quoteElements(block, wording)];
    // A comparison is the table whose figures are plotted next.
    return block.kind === 'table' && blocks[index + 1]?.kind === 'plot' ? [comparisonElements(block, wording)] : [];
  });
  if (calculated.length === 0) return undefined;
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? [noteElement(block, wording)] : []));
  const actions = [...askActions(reply, wording, submit), ...sourceActions(reply, wording, linkTo)];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.3',
    fallbackText: reply.text,
    body: [...calculated.flat(), ...notes],
    ...(actions.length > 0 && { actions }),
  };
}

function quoteElements({ title, rows, formula }: Block<'quote'>, wording: Wording): readonly CardElement[] {
  return [
    heading(title),
    { type: 'FactSet', facts: rows.map(({ label, value }) => ({ title: label, value })) },
    { ...plain(wording.pair(wording.quote.formula, formula)), isSubtle: true, size: 'Small' },
  ];
}

/** A way a row: its name and cost side by side, the rest below, since a chat is too narrow for a column each. */
function comparisonElements({ title, header, rows }: Block<'table'>, wording: Wording): readonly CardElement[] {
  const [way = '', cost = '', ...headings] = header;
  return [
    ...(title === undefined ? [] : [heading(title)]),
    sideBySide(way, cost, { isSubtle: true, size: 'Small' }),
    ...rows.flatMap(([name = '', value = '', ...cells]): readonly CardElement[] => [
      { ...sideBySide(name, value, { weight: 'Bolder' }), separator: true },
      {
        ...plain(wording.card.details(cells.map((cell, index) => wording.pair(headings[index] ?? '', cell)))),
        isSubtle: true,
        size: 'Small',
        spacing: 'Small',
      },
    ]),
  ];
}

const sideBySide = (left: string, right: string, style: Partial<TextBlock>): ColumnSet => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', items: [{ ...plain(left), ...style }] },
    { type: 'Column', width: 'auto', items: [{ ...plain(right), ...style, horizontalAlignment: 'Right' }] },
  ],
});

const noteElement = ({ tone, text }: Block<'note'>, wording: Wording): TextBlock => ({
  ...plain(wording.pair(tone === 'conflict' ? wording.conflict : wording.warning, text)),
  size: 'Small',
  separator: true,
  // No colour: hosts differ in what stands behind it, and not all leave it readable.
  ...(tone !== 'conflict' && { weight: 'Bolder' }),
});

/** In a comparison, a button for each way whose cost and time are known: what exactly it costs. */
function askActions({ blocks, slots }: Reply, wording: Wording, submit: (message: string) => unknown): readonly CardAction[] {
  const amount = parseYuan(slots.amount ?? '');
  const sum = amount === undefined ? undefined : wording.yuan(displayYuan(amount));
  const ways = blocks.flatMap((block) => (block.kind === 'plot' ? block.points.map(({ label }) => label) : []));
  return ways
    .slice(0, MOST_BUTTONS)
    .map((way) => ({ type: 'Action.Submit', title: wording.card.more(way), data: submit(wording.card.ask(way, sum)) }));
}

const sourceActions = ({ sources, language }: Reply, wording: Wording, linkTo: CardOptions['linkTo']): readonly CardAction[] =>
  sources.slice(0, MOST_BUTTONS).flatMap((source): readonly CardAction[] => {
    const url = linkTo?.(source, language);
    return url === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: wording.pair(wording.sources, wording.source(source.title, source.asOf)), url }];
  });

const heading = (text: string): TextBlock => ({ ...plain(text), weight: 'Bolder', size: 'Medium' });

/** Cards read Markdown in their texts; what stands for itself here is kept from being read so. */
const plain = (text: string): TextBlock => ({ type: 'TextBlock', text: text.replace(/[\\*_[\]]/g, '\\$&'), wrap: true });
