import type { Reply } from '../../rendering/reply.js';

export type { Choice, PlotPoint, ReplyBlock } from '../../rendering/reply.js';

/** What a client reads in an activity of this channel; whatever else stands there is of no use to it. */
export interface ClientActivity {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly timestamp?: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly zhida?: TypedReply };
}

/** The typed reply in `channelData.zhida`; the activity says itself which conversation it belongs to. */
export type TypedReply = Omit<Reply, 'conversation'>;

/** What a user thinks of an answer: the `value` of an event activity named `feedback`. */
export interface Feedback {
  readonly replyToId: string;
  readonly rating: 'up' | 'down';
  readonly reason?: string;
}
