import { type Chat, createChat } from './chat.js';
import { createComposer } from './composer.js';
import { createConfirm } from './confirm.js';
import { conversationText, download, print } from './export.js';
import { createFrame } from './frame.js';
import { createKeep, type Keep } from './keep.js';
import { createMenu } from './menu.js';
import { isUser } from './message.js';
import { createPanel, type Panel } from './panel.js';
import { styleSheet } from './style.js';
import { createTexts, type Texts } from './texts.js';
import { createTranscript } from './transcript.js';
import { createWelcome } from './welcome.js';
import { type Language, languageOf, WORDS } from './words/words.js';

/** Where the widget's script came from: the server it talks to, unless the attribute `server` names another. */
export const home: { origin: string } = { origin: location.origin };

interface Running {
  readonly keep: Keep;
  readonly texts: Texts;
  readonly chat: Chat;
  readonly panel: Panel;
}

/**
 * `<zhida-chat>`: the whole chat as one element. Attributes: `server`, `lang` (zh, en, auto), `mode` (inline), `theme` (light, dark), `heading`,
 * `open`. Fires `zhida-open`, `zhida-close`, `zhida-state` (detail: state), `zhida-message` (detail: from, text, kind).
 */
export class ZhidaChat extends HTMLElement {
  static readonly observedAttributes = ['lang', 'mode', 'open', 'heading'];

  #running: Running | undefined;

  connectedCallback(): void {
    this.#running ??= this.#start();
    const { chat, panel } = this.#running;
    panel.fit();
    if (this.hasAttribute('open') || this.#wasOpen()) panel.open(false);
    chat.follow();
  }

  disconnectedCallback(): void {
    // A move within the page takes the element out and puts it in again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#running?.chat.stop();
      this.#running?.panel.stop();
      this.#running = undefined;
      this.shadowRoot?.replaceChildren();
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#running || before === now) return;
    const { texts, panel } = this.#running;
    if (name === 'open' && (now !== null) !== panel.isOpen()) (now === null ? this.close : this.open).call(this);
    if (name === 'mode') panel.fit();
    if (name === 'lang') this.#speak(languageOf(now) ?? this.#languageOfPage());
    if (name === 'heading') texts.change(texts.language());
  }

  open(): void {
    this.#running?.panel.open(true);
  }

  close(): void {
    this.#running?.panel.close();
    if (!this.hasAttribute('data-inline')) this.shadowRoot?.querySelector<HTMLElement>('.launcher')?.focus();
  }

  /** Sends a message as if the user had typed it. */
  send(text: string): void {
    const { chat, texts } = this.#running ?? {};
    if (text.trim() !== '') chat?.send(text.trim().slice(0, 2000), texts?.words().tag ?? '');
  }

  #start(): Running {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    const server = this.#server();
    const keep = createKeep(`zhida ${server} `);
    const texts = createTexts(
      languageOf(keep.read('language') as string) ?? languageOf(this.getAttribute('lang')) ?? this.#languageOfPage(),
    );
    const send = (text: string): void => this.send(text);

    const welcome = createWelcome(texts, server, send);
    const transcript = createTranscript(
      {
        texts,
        server,
        send,
        retry: (id) => chat.retry(id),
        discard: (id) => chat.discard(id),
        rating: (id) => chat.ratingOf(id),
        rate: (feedback) => chat.rate(feedback),
        announce: (text) => frame.announce(text),
      },
      welcome,
    );
    const composer = createComposer(texts, send);
    const confirm = createConfirm(
      texts,
      async () => {
        await chat.erase();
        frame.notice('erased');
      },
      () => composer.focus(),
    );
    const menu = createMenu(texts, {
      person: () => this.send(texts.words().askPerson),
      restart: () => {
        chat.restart();
        composer.focus();
      },
      download: () =>
        download(conversationText(transcript.messages(), texts.words()), `zhida-${new Date().toISOString().slice(0, 10)}.txt`, root),
      print: () => print(this),
      erase: confirm.ask,
    });
    const frame = createFrame({
      texts,
      heading: () => this.getAttribute('heading'),
      toggle: () => (panel.isOpen() ? this.close() : this.open()),
      close: () => this.close(),
      switchLanguage: () => {
        const next = texts.language() === 'zh' ? 'en' : 'zh';
        keep.write('language', next);
        this.#speak(next);
      },
      menuToggle: menu.toggle,
      body: [menu.element, transcript.element, composer.element, confirm.element],
    });
    const chat = createChat(server, keep, {
      message: (activity, isNew) => {
        const { text = '' } = activity;
        frame.notice(undefined);
        transcript.add(activity, isNew);
        if (!isNew) return;
        const from = isUser(activity) ? 'user' : 'bot';
        if (from === 'bot') frame.announce(text);
        this.#tell('message', { from, text, kind: activity.channelData?.zhida?.kind });
      },
      waiting: transcript.wait,
      typing: transcript.typing,
      state: (state) => {
        frame.state(state);
        this.#tell('state', { state });
      },
      unread: frame.unread,
      cleared: (why) => {
        transcript.clear();
        frame.notice(why === 'ended' ? 'ended' : undefined);
      },
      rated: transcript.rated,
    });
    const panel = createPanel({
      host: this,
      dialog: frame.dialog,
      title: frame.title,
      focusComposer: composer.focus,
      changed: (isOpen) => {
        this.toggleAttribute('open', isOpen);
        frame.launcher.ariaExpanded = `${isOpen}`;
        this.#rememberOpen(isOpen);
        chat.look(isOpen);
        if (isOpen) {
          transcript.toEnd();
          void welcome.load();
        }
        this.#tell(isOpen ? 'open' : 'close');
      },
    });

    frame.dialog.addEventListener('cancel', (event) => event.preventDefault());
    frame.dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      if (!menu.close() && !confirm.close()) this.close();
    });
    texts.keep(({ tag }) => {
      this.lang = tag;
    });
    root.append(frame.launcher, frame.dialog);
    return { keep, texts, chat, panel };
  }

  #speak(language: Language): void {
    const texts = this.#running?.texts;
    if (texts?.language() !== language) texts?.change(language);
    // What stands there may have been `auto`, which is no language.
    this.lang = WORDS[language].tag;
  }

  #languageOfPage(): Language {
    const tags = [document.documentElement.lang, ...navigator.languages];
    return tags.map(languageOf).find((language) => language !== undefined) ?? 'en';
  }

  #server(): string {
    const named = this.getAttribute('server') ?? '';
    return /^https?:/.test(named) && URL.canParse(named) ? new URL(named).origin : home.origin;
  }

  /** In this tab, so that a reload leaves the panel as it was. */
  #wasOpen(): boolean {
    try {
      return sessionStorage.getItem('zhida open') === 'true';
    } catch {
      return false;
    }
  }

  #rememberOpen(isOpen: boolean): void {
    try {
      sessionStorage.setItem('zhida open', `${isOpen}`);
    } catch {
      // It opens closed, then.
    }
  }

  #tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`zhida-${name}`, { bubbles: true, composed: true, detail }));
  }
}
