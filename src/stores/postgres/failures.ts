import { StoreError } from '../errors.js';

/** What to make of an error of the driver or the database. */
export type Failure =
  /** It goes away by itself, and doing the same again is safe: every statement of the store may run twice. */
  | 'passing'
  /** All connections are taken, or none can be made in time: waiting longer helps nobody. */
  | 'overload'
  | 'disk'
  /** Somebody else made it first: a turn under the key, a table. */
  | 'taken'
  | 'broken';

const PASSING_STATES = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // the server is shut down
  '57P02', // … after a crash
  '57P03', // … or starts
  '53300', // no connection free in the server
  '25006', // a standby: the primary has moved
]);
const PASSING_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
// A unique key, a table, and its type.
const TAKEN_STATES = new Set(['23505', '42P07', '42710']);
// The driver's own, which have no code.
const PASSING_MESSAGES = /^(?:Connection terminated|Client has encountered a connection error|Query read timeout)/;
const NO_CONNECTION_IN_TIME = 'timeout exceeded when trying to connect';

export function failureOf(error: unknown): Failure {
  const { code = '', message = '', constraint = '' } = error as { code?: string; message?: string; constraint?: string };
  if (message === NO_CONNECTION_IN_TIME) return 'overload';
  if (code === '53100') return 'disk';
  // A delivery id that is used twice is a fault of who made it: trying again would not help.
  if (TAKEN_STATES.has(code)) return constraint.includes('_delivery_key') ? 'broken' : 'taken';
  if (PASSING_STATES.has(code) || PASSING_ERRORS.has(code) || code.startsWith('08') || PASSING_MESSAGES.test(message)) return 'passing';
  return 'broken';
}

/** An error of the store from one of the database. `shown`: the database's address without its password. */
export function refusal(error: unknown, shown: string): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  switch (failureOf(error)) {
    case 'passing':
    case 'overload':
      return new StoreError('store-busy', `${shown} does not answer (${message || 'no connection'}); try again.`, { cause: error });
    case 'disk':
      return new StoreError('store-disk', `The disk of ${shown} is full; make room there.`, { cause: error });
    default:
      return new StoreError('store-failed', `${shown} failed: ${message}`, { cause: error });
  }
}
