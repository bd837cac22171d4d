import type { ConnectionState } from './connection.js';
import { h, icon, iconButton } from './dom.js';
import type { Texts } from './texts.js';

export interface Frame {
  readonly launcher: HTMLButtonElement;
  readonly dialog: HTMLDialogElement;
  readonly title: HTMLElement;
  state(state: ConnectionState): void;
  unread(count: number): void;
  /** One line above the messages, until there is another. */
  notice(say: 'ended' | 'erased' | undefined): void;
  announce(text: string): void;
}

export interface FrameParts {
  readonly texts: Texts;
  /** What the host page calls it; else the product's name. */
  readonly heading: () => string | null;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly switchLanguage: () => void;
  /** Stand in the head, and below it in this order. */
  readonly menuToggle: HTMLElement;
  readonly body: readonly HTMLElement[];
}

/** The launcher and the panel around the conversation. */
export function createFrame({ texts, heading, toggle, close, switchLanguage, menuToggle, body }: FrameParts): Frame {
  const badge = h('span', { class: 'badge', hidden: true });
  const launcher = h('button', { type: 'button', class: 'launcher', 'aria-expanded': 'false', onclick: toggle }, icon('chat'), badge);
  const title = h('h2', { id: 'title', tabindex: -1 });
  const status = h('p', { class: 'status', role: 'status' });
  const other = h('button', { type: 'button', class: 'round language', onclick: switchLanguage });
  const closer = iconButton('close', { class: 'round closer', onclick: close });
  const notice = h('p', { class: 'notice', role: 'status', hidden: true });
  // Inside the dialog, since what is outside a modal one is inert; outside the transcript, which would be read as a whole.
  const live = h('div', { class: 'unseen', 'aria-live': 'polite' });
  const dialog = h(
    'dialog',
    { class: 'panel', 'aria-labelledby': 'title' },
    h(
      'header',
      { class: 'header' },
      h('span', { class: 'logo', 'aria-hidden': 'true' }, '知'),
      h('div', { class: 'titles' }, title, status),
      other,
      menuToggle,
      closer,
    ),
    notice,
    ...body,
    live,
  );

  let now: ConnectionState = 'idle';
  let count = 0;
  let note: 'ended' | 'erased' | undefined;

  function draw(): void {
    const words = texts.words();
    title.textContent = heading() ?? words.name;
    status.textContent = words[now];
    status.dataset['state'] = now;
    badge.hidden = count === 0;
    badge.textContent = count > 9 ? '9+' : `${count}`;
    launcher.ariaLabel = count === 0 ? words.open : `${words.open}, ${words.unread(count)}`;
    closer.ariaLabel = words.close;
    closer.title = words.close;
    other.textContent = words.other;
    other.ariaLabel = words.switchTo;
    other.title = words.switchTo;
    other.lang = texts.language() === 'zh' ? 'en' : 'zh-CN';
    notice.hidden = note === undefined;
    notice.textContent = note === undefined ? '' : words[note];
  }
  texts.keep(draw);

  return {
    launcher,
    dialog,
    title,
    state(state) {
      now = state;
      draw();
    },
    unread(next) {
      count = next;
      draw();
    },
    notice(say) {
      note = say;
      draw();
    },
    announce(text) {
      // Cleared first, so that the same words again are a change.
      live.textContent = '';
      requestAnimationFrame(() => {
        live.textContent = text;
      });
    },
  };
}
