import { z } from 'zod';
import type { Capabilities, Shown } from '../channel.js';
import { degrade } from '../degrade/degrade.js';

/** A message of text; all that these platforms take in an exchange. */
export const TextPart = z.object({ text: z.string() });
export type TextPart = z.infer<typeof TextPart>;

export const textParts = (shown: Shown, capabilities: Capabilities): readonly TextPart[] =>
  degrade(shown, capabilities).pieces.flatMap((piece) => (piece.kind === 'text' ? [{ text: piece.text }] : []));

/** What both passive platforms show, and in what time. Without an API only one message can follow another. */
export const passiveTextCapabilities = (hasApi: boolean): Capabilities => ({
  maxText: 2048,
  unit: 'byte',
  table: false,
  card: false,
  quickReplies: false,
  passive: { deadlineMs: 4_500, attempts: 3, intervalMs: 5_000 },
  maxSends: hasApi ? 5 : 1,
});
