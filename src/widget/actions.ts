import type { ClientActivity, Feedback } from '../channels/directline/protocol.js';
import { button, h, iconButton, label } from './dom.js';
import type { Surroundings } from './surroundings.js';

/** Below an answer: its time, copy, and what the user thinks of it. */
export function actionsElement({ id, timestamp, text = '' }: ClientActivity, { texts, chat, announce }: Surroundings): HTMLElement {
  const words = texts.words();
  const time = timestamp && new Date(timestamp).toLocaleTimeString(words.tag, { timeStyle: 'short' });
  const copy = iconButton('copy', () => void navigator.clipboard.writeText(text).then(() => announce(words.copied)));
  const up = iconButton('up', () => void give('up'));
  const down = iconButton('down', ask);
  const reasons = h(
    'div.choices reasons',
    { role: 'group', 'aria-label': words.why, hidden: true },
    h('p.meta', {}, words.why),
    ...Object.entries(words.reasons).map(([reason, text]) => button(text, 'choice', () => void give('down', reason))),
  );
  label(copy, words.copy);
  label(up, words.up);
  label(down, words.down);
  // Browsers give the clipboard to pages with TLS alone.
  copy.hidden = !navigator.clipboard;
  show();

  function show(): void {
    up.ariaPressed = `${chat().ratingOf(id) === 'up'}`;
    down.ariaPressed = `${chat().ratingOf(id) === 'down'}`;
    down.ariaExpanded = `${!reasons.hidden}`;
  }

  function ask(): void {
    reasons.hidden = !reasons.hidden;
    show();
    reasons.querySelector('button')?.focus();
  }

  async function give(rating: Feedback['rating'], reason?: string): Promise<void> {
    try {
      await chat().rate({ replyToId: id, rating, ...(reason && { reason }) });
      if (!reasons.hidden) down.focus();
      reasons.hidden = true;
      show();
      announce(words.thanks);
    } catch {
      announce(words.notDone);
    }
  }

  return h('div.actions', {}, h('div.row', {}, time && h('time.meta', { datetime: timestamp }, time), copy, up, down), reasons);
}
