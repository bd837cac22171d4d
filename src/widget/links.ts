import { type Child, h } from './dom.js';

const ALLOWED = ['http:', 'https:', 'mailto:', 'tel:'];
const IN_TEXT = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"'“”（）()，。；、！？]+/gi;

/** An address as a link may have it; `undefined` for `javascript:` and whatever else a link must not be. */
function safeAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ALLOWED.includes(url.protocol) ? url.href : undefined;
}

export function link(address: string, ...children: readonly Child[]): HTMLElement {
  const href = safeAddress(address);
  return href === undefined ? h('span', {}, ...children) : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

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
