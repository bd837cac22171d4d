/** What stands directly around an amount and tells what it is; sources of regular expressions over folded text. */
export interface Around {
  /** Ends at the amount. */
  readonly before?: string;
  /** Begins behind it. */
  readonly after?: string;
  /** Both at once, where neither alone would do. */
  readonly both?: readonly { readonly before: string; readonly after: string }[];
}

export type RhythmUnit = 'day' | 'other-day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';

/** The turns of phrase of one language by which a conversation about sums is led. A new language is a file and a line in the list. */
export interface Phrases {
  /** What may stand before or behind what a message says, and changes nothing of it: greetings, thanks, hesitation. */
  readonly padding: { readonly before: string; readonly after: string };
  /** A whole message that takes up what was offered, or declines it. */
  readonly agreement: string;
  readonly refusal: string;
  /** A whole message that only takes notice. */
  readonly notice: string;
  /** Names of the places of a list, from the first on, and what may stand around one in a message that says nothing else. */
  readonly places: { readonly before: string; readonly names: readonly string[]; readonly after: string };
  /** What stands around the name of a place in a message that says more: 第二个要多久. */
  readonly placeWithin: { readonly before: string; readonly after: string };
  /** A fee that was charged. */
  readonly charged: Around;
  /** The most that a fee may be. */
  readonly budget: Around;
  /** An amount for each day, or for each time. */
  readonly perDay: Around;
  readonly perTime: Around;
  /** A rhythm by its unit: weekly, twice a month. A message names how often either as a number of times or by one of `oftenWords`. */
  readonly rhythms: Readonly<Record<RhythmUnit, string>>;
  readonly oftenWords: readonly (readonly [pattern: string, times: number])[];
  /** No amount but a number of parts. */
  readonly parts: Around;
  /** An amount on top of the one before, or off it. */
  readonly more: Around;
  readonly less: Around;
  /** What must arrive. */
  readonly wanted: Around;
  /** What arrived, of a sum that was sent. */
  readonly arrived: Around;
  /** The sum before becomes so many times as much: 翻倍, half of that. */
  readonly scales: readonly (readonly [pattern: string, numerator: number, denominator: number])[];
  /** In one transaction instead of several. */
  readonly inOneGo: string;
  /** One way more beside those that were compared. */
  readonly addsWay: string;
  /** A day that is not today. */
  readonly otherDay: string;
  /** How much may still be moved, after what was moved already. */
  readonly asksRest: string;
  /** Whether days or times suffice. */
  readonly asksEnough: string;
  /** What arrives, and the ends of what something may cost. */
  readonly asksNet: string;
  readonly asksEnds: string;
  /** Every way there is. */
  readonly asksAll: string;
  /** Whether a charge was right. */
  readonly asksRight: string;
  /** The lowest price. */
  readonly asksCheap: string;
  /** Which of two statements holds, or why there are two. */
  readonly asksConflict: string;
  /** How much can be moved. */
  readonly asksMost: string;
  /** In how many transactions or days. */
  readonly asksPieces: string;
  /** How long it takes. */
  readonly asksTime: string;
  /** How much must be sent for a sum to arrive. */
  readonly asksGross: string;
  /** How a figure came about. */
  readonly asksReason: string;
  /** A whole message that asks for the reason of what was said. */
  readonly asksWhy: string;
  /** A person instead of the bot, and what only speaks of one. */
  readonly person: string;
  readonly mentionsPerson: string;
  /** What may be unwanted, by what it names; and what takes the wish back that stands right behind it. */
  readonly wishes: { readonly handoff: string; readonly cancel: string; readonly repeat: string };
  readonly unwanted: string;
  /** Asks for answers in this language. */
  readonly thisLanguage: string;
  /** What may be harmed by what was done, right before its name: 影响房贷. */
  readonly feared: string;
  /** What stands between sums that take each other back, and what may stand beside it. */
  readonly reconsidered: string;
  readonly hesitation: string;
  /** What was worked out is to be said once more. */
  readonly asksAgain: string;
  /** One of the ways that were compared, by what it is best at or by pointing at it. */
  readonly thatOne: string;
  readonly fastOne: string;
  readonly cheapOne: string;
  /** Units of time behind a number, an hour and half of one without one, and what makes them the most that something may take. */
  readonly hours: string;
  readonly minutes: string;
  readonly anHour: string;
  readonly halfAnHour: string;
  readonly withinTime: string;
  readonly withinTimeAfter: string;
  /** Which ways there are for it. */
  readonly asksWays: string;
  /** A sum that is a quota, before or behind its name, and one that something fell or rose from and to. */
  readonly quota: Around;
  /** Leads from one place of a chain to the next; and out of the last one once more. */
  readonly leadsOn: string;
  readonly outAgain: string;
  /** A card that is called nothing more. */
  readonly someCard: string;
  /** What lies between two figures; that the time is meant, or what arrives; the first of what was worked out; and something to compare with. */
  readonly asksDifference: string;
  readonly differenceInTime: string;
  readonly differenceInNet: string;
  readonly firstOne: string;
  readonly comparedTo: string;
  readonly oneBefore: string;
  /** Somebody takes a share of a sum; and shares that are no price of moving money. */
  readonly takesShare: string;
  readonly noFee: string;
  /** Puts two things side by side. */
  readonly joins: string;
  /** What was said before this is taken back. */
  readonly correction: string;
}
