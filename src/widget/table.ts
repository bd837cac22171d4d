import { h } from './dom.js';
import { linked } from './links.js';

/** Cells that are figures through and through stand under each other by their last digit. */
const FIGURE = /^[-−–\d.,%\s]+$/;
/** Up to so many characters a cell stays on one line; a Chinese one takes the room of two. */
const SHORT = 14;

/** A table that scrolls sideways where it must, within the reach of the keyboard. */
export function tableElement(title: string | undefined, header: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const isFigure = header.map((_, column) => rows.every((row) => FIGURE.test(row[column] ?? '')));
  const cell = (text: string, column: number): HTMLElement => {
    const classes = `${text.replace(/[^ -ÿ–]/g, '..').length > SHORT ? 'long' : 'short'}${isFigure[column] ? ' figure' : ''}`;
    return column > 0 ? h(`td.${classes}`, {}, ...linked(text)) : h(`th.${classes}`, { scope: 'row' }, ...linked(text));
  };
  return h(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': title ?? header.join(', ') },
    h(
      'table.table',
      {},
      title !== undefined && h('caption', {}, title),
      h('thead', {}, h('tr', {}, ...header.map((text, column) => h(isFigure[column] ? 'th.figure' : 'th', { scope: 'col' }, text)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
    ),
  );
}
