/** A bot behind a URL that cannot be reached, or answers something else than its protocol says. */
export class TargetError extends Error {}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Sent as a bearer token. */
  readonly credential: string | undefined;
  readonly body?: object;
}

const SLOWEST_ANSWER = 20_000;

/** The JSON of an answer; anything but a success with JSON throws `TargetError`. */
export async function requestJson({ method, url, credential, body }: HttpRequest): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(SLOWEST_ANSWER),
    headers: {
      accept: 'application/json',
      ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new TargetError(`${method} ${url}: ${causeOf(error)}`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new TargetError(`${method} ${url}: ${answer.status} ${text.slice(0, 200)}`.trimEnd());
  try {
    return JSON.parse(text);
  } catch {
    throw new TargetError(`${method} ${url}: the answer is no JSON: ${text.slice(0, 200)}`);
  }
}

function causeOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  return cause instanceof Error ? `${message}: ${'code' in cause ? String(cause.code) : cause.message}` : message;
}
