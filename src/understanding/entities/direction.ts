import type { ConceptMatch } from '../concepts.js';
import { isRuledOut } from './negated.js';

/** Where money comes from and goes to, as platform concepts; a side that the text leaves open is absent. */
export interface Direction {
  readonly from?: string;
  readonly to?: string;
}

/**
 * Reads the direction from platforms and the markers before them: 从 A 到 B, 把 A 转到 B, from A into B.
 * An action that ends like a target marker (提到, 转到) marks the platform after it.
 */
export function readDirection(text: string, matches: readonly ConceptMatch[], targetMarkers: readonly string[]): Direction {
  let from: string | undefined;
  let to: string | undefined;
  let unmarked: string | undefined;
  matches.forEach((match, index) => {
    if (match.concept.kind !== 'platform' || isRuledOut(text, matches, match.start)) return;
    const before = matches[index - 1];
    const adjoining = before && match.start - before.end <= LONGEST_GAP ? before : undefined;
    if (adjoining && marksTarget(text, adjoining, targetMarkers)) to ??= match.concept.id;
    else if (adjoining?.concept.kind === 'source') from ??= match.concept.id;
    else if (unmarked !== undefined && match.concept.id !== unmarked && movedBetween(matches, index)) to ??= match.concept.id;
    else unmarked ??= match.concept.id;
  });
  if (from === undefined && unmarked !== to) from = unmarked;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

// "to my", "到我的": a possessive may stand between a marker and its platform.
const LONGEST_GAP = 6;

/** "花呗转微信", "huabei transfer wechat": an action between two platforms leads from the first to the second. */
function movedBetween(matches: readonly ConceptMatch[], index: number): boolean {
  const first = matches.findIndex(({ concept }) => concept.kind === 'platform');
  return matches.slice(first + 1, index).some(({ concept }) => concept.kind === 'action');
}

function marksTarget(text: string, { concept, start, end }: ConceptMatch, targetMarkers: readonly string[]): boolean {
  if (concept.kind === 'target') return true;
  if (concept.kind !== 'action') return false;
  const words = text.slice(start, end);
  return targetMarkers.some((marker) => words.length > marker.length && words.endsWith(marker));
}
