import type { Reply } from '../../rendering/reply.js';

/**
 * What became of a reply whose question was only written differently. `asked`: the bot no longer answers, but asks back or says that it
 * does not know, and so says nothing wrong. `changed`: it says something else.
 */
export type Outcome = 'same' | 'asked' | 'changed';

export function outcomeOf(before: Reply, after: Reply): Outcome {
  if (before.kind === after.kind && intentsOf(before) === intentsOf(after) && figuresOf(before) === figuresOf(after)) return 'same';
  return after.kind === 'fallback' || after.kind === 'clarify' ? 'asked' : 'changed';
}

/** A question back offers the same options in whatever order; an answer's intents come in the order they are answered. */
function intentsOf({ kind, intents }: Reply): string {
  const ids = intents.map(({ id }) => id);
  return (kind === 'clarify' ? ids.sort() : ids).join(' ');
}

const figuresOf = ({ figures }: Reply): string => figures.map(({ value, unit, bound }) => `${bound ?? ''}${value} ${unit}`).join('\n');
