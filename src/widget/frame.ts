import type { ConnectionState } from './connection.js';
import { afterPaint, button, h, icon, label } from './dom.js';
import type { Texts } from './texts.js';
import { WORDS } from './words/words.js';

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
  readonly open: () => void;
  readonly close: () => void;
  readonly switchLanguage: () => void;
  readonly menuToggle: HTMLElement;
  /** What stands below the head, in this order. */
  readonly body: readonly HTMLElement[];
}

/** The launcher and the panel around the conversation. */
export function createFrame({ texts, heading, open, close, switchLanguage, menuToggle, body }: FrameParts): Frame {
  const badge = h('span.badge');
  const launcher = h('button.launcher', { type: 'button', onclick: open }, icon('chat'), badge);
  const title = h('h2.title', { id: 'title', tabindex: -1 });
  const status = h('p.status', { role: 'status' });
  const other = button('', 'round language', switchLanguage);
  const closer = h('button.round closer', { type: 'button', onclick: close }, icon('close'));
  const notice = h('p.notice', { role: 'status', hidden: true });
  // Inside the dialog, since what is outside a modal one is inert; outside the transcript, which would be read as a whole.
  const live = h('div.unseen', { 'aria-live': 'polite' });
  const header = h('header.header', {}, h('span.logo', {}, icon('chat')), h('div.titles', {}, title, status), other, menuToggle, closer);
  const dialog = h('dialog.panel', { 'aria-labelledby': 'title' }, header, notice, ...body, live);
  let now: ConnectionState = 'idle';
  let count = 0;

  function draw(): void {
    const words = texts.words();
    title.textContent = heading() ?? words.name;
    status.textContent = words[now];
    status.dataset['state'] = now;
    badge.hidden = count === 0;
    badge.textContent = count > 9 ? '9+' : `${count}`;
    label(launcher, count === 0 ? words.open : `${words.open}, ${count} ${words.unread}`);
    label(closer, words.close);
  }
  texts.keep(draw);
  // It may take a font of its own.
  texts.keep((words) =>
    afterPaint(() => {
      other.textContent = words.other;
      other.lang = words === WORDS.zh ? 'en' : 'zh-CN';
    }),
  );

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
      notice.hidden = !say;
      notice.textContent = say ? texts.words()[say] : '';
    },
    announce(text) {
      // Cleared first, so that the same words again are a change.
      live.textContent = '';
      setTimeout(() => live.replaceChildren(text), 50);
    },
  };
}
