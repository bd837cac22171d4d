import type { ClientActivity } from '../channels/directline/protocol.js';
import { h } from './dom.js';
import { isUser } from './message.js';
import type { Words } from './words/words.js';

/** The conversation as a text that can be read anywhere. */
export function conversationText(messages: readonly ClientActivity[], words: Words): string {
  const day = new Intl.DateTimeFormat(words.tag, { dateStyle: 'long' }).format(new Date());
  const moment = new Intl.DateTimeFormat(words.tag, { dateStyle: 'short', timeStyle: 'short' });
  const said = messages.map((activity) => {
    const at = activity.timestamp === undefined ? '' : `[${moment.format(new Date(activity.timestamp))}] `;
    return `${at}${isUser(activity) ? words.you : words.bot}${activity.text ?? ''}`;
  });
  return `${[words.exported(day), ...said].join('\n\n')}\n`;
}

export function download(text: string, name: string, near: ParentNode): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = h('a', { href: address, download: name, hidden: true });
  near.append(link);
  link.click();
  link.remove();
  // Some browsers read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints the widget and nothing else of the page around it. */
export function print(widget: HTMLElement): void {
  const others = new CSSStyleSheet();
  others.replaceSync(`@media print{body :not(:has(${widget.localName}),${widget.localName}){display:none!important}}`);
  document.adoptedStyleSheets.push(others);
  addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== others);
    },
    { once: true },
  );
  window.print();
}
