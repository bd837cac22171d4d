/** A turn for programs that tests start. */
export function turnOf(id, sequence) {
  const text = `text ${sequence} of ${id}`;
  return {
    conversation: id,
    sequence,
    key: `key ${sequence}`,
    bodyHash: `hash of ${text}`,
    at: '2026-01-02T03:04:05.678Z',
    incoming: { text, locale: 'en-US', from: 'u', channelData: { kept: ['as', { it: 'is' }] } },
    reply: {
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
    },
  };
}
