import { hash } from 'node:crypto';
import { z } from 'zod';
import type { ConversationId, Outgoing } from '../../bot/ports.js';
import type { Channel, MessageEvent, Shown, Voice } from '../channel.js';

/** What stands in the outbox as an entry's part. */
export const Item = z.discriminatedUnion('kind', [
  /**
   * `isPassive`: an exchange may carry it as well. `heldUntil`: one is trying to; whoever takes the entry waits until then whether it arrived.
   */
  z.object({ kind: z.literal('part'), part: z.unknown(), isPassive: z.literal(true).optional(), heldUntil: z.iso.datetime().optional() }),
  /** A word of the host's own, of no turn: not tried for long, since answers wait behind it. */
  z.object({ kind: z.literal('notice'), part: z.unknown() }),
  z.object({ kind: z.literal('hand-off') }),
  /** What the user said to the person who talks with him. */
  z.object({ kind: z.literal('said'), id: z.string(), text: z.string().optional() }),
]);
export type Item = z.infer<typeof Item>;

/** Names one message of the answer to one event: the same whenever the event is answered again. */
export function deliveryOf(conversation: string, key: string, index: number): string {
  return `${hash('sha256', `${conversation}\n${key}`, 'base64url').slice(0, 28)}-${index}`;
}

/** All that is to be sent for one reply. */
export function outgoingFor(
  channel: Pick<Channel, 'id' | 'send' | 'passive'>,
  conversation: ConversationId,
  { id, target }: MessageEvent,
  parts: readonly unknown[],
  options: { readonly heldUntil: Date | undefined; readonly handsOff: boolean },
): readonly Outgoing[] {
  const { heldUntil, handsOff } = options;
  const isPassive = channel.passive !== undefined;
  const sent = channel.send
    ? parts.map(
        (part, index): Item => ({
          kind: 'part',
          part,
          ...(index === 0 && isPassive && { isPassive, ...(heldUntil && { heldUntil: heldUntil.toISOString() }) }),
        }),
      )
    : [];
  const items: readonly Item[] = [...sent, ...(handsOff ? [{ kind: 'hand-off' as const }] : [])];
  return items.map((part, index) => ({ delivery: deliveryOf(conversation, id, index), channel: channel.id, target, part }));
}

/** The request for a person alone, where the answer needs no sending. */
export function handOffOf(channel: Voice, conversation: ConversationId, { id, target }: Pick<MessageEvent, 'id' | 'target'>): Outgoing {
  const item: Item = { kind: 'hand-off' };
  return { delivery: deliveryOf(conversation, id, 0), channel: channel.id, target, part: item };
}

/** A word of the host's own, as it goes by the outbox. */
export const noticesFor = (channel: Voice, conversation: ConversationId, key: string, target: unknown, shown: Shown): readonly Outgoing[] =>
  channel.render(shown).map((part, index) => {
    const item: Item = { kind: 'notice', part };
    return { delivery: deliveryOf(conversation, `notice:${key}`, index), channel: channel.id, target, part: item };
  });

/** What a user says to the person who talks with him: the message's id, and its text, if it is one. */
export interface Word {
  readonly id: string;
  readonly text?: string | undefined;
}

export function wordFor(channel: Voice, conversation: ConversationId, { id, text, target }: MessageEvent): Outgoing {
  const item: Item = { kind: 'said', id, ...(text !== undefined && { text }) };
  return { delivery: deliveryOf(conversation, `said:${id}`, 0), channel: channel.id, target, part: item };
}
