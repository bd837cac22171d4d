import type { ClientActivity } from '../channels/directline/protocol.js';
import { h } from './dom.js';
import { isUser } from './message.js';
import { timeOf } from './transcript.js';
import type { Words } from './words/words.js';

/** The conversation as a text that can be read anywhere. */
export function conversationText(messages: readonly ClientActivity[], { tag, you, name }: Words): string {
  return messages
    .map((activity) => {
      const at = timeOf(activity).toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' });
      return `${isUser(activity) ? you : `${name} `}[${at}]\n${activity.text}\n`;
    })
    .join('\n');
}

export function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  h('a', { href: address, download: name }).click();
  // Some browsers read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints the widget and nothing else of the page around it. */
export function print(): void {
  const others = new CSSStyleSheet();
  others.replaceSync('@media print{body :not(:has(zhida-chat),zhida-chat){display:none!important}}');
  document.adoptedStyleSheets.push(others);
  const restore = (): void => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== others);
  };
  addEventListener('afterprint', restore, { once: true });
  window.print();
}
