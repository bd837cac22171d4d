import { type Chat, createChat } from './chat.js';
import { createComposer, LONGEST } from './composer.js';
import { createConfirm } from './confirm.js';
import { afterPaint } from './dom.js';
import { conversationText, download, print } from './export.js';
import { createFrame } from './frame.js';
import { createKeep } from './keep.js';
import { createMenu } from './menu.js';
import { isUser } from './message.js';
import { createPanel, type Panel } from './panel.js';
import type { TokenSource } from './sessions.js';
import { styleSheet } from './style.js';
import type { Surroundings } from './surroundings.js';
import { createTexts, type Texts } from './texts.js';
import { createTranscript } from './transcript.js';
import { createWelcome } from './welcome.js';
import { type Language, languageOf } from './words/words.js';

/** Where the widget's script came from: the server it talks to, unless the attribute `server` names another. */
export const home: { origin: string } = { origin: location.origin };

interface Running {
  readonly texts: Texts;
  readonly chat: Chat;
  readonly panel: Panel;
  readonly stop: AbortController;
}

/**
 * `<zhida-chat>`: the whole chat as one element. Attributes: `server`, `lang` (zh, en, auto), `mode` (inline), `theme` (light, dark), `heading`,
 * `tokens`, `open`. Fires `zhida-open`, `zhida-close`, `zhida-state` (detail: state), `zhida-message` (detail: from, text, kind).
 */
export class ZhidaChat extends HTMLElement {
  static readonly observedAttributes = ['lang', 'mode', 'open'];

  /** The page's own way to tokens; the attribute of this name is an address of one. */
  declare tokens?: TokenSource;

  #running: Running | undefined;

  connectedCallback(): void {
    this.#running ??= this.#start();
    this.#running.panel.show(this.hasAttribute('open'));
  }

  disconnectedCallback(): void {
    // A move within the page takes the element out and puts it in again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#running?.stop.abort();
      this.#running = undefined;
      this.shadowRoot?.replaceChildren();
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#running || before === now) return;
    const { panel, texts } = this.#running;
    if (name === 'open' && (now !== null) !== panel.isOpen()) panel.show(now !== null, true);
    if (name === 'mode') panel.show(panel.isOpen());
    // The words in turn write their own tag there.
    if (name === 'lang' && now !== texts.words().tag) texts.change(languageOf(now) ?? languageOfPage());
  }

  open(): void {
    this.#running?.panel.show(true, true);
  }

  close(): void {
    this.#running?.panel.show(false);
    this.shadowRoot?.querySelector<HTMLElement>('.launcher')?.focus();
  }

  /** Sends a message as if the user had typed it. */
  send(text: string): void {
    const { chat, texts } = this.#running ?? {};
    if (text.trim()) chat?.send(text.trim().slice(0, LONGEST), texts?.words().tag ?? '');
  }

  #start(): Running {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    const named = this.getAttribute('server');
    const server = named ? new URL(named).origin : home.origin;
    const stop = new AbortController();
    const { signal } = stop;
    const keep = createKeep(`zhida ${server} `, signal);
    const texts = createTexts(languageOf(this.getAttribute('lang')) ?? languageOfPage());
    let isResumed = false;
    const around: Surroundings = {
      texts,
      server,
      send: (text) => this.send(text),
      announce: (text) => frame.announce(text),
      chat: () => chat,
    };

    const welcome = createWelcome(around);
    const transcript = createTranscript(around, welcome);
    const composer = createComposer(around);
    const confirm = createConfirm(texts, async () => {
      await chat.erase();
      frame.notice('erased');
    });
    const menu = createMenu(texts, {
      person: () => this.send(texts.words().person),
      restart: () => chat.restart(),
      download: () => download(conversationText(transcript.messages(), texts.words()), 'zhida.txt'),
      print,
      erase: confirm.ask,
    });
    const frame = createFrame({
      texts,
      heading: () => this.getAttribute('heading'),
      open: () => this.open(),
      close: () => this.close(),
      switchLanguage: () => {
        const next = texts.language() === 'zh' ? 'en' : 'zh';
        keep.write('language', next);
        texts.change(next);
      },
      menuToggle: menu.toggle,
      body: [menu.element, transcript.element, composer.element, confirm.element],
    });
    const source = (): TokenSource | null | undefined => this.tokens ?? this.getAttribute('tokens');
    const chat = createChat(server, keep, signal, source, {
      message: (activity, isNew) => {
        frame.notice(undefined);
        transcript.add(activity, isNew);
        if (!isNew) return;
        const { text = '', channelData } = activity;
        if (!isUser(activity)) frame.announce(text);
        this.#tell('message', { from: isUser(activity) ? 'user' : 'bot', text, kind: channelData?.zhida?.kind });
      },
      waiting: transcript.waiting,
      typing: transcript.typing,
      state: (state) => {
        frame.state(state);
        this.#tell('state', { state });
      },
      unread: frame.unread,
      cleared: (isEnded) => {
        transcript.clear();
        frame.notice(isEnded ? 'ended' : undefined);
      },
    });
    const panel = createPanel({
      host: this,
      signal,
      dialog: frame.dialog,
      title: frame.title,
      focusComposer: composer.focus,
      changed: (isOpen) => {
        this.toggleAttribute('open', isOpen);
        if (isResumed) {
          keep.write('open', isOpen);
          chat.look(isOpen);
        }
        if (isOpen) transcript.toEnd();
        this.#tell(isOpen ? 'open' : 'close');
      },
    });

    frame.dialog.oncancel = (event) => event.preventDefault();
    frame.dialog.onkeydown = (event) => {
      if (event.key === 'Escape' && !event.isComposing && !menu.close()) this.close();
    };
    texts.keep(({ tag }) => {
      this.lang = tag;
    });
    root.append(frame.launcher, frame.dialog);

    // What this browser knows of the user: the first look into its storage takes time.
    afterPaint(() => {
      isResumed = true;
      texts.change(languageOf(keep.read('language')) ?? texts.language());
      // A reload leaves the panel as it was, but where it would cover the page that was gone to.
      if (keep.read('open') && !panel.isSmall()) panel.show(true);
      chat.look(panel.isOpen());
      chat.follow();
    });
    return { texts, chat, panel, stop };
  }

  #tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`zhida-${name}`, { bubbles: true, composed: true, detail }));
  }
}

function languageOfPage(): Language {
  const tags = [document.documentElement.lang, ...navigator.languages];
  return tags.map(languageOf).find(Boolean) ?? 'en';
}
