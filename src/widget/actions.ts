import type { ClientActivity, Feedback } from '../channels/directline/protocol.js';
import { button, h, type Icon, iconButton } from './dom.js';
import type { Words } from './words/words.js';

export interface AnswerActions {
  readonly rating: (id: string) => Feedback['rating'] | undefined;
  readonly rate: (feedback: Feedback) => Promise<void>;
  readonly announce: (text: string) => void;
}

/** Below an answer: its time, copy, and what the user thinks of it. */
export function actionsElement({ id, timestamp, text = '' }: ClientActivity, words: Words, actions: AnswerActions): HTMLElement {
  const given = actions.rating(id);
  const reasons = h('div', { class: 'reasons', role: 'group', 'aria-label': words.why, hidden: true });
  const thumbs = (['up', 'down'] as const).map(
    (rating): HTMLButtonElement =>
      iconButton(rating satisfies Icon, {
        'aria-label': words[rating],
        title: words[rating],
        'aria-pressed': `${given === rating}`,
        'aria-expanded': rating === 'down' ? 'false' : undefined,
        onclick: () => (rating === 'up' ? give('up') : ask()),
      }),
  );
  const [, down] = thumbs;

  function ask(): void {
    reasons.hidden = !reasons.hidden;
    down?.setAttribute('aria-expanded', `${!reasons.hidden}`);
    if (!reasons.hidden) reasons.querySelector('button')?.focus();
  }

  async function give(rating: Feedback['rating'], reason?: string): Promise<void> {
    try {
      await actions.rate({ replyToId: id, rating, ...(reason !== undefined && { reason }) });
      if (!reasons.hidden) ask();
      actions.announce(words.thanks);
    } catch {
      actions.announce(words.notRecorded);
    }
  }

  const choices = Object.entries(words.reasons).map(([reason, label]) => button(label, 'choice', () => void give('down', reason)));
  reasons.append(h('span', { class: 'meta' }, words.why), ...choices);
  return h(
    'div',
    { class: 'actions', 'data-id': id },
    h('div', { class: 'row' }, timestamp && timeElement(timestamp, words), copyButton(text, words, actions.announce), ...thumbs),
    reasons,
  );
}

/** Shows a rating that was given, here or in another tab. */
export function showRating(item: ParentNode, { rating }: Feedback): void {
  for (const each of ['up', 'down']) item.querySelector(`button:has(.i-${each})`)?.setAttribute('aria-pressed', `${each === rating}`);
}

function timeElement(timestamp: string, words: Words): HTMLElement {
  const time = new Intl.DateTimeFormat(words.tag, { hour: '2-digit', minute: '2-digit' }).format(new Date(timestamp));
  return h('time', { class: 'meta', datetime: timestamp }, time);
}

function copyButton(text: string, words: Words, announce: (text: string) => void): HTMLElement {
  return iconButton('copy', {
    'aria-label': words.copy,
    title: words.copy,
    onclick: ({ currentTarget }: MouseEvent) => void copy(text, currentTarget as HTMLElement).then(() => announce(words.copied)),
  });
}

async function copy(text: string, near: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page without TLS, or a browser that refuses: the old way, by a selection.
    const area = h('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    area.value = text;
    near.after(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    near.focus();
  }
}
