import { button, h } from './dom.js';
import { request } from './request.js';
import type { Surroundings } from './surroundings.js';
import type { Language } from './words/words.js';

/** Empty while it is asked for. */
interface Greeting {
  readonly text?: string;
  readonly prompts?: readonly string[];
}

export interface Welcome {
  readonly element: HTMLElement;
  show(on: boolean): void;
  /** Asks the bot how it greets; without an answer the widget's own words stay. */
  load(): Promise<void>;
}

const CARDS = 3;

/** What stands there before the first message: the bot's greeting and questions to begin with. */
export function createWelcome({ texts, server, send }: Surroundings): Welcome {
  const greetings = new Map<Language, Greeting>();
  const element = h('section.welcome');
  let isWanted = false;

  function draw(): void {
    const words = texts.words();
    const { text = words.idle, prompts = [] } = greetings.get(texts.language()) ?? {};
    const cards = prompts.slice(0, CARDS).map((prompt) => button(prompt, 'prompt', () => send(prompt)));
    element.replaceChildren(
      h('p.greeting', {}, words.greeting),
      h('p', {}, text),
      h('div.prompts', { role: 'group', 'aria-label': words.suggestions }, ...cards),
    );
  }

  async function load(): Promise<void> {
    isWanted = true;
    const language = texts.language();
    if (element.hidden || greetings.has(language)) return;
    greetings.set(language, {});
    try {
      greetings.set(language, (await request('GET', `${server}/v1/welcome?lang=${language}`)) as Greeting);
      draw();
    } catch {
      // The widget's own words do, for now.
      greetings.delete(language);
    }
  }

  const loadWanted = (): void => {
    if (isWanted) void load();
  };
  texts.keep(() => {
    draw();
    loadWanted();
  });

  return {
    element,
    show(on) {
      element.hidden = !on;
      loadWanted();
    },
    load,
  };
}
