import type { Reply } from '../rendering/reply.js';

const ASPECTS = {
  kind: ({ kind }: Reply) => kind,
  text: ({ text }: Reply) => text,
  // A retrained model is a little more or less sure of the same; that is no difference.
  intents: ({ intents }: Reply) => intents.map(({ id }) => id),
  figures: ({ figures }: Reply) => figures.map(({ value, unit, bound }) => [value, unit, bound]),
  sources: ({ sources }: Reply) => sources.map(({ article, section }) => [article, section]),
  suggestions: ({ suggestions }: Reply) => suggestions.map(({ label }) => label),
} satisfies Record<string, (reply: Reply) => unknown>;

/** What of a reply may differ from another's. */
export type ReplyAspect = keyof typeof ASPECTS;

/** What differs for a user between two replies to the same message. */
export const replyDifferences = (before: Reply, after: Reply): readonly ReplyAspect[] =>
  (Object.keys(ASPECTS) as ReplyAspect[]).filter(
    (aspect) => JSON.stringify(ASPECTS[aspect](before)) !== JSON.stringify(ASPECTS[aspect](after)),
  );
