import { button, h } from './dom.js';
import type { Texts } from './texts.js';

/** Asks before the conversation is deleted; `ask` opens it. */
export function createConfirm(texts: Texts, erase: () => Promise<void>): { readonly element: HTMLElement; readonly ask: () => void } {
  const element = h('dialog.confirm');
  // Not for the panel around it.
  element.onkeydown = (event) => event.stopPropagation();

  return {
    element,
    ask() {
      const { eraseAsk, eraseYes, cancel, notDone } = texts.words();
      const question = h('p', {}, eraseAsk);
      const yes = button(eraseYes, 'choice danger', () => {
        erase().then(
          () => element.close(),
          () => question.replaceChildren(notDone),
        );
      });
      const no = button(cancel, 'choice', () => element.close());
      element.replaceChildren(question, h('div.choices', {}, no, yes));
      element.ariaLabel = eraseAsk;
      element.showModal();
    },
  };
}
