import type { ClientActivity } from '../channels/directline/protocol.js';
import { button, h } from './dom.js';
import { botMessage, isUser, userMessage, waitingMessage } from './message.js';
import type { Waiting } from './outbox.js';
import type { Surroundings } from './surroundings.js';
import type { Welcome } from './welcome.js';

export interface Transcript {
  readonly element: HTMLElement;
  add(activity: ClientActivity, isNew: boolean): void;
  waiting(messages: readonly Waiting[]): void;
  typing(on: boolean): void;
  clear(): void;
  /** What was said, in order. */
  messages(): readonly ClientActivity[];
  toEnd(): void;
}

const GROUPED_WITHIN = 120_000;

export const timeOf = ({ timestamp }: ClientActivity): Date => new Date(timestamp ?? Date.now());

/** The conversation on the screen: welcome, messages, messages on their way, suggestions. */
export function createTranscript(around: Surroundings, welcome: Welcome): Transcript {
  const { texts, send } = around;
  const list = h('ol.messages');
  const sending = h('ol.messages');
  const dots = h('p.typing', { hidden: true, role: 'img' }, h('span', {}, '•••'));
  const suggestions = h('div.choices suggestions', { role: 'group', hidden: true });
  const element = h('div.transcript', { tabindex: 0, role: 'region' }, welcome.element, list, sending, dots, suggestions);
  const said: ClientActivity[] = [];
  let onTheirWay: readonly Waiting[] = [];

  function append(activity: ClientActivity, before: ClientActivity | undefined): HTMLElement {
    const item = isUser(activity) ? userMessage(activity.text ?? '', around) : botMessage(activity, around);
    const [at, earlier] = [timeOf(activity), before && timeOf(before)];
    if (at.toDateString() !== earlier?.toDateString()) {
      const day = at.toLocaleDateString(texts.words().tag, { month: 'long', day: 'numeric', weekday: 'short' });
      list.append(h('li.day', {}, day));
    }
    if (before && earlier && isUser(before) === isUser(activity) && +at - +earlier < GROUPED_WITHIN) item.classList.add('grouped');
    list.append(item);
    return item;
  }

  function showRest(): void {
    const last = said.at(-1);
    const next = (onTheirWay.length === 0 && last?.channelData?.zhida?.suggestions) || [];
    suggestions.replaceChildren(...next.map((choice) => button(choice.label, 'choice', () => send(choice.send))));
    suggestions.hidden = next.length === 0;
    sending.replaceChildren(...onTheirWay.map((message) => waitingMessage(message, around)));
    welcome.show(said.length + onTheirWay.length === 0);
  }

  /** The end of the conversation, or the start of an answer that is longer than the view. */
  function scrollTo(item?: Element | null): void {
    element.scrollTop = element.scrollHeight;
    if (item instanceof HTMLElement && item.offsetHeight > element.clientHeight) element.scrollTop = item.offsetTop - 8;
  }

  texts.keep((words) => {
    element.ariaLabel = words.transcript;
    suggestions.ariaLabel = words.suggestions;
    dots.ariaLabel = words.typing;
    list.replaceChildren();
    for (const [index, activity] of said.entries()) append(activity, said[index - 1]);
    showRest();
  });

  return {
    element,
    add(activity, isNew) {
      const item = append(activity, said.at(-1));
      said.push(activity);
      if (isNew) item.classList.add('new');
      showRest();
      scrollTo(item);
    },
    waiting(messages) {
      const isMore = messages.length > onTheirWay.length;
      onTheirWay = messages;
      showRest();
      if (isMore) scrollTo();
    },
    typing(on) {
      if (dots.hidden !== on) return;
      dots.hidden = !on;
      if (on) scrollTo();
    },
    clear() {
      said.length = 0;
      list.replaceChildren();
      showRest();
    },
    messages: () => said,
    toEnd() {
      // Where there is nothing yet, the layout is not worth doing before its time.
      if (said.length > 0) scrollTo(list.lastElementChild);
    },
  };
}
