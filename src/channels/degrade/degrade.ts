import { plainText, sourcesText } from '../../rendering/plain-text.js';
import type { Choice, ReplyBlock } from '../../rendering/reply.js';
import { WORDINGS } from '../../rendering/wording/index.js';
import type { Capabilities, Shown } from '../channel.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';
import { canTap, choicesOf, repeatsChoices } from './choices.js';
import { lengthIn } from './measure.js';
import { splitText } from './split.js';

type Table = Extract<ReplyBlock, { kind: 'table' }>;
type Quote = Extract<ReplyBlock, { kind: 'quote' }>;

/** One thing to show, within the platform's limits: a text, or what the platform shows better than as text. */
export type Piece = { readonly kind: 'text'; readonly text: string } | Table | Quote;

export interface Degraded {
  /** In reading order, never empty. Tables and quotes only where the platform has them. */
  readonly pieces: readonly Piece[];
  /** What to tap, to be attached to the last piece; empty where choices are numbered in the text instead. */
  readonly choices: readonly Choice[];
}

/** An answer as a platform can show it: table → list → text, choices to tap → numbered list, long text → several. */
export function degrade(shown: Shown, capabilities: Capabilities): Degraded {
  const choices = choicesOf(shown);
  const tap = canTap(choices, capabilities);
  const whole = pieces(shown, tap ? [] : choices, capabilities);
  const { maxSends } = capabilities;
  if (maxSends === undefined || whole.length <= maxSends) return { pieces: whole, choices: tap ? choices : [] };
  const bare = pieces(shown, [], capabilities);
  return { pieces: bare.length <= maxSends ? bare : shortened(bare, maxSends, shown, capabilities), choices: tap ? choices : [] };
}

function pieces(shown: Shown, numbered: readonly Choice[], capabilities: Capabilities): readonly Piece[] {
  const wording = WORDINGS[shown.language];
  const choices = choicesOf(shown);
  const found: Piece[] = [];
  let lines: string[] = [];
  const flush = () => {
    found.push(...splitText(lines.join('\n'), capabilities).map((text) => ({ kind: 'text' as const, text })));
    lines = [];
  };
  for (const block of shown.blocks) {
    if (block.kind === 'options' || repeatsChoices(block, choices)) continue;
    if ((block.kind === 'table' && showsTable(block, capabilities)) || (block.kind === 'quote' && capabilities.card)) {
      flush();
      found.push(...(block.kind === 'table' ? tables(block, capabilities) : [block]));
    } else {
      const text = plainText([block], wording);
      if (text !== '') lines.push(text);
    }
  }
  const sources = sourcesText(shown.sources, wording);
  if (sources !== '') lines.push(sources);
  if (numbered.length > 0) lines.push(numberedList(shown, numbered));
  flush();
  return found;
}

function numberedList(shown: Shown, choices: readonly Choice[]): string {
  const { next, choose } = CHANNEL_WORDINGS[shown.language];
  const items = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return (shown.kind === 'clarify' ? [...items, choose] : [next, ...items]).join('\n');
}

const showsTable = ({ header }: Table, { table }: Capabilities): boolean => table !== false && header.length <= table.maxColumns;

/** A long table as several, each under the heading. */
function tables(table: Table, { table: limits }: Capabilities): readonly Table[] {
  const most = limits === false ? table.rows.length : limits.maxRows;
  const cuts = Math.max(1, Math.ceil(table.rows.length / most));
  return Array.from({ length: cuts }, (_, index) => ({ ...table, rows: table.rows.slice(index * most, (index + 1) * most) }));
}

/** As much as may be sent; the last message says that there is more. */
function shortened(found: readonly Piece[], maxSends: number, { language }: Shown, capabilities: Capabilities): readonly Piece[] {
  const { cut } = CHANNEL_WORDINGS[language];
  const kept = found.slice(0, maxSends);
  const last = kept.at(-1);
  const room = { ...capabilities, maxText: capabilities.maxText - lengthIn(`\n${cut}`, capabilities.unit) };
  const text = last?.kind === 'text' ? `${splitText(last.text, room)[0] ?? ''}\n${cut}` : cut;
  return [...kept.slice(0, -1), { kind: 'text', text: text.trim() }];
}
