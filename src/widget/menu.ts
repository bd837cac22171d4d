import { button, h, iconButton } from './dom.js';
import type { Texts } from './texts.js';

export interface MenuActions {
  readonly person: () => void;
  readonly restart: () => void;
  readonly download: () => void;
  readonly print: () => void;
  readonly erase: () => void;
}

export interface Menu {
  readonly toggle: HTMLButtonElement;
  readonly element: HTMLElement;
  /** `true` when it was open. */
  close(): boolean;
}

const ORDER = ['person', 'restart', 'download', 'print', 'erase'] as const;

export function createMenu(texts: Texts, actions: MenuActions): Menu {
  const element = h('div', { class: 'menu', id: 'menu', hidden: true });
  const toggle = iconButton('menu', { 'aria-controls': 'menu', onclick: () => show(element.hidden === true) });

  function show(on: boolean): void {
    element.hidden = !on;
    toggle.ariaExpanded = `${on}`;
    if (on) element.querySelector('button')?.focus();
  }

  const items = ORDER.map((name) => {
    const item = button('', `item ${name}`, () => {
      show(false);
      toggle.focus();
      actions[name]();
    });
    texts.keep((words) => {
      item.textContent = words[name];
    });
    return item;
  });
  element.append(...items);
  element.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const now = items.findIndex((item) => item.matches(':focus'));
    items.at((now + step) % items.length)?.focus();
  });
  element.addEventListener('focusout', ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && (toggle.contains(relatedTarget) || element.contains(relatedTarget)))) show(false);
  });
  texts.keep((words) => {
    toggle.ariaLabel = words.menu;
    toggle.title = words.menu;
  });
  show(false);

  return {
    toggle,
    element,
    close() {
      const wasOpen = !element.hidden;
      show(false);
      if (wasOpen) toggle.focus();
      return wasOpen;
    },
  };
}
