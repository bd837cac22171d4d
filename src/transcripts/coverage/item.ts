export const GROUPS = [
  'intents',
  'answers',
  'facts',
  'sources',
  'conflicts',
  'tariff rules',
  'amounts without a fee',
  'clarifications',
  'refusals',
  'hand-offs',
  'decisions',
  'policies',
  'languages',
] as const;

export type Group = (typeof GROUPS)[number];

/** One thing that a transcript may exercise. */
export interface Item {
  readonly group: Group;
  readonly id: string;
}

export const item = (group: Group, id: string): Item => ({ group, id });
