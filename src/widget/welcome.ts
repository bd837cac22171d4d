import { h } from './dom.js';
import { request } from './request.js';
import type { Texts } from './texts.js';
import type { Language } from './words/words.js';

interface Greeting {
  readonly text: string;
  readonly prompts: readonly string[];
}

export interface Welcome {
  readonly element: HTMLElement;
  show(on: boolean): void;
  /** Asks the bot how it greets; without an answer the widget's own words stay. */
  load(): Promise<void>;
}

const CARDS = 3;

/** What stands there before the first message: the bot's greeting and questions to begin with. */
export function createWelcome(texts: Texts, server: string, send: (text: string) => void): Welcome {
  const greetings = new Map<Language, Greeting>();
  const element = h('section', { class: 'welcome' });
  let isWanted = false;

  function draw(): void {
    const words = texts.words();
    const greeting = greetings.get(texts.language());
    element.replaceChildren(
      h('p', { class: 'greeting' }, words.greeting),
      h('p', {}, greeting?.text ?? words.intro),
      h(
        'div',
        { class: 'prompts', role: 'group', 'aria-label': words.prompts },
        ...(greeting?.prompts ?? [])
          .slice(0, CARDS)
          .map((prompt) => h('button', { type: 'button', class: 'prompt', onclick: () => send(prompt) }, prompt)),
      ),
    );
  }

  async function load(): Promise<void> {
    isWanted = true;
    const language = texts.language();
    if (greetings.has(language)) return;
    try {
      const { text, prompts } = await request('GET', `${server}/v1/welcome?lang=${language}`);
      if (typeof text === 'string' && Array.isArray(prompts)) greetings.set(language, { text, prompts: prompts.map(String) });
    } catch {
      return;
    }
    draw();
  }

  texts.keep(() => {
    draw();
    if (isWanted && !element.hidden) void load();
  });

  return {
    element,
    show(on) {
      element.hidden = !on;
      if (on && isWanted) void load();
    },
    load,
  };
}
