import { h, icon, label } from './dom.js';
import type { Surroundings } from './surroundings.js';

export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
}

/** As the bot reads them. */
export const LONGEST = 2000;

export function createComposer({ texts, send }: Surroundings): Composer {
  const input = h('textarea.input', {
    rows: 1,
    autocomplete: 'off',
    enterkeyhint: 'send',
    maxlength: LONGEST,
    dir: 'auto',
    oninput: resize,
  });
  const submit = h('button.round send', {}, icon('send'));
  const element = h('form.composer', { onsubmit: post }, input, submit);

  function resize(): void {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
    // Not `disabled`: it would take the focus away from who sends by the button.
    submit.ariaDisabled = `${!input.value.trim()}`;
  }

  function post(event: Event): void {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    resize();
    input.focus();
    send(text);
  }

  input.onkeydown = (event) => {
    // An input method sends Enter to choose a word; 229 is the code it has in browsers that do not say so.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) post(event);
  };
  texts.keep((words) => {
    input.ariaLabel = words.message;
    input.placeholder = words.placeholder;
    label(submit, words.send);
  });
  submit.ariaDisabled = 'true';
  return { element, focus: () => input.focus() };
}
