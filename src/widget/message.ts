import type { ClientActivity } from '../channels/directline/protocol.js';
import { actionsElement } from './actions.js';
import { replyElements } from './blocks.js';
import { button, h } from './dom.js';
import { linked } from './links.js';
import type { Waiting } from './outbox.js';
import type { Surroundings } from './surroundings.js';
import { WORDS } from './words/words.js';

export const isUser = ({ from }: ClientActivity): boolean => from?.role !== 'bot';

const speaker = (name: string): HTMLElement => h('span.unseen', {}, name);

export const userMessage = (text: string, { texts }: Surroundings): HTMLElement =>
  h('li.message mine', {}, speaker(texts.words().you), h('div.bubble', { dir: 'auto' }, text));

export function botMessage(activity: ClientActivity, around: Surroundings): HTMLElement {
  const reply = activity.channelData?.zhida;
  // Who of the team took over, and gets no thumbs.
  const person = activity.from?.id === 'person' ? activity.from.name : undefined;
  const content = reply ? replyElements(reply, around) : [h('p', {}, ...linked(activity.text ?? ''))];
  return h(
    'li.message theirs',
    {},
    speaker(person ?? around.texts.words().name),
    h('div.bubble', { lang: reply && WORDS[reply.language]?.tag, dir: 'auto' }, ...content),
    person ? h('p.meta', {}, person) : actionsElement(activity, around),
  );
}

/** A message that is on its way, or did not go out. */
export function waitingMessage({ id, text, state }: Waiting, around: Surroundings): HTMLElement {
  const { texts, chat } = around;
  const words = texts.words();
  const item = userMessage(text, around);
  if (state === 'refused') {
    item.append(
      h(
        'p.meta failed',
        { role: 'alert' },
        words.failed,
        button(words.retry, 'text-button', () => chat().retry(id)),
        button(words.discard, 'text-button', () => chat().discard(id)),
      ),
    );
  } else if (state === 'late') item.append(h('p.meta', {}, words.waiting));
  return item;
}
