import { z } from 'zod';
import type { Capabilities, Shown } from '../channel.js';
import { degrade } from '../degrade/degrade.js';
import { lengthIn } from '../degrade/measure.js';
import { CHANNEL_WORDINGS } from '../wording/index.js';

export const KF_CAPABILITIES: Capabilities = {
  maxText: 2048,
  unit: 'byte',
  table: false,
  card: false,
  // 128 bytes a label: 42 Chinese characters.
  quickReplies: { most: 10, maxLabel: 42 },
  passive: false,
  maxSends: 5,
};

/** The text above a menu is shorter than a message. */
const LONGEST_HEAD = 1024;
const LONGEST_ID = 128;

/** A message as `send_msg` takes it. */
export const KfPart = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string() }) }),
  z.object({
    msgtype: z.literal('msgmenu'),
    msgmenu: z.object({
      head_content: z.string(),
      list: z.array(z.object({ type: z.literal('click'), click: z.object({ id: z.string(), content: z.string() }) })),
    }),
  }),
]);
export type KfPart = z.infer<typeof KfPart>;

/** The choices become a menu under the last text, or under a line of its own where that text is too long for one. */
export function kfParts(shown: Shown): readonly KfPart[] {
  const { pieces, choices } = degrade(shown, KF_CAPABILITIES);
  const texts = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
  if (choices.length === 0) return texts.map(textPart);
  const last = texts.at(-1) ?? '';
  const own = lengthIn(last, 'byte') > LONGEST_HEAD;
  // Where no further message may be sent, the answer comes before what could be asked next.
  if (own && texts.length >= (KF_CAPABILITIES.maxSends ?? Number.POSITIVE_INFINITY)) return texts.map(textPart);
  const list = choices.map(({ label, send }) => ({ type: 'click' as const, click: { id: idOf(send, label), content: label } }));
  const head = own ? CHANNEL_WORDINGS[shown.language].tap : last;
  return [...(own ? texts : texts.slice(0, -1)).map(textPart), { msgtype: 'msgmenu', msgmenu: { head_content: head, list } }];
}

/** What a tap sends back, as far as it fits; the label says the same in fewer words. */
const idOf = (send: string, label: string): string => (lengthIn(send, 'byte') <= LONGEST_ID ? send : label);

const textPart = (content: string): KfPart => ({ msgtype: 'text', text: { content } });
