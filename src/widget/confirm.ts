import { button, h } from './dom.js';
import type { Texts } from './texts.js';

export interface Confirm {
  readonly element: HTMLElement;
  ask(): void;
  /** `true` when it was open. */
  close(): boolean;
}

/** Asks before the conversation is deleted. */
export function createConfirm(texts: Texts, erase: () => Promise<void>, focusBack: () => void): Confirm {
  const question = h('p', { id: 'erase-question' });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const yes = button('', 'danger', () => void run());
  const no = button('', 'choice', () => close());
  const element = h(
    'div',
    { class: 'confirm', role: 'alertdialog', 'aria-labelledby': 'erase-question', hidden: true },
    h('div', {}, question, problem, h('div', { class: 'choices' }, no, yes)),
  );
  texts.keep((words) => {
    question.textContent = words.eraseAsk;
    problem.textContent = words.eraseFailed;
    yes.textContent = words.eraseYes;
    no.textContent = words.cancel;
  });
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    event.preventDefault();
    (yes.matches(':focus') ? no : yes).focus();
  });

  async function run(): Promise<void> {
    problem.hidden = true;
    try {
      await erase();
      close();
    } catch {
      problem.hidden = false;
    }
  }

  function close(): boolean {
    const wasOpen = !element.hidden;
    element.hidden = true;
    if (wasOpen) focusBack();
    return wasOpen;
  }

  return {
    element,
    close,
    ask() {
      problem.hidden = true;
      element.hidden = false;
      no.focus();
    },
  };
}
