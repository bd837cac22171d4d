import type { IntentId } from './intent.js';

/** Holds when a message has a word of each group in `all` and of none in `none`. */
export interface GuardRule {
  readonly name: string;
  readonly all: readonly string[];
  readonly none: readonly string[];
  /** Holds only while one of these is the topic, `true` for the guard's own answers: who was refused pushes. */
  readonly after?: true | readonly IntentId[];
  /** Instead of the guard's answer. */
  readonly answer?: IntentId;
}

/** Decides ahead of all scores what must be answered in one way however it is put. */
export interface Guard {
  readonly id: string;
  readonly answer: IntentId;
  /** Whether the rest of the message is answered too, after the guard's text. */
  readonly continues: boolean;
  /** Words, folded, by the name of their group. A word may stand in several groups. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words that hold one of the others and mean something else (套路). */
  readonly harmless: readonly string[];
  readonly rules: readonly GuardRule[];
  /** What the guard must and must not catch; the lint tries them. */
  readonly examples: { readonly caught: readonly string[]; readonly spared: readonly string[] };
}
