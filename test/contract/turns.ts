import type { ConversationId, Outgoing, TurnRecord } from '../../src/bot/ports.js';
import type { Reply } from '../../src/rendering/reply.js';

export const conversation = (id: string): ConversationId => id as ConversationId;

/** A turn with little in it; `text` comes back as the reply. */
export function turn(id: string, sequence: number, key: string, text = `text ${sequence}`): TurnRecord {
  const reply: Reply = {
    conversation: id,
    kind: 'answer',
    language: 'en',
    intents: [],
    slots: {},
    text,
    blocks: [{ kind: 'paragraph', text }],
    figures: [],
    sources: [],
    conflicts: [],
    suggestions: [],
  };
  return {
    conversation: conversation(id),
    sequence,
    key,
    bodyHash: `hash of ${text}`,
    at: '2026-01-02T03:04:05.678Z',
    incoming: { text, locale: 'en-US', from: 'u', channelData: { kept: ['as', { it: 'is' }] } },
    reply,
  };
}

/** Something to send; its name is its delivery id. */
export const outgoing = (delivery: string): Outgoing => ({
  delivery,
  channel: 'letter',
  target: { to: ['somebody', 7] },
  part: { text: `part ${delivery}` },
});
