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

/** Its items are made as it opens. */
export function createMenu(texts: Texts, actions: MenuActions): Menu {
  const element = h('div.menu', { hidden: true });
  const toggle = iconButton('menu', () => show(element.hidden === true), { 'aria-expanded': 'false' });

  function show(on: boolean): void {
    element.hidden = !on;
    toggle.ariaExpanded = `${on}`;
    if (!on) return;
    const items = ORDER.map((name) =>
      button(texts.words()[name], `item ${name}`, () => {
        close();
        actions[name]();
      }),
    );
    element.replaceChildren(...items);
    items[0]?.focus();
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
  texts.keep((words) => label(toggle, words.menu));
  return { toggle, element, close };
}
