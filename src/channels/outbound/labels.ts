import type { Choice } from '../../rendering/reply.js';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A label, or as much of it as fits into `most` UTF-16 units and an ellipsis. */
export function shortLabel(label: string, most: number): string {
  if (label.length <= most) return label;
  let short = '';
  for (const { segment } of GRAPHEMES.segment(label)) {
    if (short.length + segment.length > most - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/** What a tap sends back: the choice's message, or its label, which the bot understands as well, where that is too long. */
export const payloadOf = ({ label, send }: Choice, most: number): string => (send.length <= most ? send : label);
