import { type Child, h } from './dom.js';

/** What a link may begin with: no `javascript:`, nor anything else that is not an address. */
const ALLOWED = /^(https?:\/\/|mailto:|tel:)/i;
const IN_TEXT = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"'“”（）()，。；、！？]+/gi;

export const link = (href: string, ...children: readonly Child[]): HTMLElement =>
  ALLOWED.test(href) ? h('a', { href, target: '_blank', rel: 'noreferrer' }, ...children) : h('span', {}, ...children);

/** A text with the addresses in it as links. */
export function linked(text: string): readonly Child[] {
  const found: Child[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(IN_TEXT)) {
    found.push(text.slice(end, index), link(address, address));
    end = index + address.length;
  }
  return [...found, text.slice(end)];
}
