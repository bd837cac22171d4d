import { pino } from 'pino';
import type { Log } from '../bot/ports.js';

/** What went wrong in the server, for the people who run it. */
export interface ServerLog {
  error(details: { readonly [name: string]: unknown }, message: string): void;
}

/** The server's log, and what the program says of itself. */
export interface ProgramLog extends Log, ServerLog {
  info(details: { readonly [name: string]: unknown }, message: string): void;
}

type LogLevel = 'silent' | 'error' | 'info';

/** Lines of JSON on standard output: one a turn, one a failure, never the text of a message. */
export function createLog(level: LogLevel = 'info'): ProgramLog {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    turn: (entry) => logger.info(entry, 'turn'),
    error: (details, message) => logger.error(details, message),
    info: (details, message) => logger.info(details, message),
  };
}
