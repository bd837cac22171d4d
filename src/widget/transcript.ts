import type { ClientActivity, Feedback } from '../channels/directline/protocol.js';
import { type AnswerActions, showRating } from './actions.js';
import type { BlockParts } from './blocks.js';
import { button, h } from './dom.js';
import { botMessage, isUser, userMessage, waitingMessage } from './message.js';
import type { Waiting } from './outbox.js';
import type { Texts } from './texts.js';

export interface TranscriptParts extends AnswerActions {
  readonly texts: Texts;
  readonly server: string;
  readonly send: (text: string) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
}

export interface Transcript {
  readonly element: HTMLElement;
  add(activity: ClientActivity, isNew: boolean): void;
  wait(messages: readonly Waiting[]): void;
  typing(on: boolean): void;
  rated(feedback: Feedback): void;
  clear(): void;
  /** What was said, in order. */
  messages(): readonly ClientActivity[];
  toEnd(): void;
}

const GROUPED_WITHIN = 120_000;

/** The conversation on the screen: welcome, messages, messages on their way, suggestions. */
export function createTranscript(parts: TranscriptParts, welcome: { readonly element: HTMLElement; show(on: boolean): void }): Transcript {
  const { texts } = parts;
  const list = h('ol', { class: 'messages' });
  const sending = h('ol', { class: 'messages' });
  const typing = h('p', { class: 'typing', hidden: true }, h('i'), h('i'), h('i'), h('span', { class: 'unseen' }));
  const suggestions = h('div', { class: 'choices suggestions', role: 'group', hidden: true });
  const element = h('div', { class: 'transcript', tabindex: 0, role: 'region' });
  element.append(welcome.element, list, sending, typing, suggestions);

  const said: ClientActivity[] = [];
  const items = new Map<string, HTMLElement>();
  let waiting: readonly Waiting[] = [];

  function itemOf(activity: ClientActivity): HTMLElement {
    const words = texts.words();
    const blocks: BlockParts = { words, server: parts.server, choose: ({ send }) => parts.send(send) };
    return isUser(activity) ? userMessage(activity.text ?? '', words) : botMessage(activity, blocks, parts);
  }

  function append(activity: ClientActivity, before: ClientActivity | undefined): HTMLElement {
    const item = itemOf(activity);
    const [at, earlier] = [timeOf(activity), before && timeOf(before)];
    if (new Date(at).toDateString() !== (earlier && new Date(earlier).toDateString())) list.append(dayChip(at));
    if (before && earlier && isUser(before) === isUser(activity) && at - earlier < GROUPED_WITHIN) item.classList.add('grouped');
    items.set(activity.id, item);
    list.append(item);
    return item;
  }

  function dayChip(at: number): HTMLElement {
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    const { tag, today } = texts.words();
    const day = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', weekday: 'short' }).format(at);
    return h('li', { class: 'day' }, isToday ? today : day);
  }

  function showNext(): void {
    const last = said.at(-1);
    const next = waiting.length === 0 && last && !isUser(last) ? (last.channelData?.zhida?.suggestions ?? []) : [];
    suggestions.replaceChildren(...next.map(({ label, send }) => button(label, 'choice', () => parts.send(send))));
    suggestions.hidden = next.length === 0;
    welcome.show(said.length === 0 && waiting.length === 0);
  }

  function showWaiting(): void {
    const words = texts.words();
    sending.replaceChildren(
      ...waiting.map((message) =>
        waitingMessage(
          message,
          words,
          () => parts.retry(message.id),
          () => parts.discard(message.id),
        ),
      ),
    );
  }

  /** The end of the conversation, or the start of an answer that is longer than the view. */
  function scrollTo(item: HTMLElement | undefined): void {
    element.scrollTop = element.scrollHeight;
    if (item && item.offsetHeight > element.clientHeight) element.scrollTop = item.offsetTop - 8;
  }

  texts.keep((words) => {
    element.ariaLabel = words.transcript;
    suggestions.ariaLabel = words.suggestions;
    const [label] = typing.getElementsByTagName('span');
    if (label) label.textContent = words.typing;
    const { scrollTop } = element;
    list.replaceChildren();
    for (const [index, activity] of said.entries()) append(activity, said[index - 1]);
    showWaiting();
    showNext();
    element.scrollTop = scrollTop;
  });

  return {
    element,
    add(activity, isNew) {
      const item = append(activity, said.at(-1));
      said.push(activity);
      if (isNew) item.classList.add('new');
      showNext();
      scrollTo(item);
    },
    wait(messages) {
      const isMore = messages.length > waiting.length;
      waiting = messages;
      showWaiting();
      showNext();
      if (isMore) scrollTo(undefined);
    },
    typing(on) {
      if (typing.hidden !== on) return;
      typing.hidden = !on;
      if (on) scrollTo(undefined);
    },
    rated(feedback) {
      const item = items.get(feedback.replyToId);
      if (item) showRating(item, feedback);
    },
    clear() {
      said.length = 0;
      items.clear();
      list.replaceChildren();
      showNext();
    },
    messages: () => said,
    toEnd: () => scrollTo(items.get(said.at(-1)?.id ?? '')),
  };
}

const timeOf = ({ timestamp }: ClientActivity): number => (timestamp === undefined ? Date.now() : Date.parse(timestamp));
