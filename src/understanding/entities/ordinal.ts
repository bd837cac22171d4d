import type { Folded } from '../../text/fold.js';
import { coreOf, PLACES, PLACES_WITHIN } from '../phrases/index.js';

/** The place in a list that a whole message names, from 1: `第二个`, `2`, `the second one`. */
export function readOrdinal({ text }: Folded): number | undefined {
  const { start, end } = coreOf(text);
  const said = text.slice(start, end).replace(/\s+/g, ' ');
  return placeOf(PLACES, said);
}

/** The one place in a list that a message asks something about: `第二个要多久`, `how long does the second take`; none when it names two. */
export function readPlaceWithin({ text }: Folded): number | undefined {
  const [place, ...others] = readPlaces({ text });
  return others.length === 0 ? place : undefined;
}

/** All the places in a list that a message names, in the list's order: 第一个跟第三个. */
export const readPlaces = ({ text }: Pick<Folded, 'text'>): readonly number[] =>
  PLACES_WITHIN.flatMap((pattern, index) => (pattern.test(text) ? [index + 1] : []));

function placeOf(patterns: readonly RegExp[], text: string): number | undefined {
  const place = patterns.findIndex((pattern) => pattern.test(text));
  return place < 0 ? undefined : place + 1;
}
