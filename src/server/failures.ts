import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DirectLineError } from '../channels/directline/errors.js';
import { isTemporary } from '../stores/errors.js';
import type { ServerLog } from './log.js';

/** Writes any error as `{error: {code, message}}`; what was not expected is logged and told as an outline only. */
export function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: ServerLog): FastifyReply {
  const known = asKnown(error);
  if (known.statusCode === 500) log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed');
  if (known.retryAfter !== undefined) reply.header('retry-after', String(known.retryAfter));
  return reply.code(known.statusCode).send(body(known.code, known.message));
}

function asKnown(error: FastifyError): DirectLineError {
  if (error instanceof DirectLineError) return error;
  if (isTemporary(error)) return new DirectLineError(503, 'ServiceUnavailable', 'Too busy; try again', 1);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new DirectLineError(413, 'MessageSizeTooBig', 'The body is larger than 64 KB');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new DirectLineError(415, 'BadArgument', 'Send JSON, as application/json');
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? new DirectLineError(error.statusCode, 'BadArgument', error.message)
        : new DirectLineError(500, 'ServiceError', 'The server failed on this request');
  }
}

export const body = (code: string, message: string) => ({ error: { code, message } });

/** Bytes that are no HTTP request, or one that did not arrive in time. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, message] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ['408 Request Timeout', 'The request did not arrive in time']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', 'The headers are too large']
        : ['400 Bad Request', 'This is no HTTP request'];
  const text = JSON.stringify(body('BadArgument', message));
  if (!socket.writable) return void socket.destroy();
  const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}`;
  socket.end(`${head}\r\n\r\n${text}`, () => socket.destroy());
}
