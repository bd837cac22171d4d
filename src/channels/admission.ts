import type { FastifyRequest } from 'fastify';

// What a channel tells the limits that stand before it, and what it asks them.

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body of a 200 where this request would be refused as one too many: some clients never ask again after a 429 or a 5xx. */
    readonly insteadOfRefusal?: (request: FastifyRequest) => unknown;
    /** Requests of many people come from few addresses here, those of a platform: there is no limit by address. */
    readonly isPlatform?: boolean;
    /** Answered under any load, for those who watch over the server. */
    readonly isVital?: boolean;
  }
}

/** A call whose token was found genuine. */
export interface Call {
  /** Tells the token from others, without being it. */
  readonly token: string;
  /** Where a message is to go, for a call that brings one. */
  readonly messageTo?: string;
}

/** Counts a call. 0: it may pass; else the seconds after which the next one may. */
export type Pace = (call: Call) => Promise<number>;

/** Throws the refusal of a call that comes too soon after others. */
export type Admit = (call: Call) => Promise<void>;
