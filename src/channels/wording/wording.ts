/** What the channels say of themselves, in one language. */
export interface ChannelWording {
  /** Above a numbered list of what could be asked next; the number is typed back. */
  readonly next: string;
  /** Above choices to tap. */
  readonly tap: string;
  /** Below a numbered list that answers the bot's own question. */
  readonly choose: string;
  /** On the button that opens a list of choices; at most 20 characters. */
  readonly open: string;
  /** At the end of an answer that does not fit into what the platform takes. */
  readonly cut: string;
  /** To a picture, a voice message, a sticker. */
  readonly onlyText: string;
  /** What a person of the team reads in place of a picture or a voice message. */
  readonly notText: string;
  readonly tooLong: (limit: number) => string;
  /** Too many messages in a short time; this one was not read. */
  readonly tooMany: (seconds: number) => string;
  /** The bot failed on this message. */
  readonly failed: string;
  /** Who speaks, where a person of the team does. */
  readonly person: string;
  /** A person was asked for, and could not be reached. */
  readonly nobody: string;
  /** The person has left; the bot answers again. */
  readonly handedBack: string;
}
