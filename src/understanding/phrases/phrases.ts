/** What stands directly around an amount and tells what it is; sources of regular expressions over folded text. */
export interface Around {
  /** Ends at the amount. */
  readonly before?: string;
  /** Begins behind it. */
  readonly after?: string;
  /** Both at once, where neither alone would do. */
  readonly both?: readonly { readonly before: string; readonly after: string }[];
}

/** The turns of phrase of one language by which a conversation about sums is led. A new language is a file and a line in the list. */
export interface Phrases {
  /** What may stand before or behind what a message says, and changes nothing of it: greetings, thanks, hesitation. */
  readonly padding: { readonly before: string; readonly after: string };
  /** A whole message that takes up what was offered, or declines it. */
  readonly agreement: string;
  readonly refusal: string;
  /** Names of the places of a list, from the first on, and what may stand around one in a message that says nothing else. */
  readonly places: { readonly before: string; readonly names: readonly string[]; readonly after: string };
  /** A fee that was charged. */
  readonly charged: Around;
  /** The most that a fee may be. */
  readonly budget: Around;
  /** An amount for each day, or for each time. */
  readonly perDay: Around;
  readonly perTime: Around;
  /** A rhythm that the calculator does not know: weekly, twice a month. */
  readonly period: string;
  /** No amount but a number of parts. */
  readonly parts: Around;
  /** An amount on top of the one before, or off it. */
  readonly more: Around;
  readonly less: Around;
  /** How much can be moved. */
  readonly asksMost: string;
  /** In how many transactions or days. */
  readonly asksPieces: string;
  /** How a figure came about. */
  readonly asksReason: string;
  /** A person instead of the bot, and what only speaks of one. */
  readonly person: string;
  readonly mentionsPerson: string;
  /** What may be unwanted, by what it names; and what takes the wish back that stands right behind it. */
  readonly wishes: { readonly handoff: string; readonly cancel: string; readonly repeat: string };
  readonly unwanted: string;
  /** Asks for answers in this language. */
  readonly thisLanguage: string;
  /** Puts two things side by side. */
  readonly joins: string;
  /** What was said before this is taken back. */
  readonly correction: string;
}
