import { button, h, iconButton, label } from './dom.js';
import type { Texts } from './texts.js';

const ORDER = ['person', 'restart', 'download', 'print', 'erase'] as const;

export type MenuActions = { readonly [name in (typeof ORDER)[number]]: () => void };

export interface Menu {
  readonly toggle: HTMLButtonElement;
  readonly element: HTMLElement;
  /** `true` when it was open. */
  close(): boolean;
}

export function createMenu(texts: Texts, actions: MenuActions): Menu {
  const items = ORDER.map((name) =>
    button('', `item ${name}`, () => {
      close();
      actions[name]();
    }),
  );
  const element = h('div.menu', { hidden: true }, ...items);
  const toggle = iconButton('menu', () => show(element.hidden === true), { 'aria-expanded': 'false' });

  function show(on: boolean): void {
    element.hidden = !on;
    toggle.ariaExpanded = `${on}`;
    if (on) items[0]?.focus();
  }

  function close(): boolean {
    if (element.hidden) return false;
    show(false);
    toggle.focus();
    return true;
  }

  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== toggle && !element.contains(relatedTarget as Node | null)) show(false);
  });
  texts.keep((words) => {
    label(toggle, words.menu);
    for (const [index, name] of ORDER.entries()) items[index]?.replaceChildren(words[name]);
  });
  return { toggle, element, close };
}
