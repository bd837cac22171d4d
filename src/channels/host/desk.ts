import type { Language } from '../../base/language.js';

/** One line of a conversation, as a person reads it. */
export interface Line {
  readonly from: 'user' | 'bot';
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Transfer {
  readonly conversation: string;
  readonly channel: string;
  readonly language: Language;
  readonly transcript: readonly Line[];
}

/** Where people of the team take conversations over. Both calls may come again with the same id; both reject when the desk did not take it. */
export interface Desk {
  /** A user asks for a person. */
  open(transfer: Transfer, id: string): Promise<void>;
  /** He said something while a person talks. */
  hear(conversation: string, text: string, id: string): Promise<void>;
}
