import type { RawRequest, RawResponse } from '../../src/channels/channel.js';

/** What a person types on a platform. */
export interface Said {
  /** The platform's id of the message, digits: the same for each of its attempts. */
  readonly id: string;
  readonly from: string;
  readonly text: string;
}

/** What a person sees on a platform, with tables and buttons written out. */
export interface Seen {
  readonly to: string;
  readonly text: string;
}

/**
 * A platform played on this machine: it signs what its users say as the platform does, answers the calls of its API, and refuses what the
 * platform would refuse (a text over the limit, a token that has ended, a message it has seen). For trying things out and for tests.
 */
export interface StandIn {
  /** What configures the channel to talk to this stand-in, whose API is at `api`. */
  variables(api: string): { readonly [variable: string]: string };
  /** The request that brings a message; where messages are pulled, the call that says that one waits. */
  says(said: Said, now: Date): RawRequest;
  /** A message in a group that is not for the bot, where the platform has groups. */
  saysAside?(said: Said, now: Date): RawRequest;
  /** What the user sees of the response to it; `undefined` for a bare acknowledgement. */
  reads(response: RawResponse): string | undefined;
  /** Answers a call of the API. */
  api(request: Request): Promise<Response>;
  /** What the API has shown to users, in order. */
  readonly seen: readonly Seen[];
  /** How many access tokens were given out; 0 for ever where there are none. */
  readonly tokens: number;
  /** Takes no token any longer that was given out before. */
  endTokens(): void;
}
