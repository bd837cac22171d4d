import type { Choice, ReplyBlock } from '../../rendering/reply.js';
import type { Capabilities, Shown } from '../channel.js';

/** What the user can pick next: the options asked about, else the suggestions. */
export function choicesOf(shown: Pick<Shown, 'blocks' | 'suggestions'>): readonly Choice[] {
  const options = shown.blocks.flatMap((block) => (block.kind === 'options' ? block.choices : []));
  return options.length > 0 ? options : shown.suggestions;
}

/** Whether all choices can be tapped; else all are numbered. */
export const canTap = (choices: readonly Choice[], { quickReplies }: Capabilities): boolean =>
  quickReplies !== false && choices.length <= quickReplies.most && choices.every(({ label }) => label.length <= quickReplies.maxLabel);

/** The choices that the channel showed with numbers, to be typed back; none when they can be tapped. */
export function numberedChoices(shown: Pick<Shown, 'blocks' | 'suggestions'>, capabilities: Capabilities): readonly Choice[] {
  const choices = choicesOf(shown);
  return canTap(choices, capabilities) ? [] : choices;
}

/** The choice whose number somebody typed (`2`, `２`, `②`, `2.`), if that is all he typed. */
export function pickByNumber(text: string, choices: readonly Choice[]): Choice | undefined {
  const number = /^(\d{1,2})[.。、)]?$/u.exec(text.normalize('NFKC').trim())?.[1];
  return number === undefined ? undefined : choices[Number(number) - 1];
}

/** A list that only repeats the choices' labels, as a fallback has one. */
export const repeatsChoices = (block: ReplyBlock, choices: readonly Choice[]): boolean =>
  block.kind === 'list' && block.items.length === choices.length && block.items.every((item, index) => item === choices[index]?.label);
