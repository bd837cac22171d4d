/** A refusal of the server, in its own words. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const PATIENCE = 15_000;

export interface Answer {
  readonly [field: string]: unknown;
}

/** One request, JSON both ways. Throws `Refused`, or what fetch throws when there is no connection. */
export async function request(method: string, url: string, body?: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Refused(response.status, `${answer.error?.message ?? response.statusText}`);
}
