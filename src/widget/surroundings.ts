import type { Chat } from './chat.js';
import type { Texts } from './texts.js';

/** What the pieces of the view have in common. */
export interface Surroundings {
  readonly texts: Texts;
  /** Origin of the server. */
  readonly server: string;
  /** Sends a message of the user. */
  readonly send: (text: string) => void;
  /** Says something to who does not see the screen. */
  readonly announce: (text: string) => void;
  /** Made after the view that it tells what to show. */
  readonly chat: () => Chat;
}
