import { assertNever } from '../base/assert-never.js';
import type { Reply, ReplyBlock } from './reply.js';
import type { Wording } from './wording/wording.js';

/** Blocks as text that is complete by itself, for channels without cards. */
export function plainText(blocks: readonly ReplyBlock[], wording: Wording): string {
  return blocks
    .map((block) => blockText(block, wording))
    .filter((text) => text !== '')
    .join('\n');
}

/** Where the answer comes from, on one line; empty when it states nothing. */
export const sourcesText = (sources: Reply['sources'], wording: Wording): string =>
  sources.length === 0 ? '' : wording.pair(wording.sources, wording.list(sources.map(({ title, asOf }) => wording.source(title, asOf))));

function blockText(block: ReplyBlock, wording: Wording): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `• ${item}`)).join('\n');
    case 'table':
      return block.rows.map((row) => `• ${rowText(row, block.header, wording)}`).join('\n');
    case 'quote':
      return [
        wording.pair(wording.quote.formula, block.formula),
        ...block.rows.filter(({ label }) => label === wording.quote.limit).map(({ label, value }) => wording.pair(label, value)),
      ].join('\n');
    // The same figures stand in the table before it.
    case 'plot':
      return '';
    case 'note':
      return wording.pair(block.tone === 'conflict' ? wording.conflict : wording.warning, block.text);
    case 'options':
      return block.choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
    default:
      return assertNever(block);
  }
}

/** A table's row as a line: its first cell, then each other one after its heading. */
function rowText([first = '', ...cells]: readonly string[], [, ...header]: readonly string[], wording: Wording): string {
  return wording.row(
    first,
    cells.map((value, index) => ({ heading: header[index] ?? '', value })),
  );
}
