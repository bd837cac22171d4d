import { createHash } from 'node:crypto';
import { pino, stdSerializers } from 'pino';
import type { Log } from '../bot/ports.js';
import { maskPersonalData } from '../text/personal-data.js';

/** What went wrong in the server, for the people who run it. */
export interface ServerLog {
  error(details: { readonly [name: string]: unknown }, message: string): void;
}

/** The server's log, and what the program says of itself. */
export interface ProgramLog extends Log, ServerLog {
  info(details: { readonly [name: string]: unknown }, message: string): void;
}

type LogLevel = 'silent' | 'error' | 'info';

/** Where lines go. Default: standard output. */
interface LogSink {
  write(line: string): void;
}

/**
 * Lines of JSON: one a turn, one a failure, never the text of a message. An error of a library may quote one: personal data is masked in
 * every line. A conversation's name is kept, so that it can be looked up, unless it is somebody's number: then a digest stands for it.
 */
export function createLog(level: LogLevel = 'info', sink?: LogSink, isNumber: (conversation: string) => boolean = () => false): ProgramLog {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      log: ({ conversation, ...fields }: Record<string, unknown>) => ({
        ...(conversation !== undefined && { conversation: shownName(conversation, isNumber) }),
        ...maskedFields(fields),
      }),
    },
    // Errors are written by the formatter.
    serializers: { err: (value: unknown) => value },
  };
  const logger = sink === undefined ? pino(options) : pino(options, sink);
  return {
    turn: (entry) => logger.info(entry, 'turn'),
    error: (details, message) => logger.error(details, message),
    info: (details, message) => logger.info(details, message),
  };
}

const shownName = (conversation: unknown, isNumber: (conversation: string) => boolean): unknown => {
  if (typeof conversation !== 'string' || !isNumber(conversation)) return conversation;
  const [channel = ''] = conversation.split(':');
  return `${channel}:#${createHash('sha256').update(conversation).digest('base64url').slice(0, 16)}`;
};

const maskedFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, masked(value)]));

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (value instanceof Error) return maskedFields(stdSerializers.err(value));
  return typeof value === 'object' && value !== null ? maskedFields(value) : value;
}

// What all that can be masked has one of: most strings of a log have none, and are not searched any further.
const SUSPICIOUS = /[0-9０-９][0-9０-９ -]{6}|[@＠]|[我姓本]|\b(?:my name|i am called|im called|they call)/i;

const maskedText = (text: string): string => (SUSPICIOUS.test(text) ? (maskPersonalData([text])[0] ?? '') : text);
