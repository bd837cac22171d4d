/** Attributes as they are written; `onclick` and its like are listeners; `false` and `undefined` leave one out. */
export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined | ((event: never) => void);
}

/** What is undefined, false or an empty text is left out. */
export type Child = Node | string | undefined | false;

type Tags = HTMLElementTagNameMap;
type Made<Name extends string> = Name extends `${infer Tag extends keyof Tags}.${string}`
  ? Tags[Tag]
  : Name extends keyof Tags
    ? Tags[Name]
    : never;

function make<E extends Element>(element: E, classes: string | undefined, attributes: Attributes, children: readonly Child[]): E {
  // Every class is a part too, so that pages can style whatever they see.
  if (classes) {
    element.setAttribute('class', classes);
    element.setAttribute('part', classes);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
  }
  // Strings become text nodes: nothing here is ever read as markup.
  element.append(...(children.filter(Boolean) as (Node | string)[]));
  return element;
}

/** `h('p.note warning', { lang: 'en' }, 'text')`: classes stand after the tag's dot. */
export function h<Name extends string>(name: Name, attributes: Attributes = {}, ...children: readonly Child[]): Made<Name> {
  const [tag = '', classes] = name.split('.');
  return make(document.createElement(tag), classes, attributes, children) as unknown as Made<Name>;
}

export function s(name: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const [tag = '', classes] = name.split('.');
  return make(document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement, classes, attributes, children);
}

/** A button with a text. */
export const button = <Classes extends string>(label: string, classes: Classes, onclick: () => void): HTMLButtonElement =>
  h(`button.${classes}`, { type: 'button', onclick }, label) as HTMLButtonElement;

const SHAPES = {
  chat: 'M4 5.5h16v11H10.5L6 20v-3.5H4z M8 9.5h8 M8 12.8h5',
  close: 'M6 6l12 12 M18 6L6 18',
  menu: 'M12 5.5v.01 M12 12v.01 M12 18.5v.01',
  send: 'M5 12h13 M12.5 6l6 6-6 6',
  copy: 'M9 9h10v10H9z M6 15H5V5h10v1',
  up: 'M8 11v8.5H5V11h3l4-6.5c2 0 2 1.5 1.5 5h5l-1.5 10H8',
} as const;

export type Icon = keyof typeof SHAPES | 'down';

export const icon = (name: Icon): SVGElement =>
  s(`svg.icon i-${name}`, { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, s('path', { d: SHAPES[name === 'down' ? 'up' : name] }));

/** A button that is only a picture. */
export const iconButton = (name: Icon, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  h('button.round', { type: 'button', onclick, ...attributes }, icon(name));

/** Once there is a picture, which is the one after the first frame's callbacks: nobody should wait for this to type. */
export const afterPaint = (work: () => void): unknown => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));

/** What a button without a text says, to the eye that rests on it too. */
export function label(element: HTMLElement, text: string): void {
  element.ariaLabel = text;
  element.title = text;
}
