/** A request that is refused. Every error of Direct Line is `{error: {code, message}}`; the transport writes it from this. */
export class DirectLineError extends Error {
  readonly statusCode: number;
  readonly code: string;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined;

  constructor(statusCode: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = 'DirectLineError';
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const badArgument = (message: string): DirectLineError => new DirectLineError(400, 'BadArgument', message);
export const unauthorized = (message: string): DirectLineError => new DirectLineError(401, 'Unauthorized', message);
export const forbidden = (message: string): DirectLineError => new DirectLineError(403, 'Forbidden', message);
/** Clients ask for a new token on exactly this status and code. */
export const tokenExpired = (): DirectLineError => new DirectLineError(403, 'TokenExpired', 'The token has expired');
export const noConversation = (): DirectLineError => new DirectLineError(404, 'BadArgument', 'Unknown conversation');
export const busy = (): DirectLineError => new DirectLineError(503, 'ServiceUnavailable', 'Too busy; send the same message again', 1);
