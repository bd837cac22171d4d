import { h, icon } from './dom.js';
import type { Texts } from './texts.js';

export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
}

/** As the bot reads them. */
const LONGEST = 2000;

export function createComposer(texts: Texts, send: (text: string) => void): Composer {
  const input = h('textarea', { id: 'message', rows: 1, autocomplete: 'off', enterkeyhint: 'send', maxlength: LONGEST, dir: 'auto' });
  const label = h('label', { for: 'message', class: 'unseen' });
  const submit = h('button', { type: 'submit', class: 'round send' }, icon('send'));
  const element = h('form', { class: 'composer' }, label, input, submit);

  function resize(): void {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
    // Not `disabled`: it would take the focus away from who sends by the button.
    submit.ariaDisabled = `${input.value.trim() === ''}`;
  }

  function submitText(): void {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    resize();
    input.focus();
    send(text);
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submitText();
  });
  input.addEventListener('keydown', (event) => {
    // An input method sends Enter to choose a word; 229 is the code it has in browsers that do not say so.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submitText();
  });
  input.addEventListener('input', resize);
  texts.keep((words) => {
    label.textContent = words.message;
    input.placeholder = words.placeholder;
    submit.ariaLabel = words.send;
  });
  submit.ariaDisabled = 'true';
  return { element, focus: () => input.focus() };
}
