import { button, h } from './dom.js';
import type { Texts } from './texts.js';

/** Asks before the conversation is deleted; `ask` opens it. */
export function createConfirm(texts: Texts, erase: () => Promise<void>): { readonly element: HTMLElement; readonly ask: () => void } {
  const question = h('p');
  const yes = button('', 'choice danger', () => {
    erase().then(
      () => element.close(),
      () => question.replaceChildren(texts.words().notDone),
    );
  });
  const no = button('', 'choice', () => element.close());
  const element = h('dialog.confirm', {}, question, h('div.choices', {}, no, yes));
  texts.keep((words) => {
    yes.textContent = words.eraseYes;
    no.textContent = words.cancel;
  });
  // Not for the panel around it.
  element.onkeydown = (event) => event.stopPropagation();

  return {
    element,
    ask() {
      const { eraseAsk } = texts.words();
      question.textContent = eraseAsk;
      element.ariaLabel = eraseAsk;
      element.showModal();
    },
  };
}
