/** Attributes as they are written; `onclick` and its like are listeners; `false` and `undefined` leave one out. */
export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined | ((event: never) => void);
}

export type Child = Node | string | undefined | false;

function fill<E extends Element>(made: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : `${value}`);
    // Every class is a part too, so that pages can style whatever they see.
    if (name === 'class' && value) made.setAttribute('part', `${value}`);
  }
  // Strings become text nodes: nothing here is ever read as markup.
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => fill(document.createElement(tag), attributes, children);

export const s = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement, attributes, children);

/** A button with a text. */
export const button = (label: string, className: string, onclick: () => void): HTMLButtonElement =>
  h('button', { type: 'button', class: className, onclick }, label);

const SHAPES = {
  chat: 'M4 5.5h16v11H10.5L6 20v-3.5H4z M8 9.5h8 M8 12.8h5',
  close: 'M6 6l12 12 M18 6L6 18',
  menu: 'M12 5.5v.01 M12 12v.01 M12 18.5v.01',
  send: 'M5 12h13 M12.5 6l6 6-6 6',
  copy: 'M9 9h10v10H9z M6 15H5V5h10v1',
  up: 'M7.5 11v8.5H4.5V11z M7.5 11l4-6.5c1.4 0 2.1 1 1.8 2.4l-.6 2.6h5.1c1 0 1.7.9 1.5 1.9l-1.2 6.5c-.2.9-.9 1.6-1.8 1.6H7.5',
  down: 'M7.5 13V4.5H4.5V13z M7.5 13l4 6.5c1.4 0 2.1-1 1.8-2.4l-.6-2.6h5.1c1 0 1.7-.9 1.5-1.9l-1.2-6.5C17.9 5.2 17.2 4.5 16.3 4.5H7.5',
} as const;

export type Icon = keyof typeof SHAPES;

export const icon = (name: Icon): SVGElement =>
  s('svg', { viewBox: '0 0 24 24', class: `icon i-${name}`, 'aria-hidden': 'true' }, s('path', { d: SHAPES[name] }));

/** A button that is only a picture; its name is given apart, since it changes with the language. */
export const iconButton = (name: Icon, attributes: Attributes): HTMLButtonElement =>
  h('button', { type: 'button', class: 'round', ...attributes }, icon(name));
