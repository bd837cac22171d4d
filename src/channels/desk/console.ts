import type { Desk } from '../host/desk.js';

/** A desk for trying: what a person would read, a line each. */
export const consoleDesk = (write: (conversation: string, line: string) => void): Desk => ({
  async open({ conversation, transcript }) {
    write(conversation, 'asks for a person');
    for (const { from, text } of transcript) write(conversation, `${from}: ${text}`);
  },
  async hear(conversation, text) {
    write(conversation, `user: ${text}`);
  },
});
