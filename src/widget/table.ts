import { h } from './dom.js';
import { linked } from './links.js';

/** Cells that are figures through and through stand under each other by their last digit. */
const FIGURE = /^[-−–\d.,%\s]+$/;
/** Up to so many characters a cell stays on one line; a Chinese one takes the room of two. */
const SHORT = 18;

/** A table that scrolls sideways where it must, within the reach of the keyboard. */
export function tableElement(
  title: string | undefined,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isTitleShownElsewhere = false,
): HTMLElement {
  const isFigure = header.map((_, column) => rows.every((row) => FIGURE.test(row[column] ?? '')));
  const classes = (text: string, column: number): string =>
    `${text.replace(/[^ -ÿ–]/g, '..').length > SHORT ? 'long' : 'short'}${isFigure[column] ? ' figure' : ''}`;
  const cell = (tag: 'th' | 'td', text: string, column: number, scope?: string): HTMLElement =>
    h(tag, { class: classes(text, column), scope }, ...linked(text));
  const body = rows.map((row) =>
    h('tr', {}, ...row.map((text, column) => (column === 0 ? cell('th', text, 0, 'row') : cell('td', text, column)))),
  );
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title ?? header.join(', ') },
    h(
      'table',
      { class: 'table' },
      title !== undefined && h('caption', { class: isTitleShownElsewhere ? 'unseen' : undefined }, title),
      h('thead', {}, h('tr', {}, ...header.map((text, column) => cell('th', text, column, 'col')))),
      h('tbody', {}, ...body),
    ),
  );
}
