import type { Folded } from '../../text/fold.js';
import { coreOf, PLACES } from '../phrases/index.js';

/** The place in a list that a whole message names, from 1: `第二个`, `2`, `the second one`. */
export function readOrdinal({ text }: Folded): number | undefined {
  const { start, end } = coreOf(text);
  const said = text.slice(start, end).replace(/\s+/g, ' ');
  const place = PLACES.findIndex((pattern) => pattern.test(said));
  return place < 0 ? undefined : place + 1;
}
