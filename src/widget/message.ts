import type { ClientActivity } from '../channels/directline/protocol.js';
import { type AnswerActions, actionsElement } from './actions.js';
import { type BlockParts, isWide, replyElements } from './blocks.js';
import { button, type Child, h } from './dom.js';
import { linked } from './links.js';
import type { Waiting } from './outbox.js';
import { WORDS, type Words } from './words/words.js';

const speaker = (name: string): HTMLElement => h('span', { class: 'unseen' }, name);

const bubble = (...children: readonly Child[]): HTMLElement => h('div', { class: 'bubble', dir: 'auto' }, ...children);

export const isUser = ({ from }: ClientActivity): boolean => from?.role !== 'bot';

export function userMessage(text: string, words: Words): HTMLElement {
  return h('li', { class: 'message mine' }, speaker(words.you), bubble(text));
}

export function botMessage(activity: ClientActivity, parts: BlockParts, actions: AnswerActions): HTMLElement {
  const { words } = parts;
  const reply = activity.channelData?.zhida;
  const content = reply ? replyElements(reply, parts) : [h('p', {}, ...linked(activity.text ?? ''))];
  const said = h('div', { class: 'bubble', lang: reply && WORDS[reply.language]?.tag, dir: 'auto' }, ...content);
  return h(
    'li',
    { class: `message theirs${reply && isWide(reply) ? ' wide' : ''}` },
    speaker(words.bot),
    said,
    actionsElement(activity, words, actions),
  );
}

/** A message that is on its way, or did not go out. */
export function waitingMessage(message: Waiting, words: Words, retry: () => void, discard: () => void): HTMLElement {
  const { failed } = message;
  const item = userMessage(message.text, words);
  item.classList.add(failed === undefined ? 'waiting' : 'failed');
  item.append(
    failed === undefined
      ? h('p', { class: 'meta' }, words.waiting)
      : h(
          'p',
          { class: 'meta', role: 'alert' },
          `${words.failed}${failed && ` (${failed})`} `,
          button(words.retry, 'text-button', retry),
          button(words.discard, 'text-button', discard),
        ),
  );
  return item;
}
