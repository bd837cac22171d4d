import { button, h } from './dom.js';
import type { Surroundings } from './surroundings.js';
import type { Language } from './words/words.js';

// The server puts its pack's greetings here as it sends the script; in a file that it did not send there are none, and the widget's own words do.
declare const GREETINGS: { readonly [language in Language]?: { readonly text: string; readonly prompts: readonly string[] } };

export interface Welcome {
  readonly element: HTMLElement;
  show(on: boolean): void;
}

const CARDS = 3;

/** What stands there before the first message: the bot's greeting and questions to begin with. */
export function createWelcome({ texts, send }: Surroundings): Welcome {
  const element = h('section.welcome');

  texts.keep((words) => {
    const { text = words.idle, prompts = [] } = GREETINGS[texts.language()] ?? {};
    const cards = prompts.slice(0, CARDS).map((prompt) => button(prompt, 'prompt', () => send(prompt)));
    element.replaceChildren(
      h('p.greeting', {}, words.greeting),
      h('p', {}, text),
      h('div.prompts', { role: 'group', 'aria-label': words.suggestions }, ...cards),
    );
  });

  return {
    element,
    show(on) {
      element.hidden = !on;
    },
  };
}
