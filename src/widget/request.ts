/** The server's answer to what it does not take. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super();
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
    signal: AbortSignal.timeout(PATIENCE),
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Refused(response.status);
  // There is none to a deletion.
  return response.json().catch(() => ({}));
}
