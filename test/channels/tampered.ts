import type { RawRequest } from '../../src/channels/channel.js';

type Query = { readonly [name: string]: string | undefined };

/** The request with other values in its query; `undefined` leaves one out. */
export function withQuery(request: RawRequest, changes: Query): RawRequest {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  return { ...request, query };
}

/** The request with a value of its query a second time. */
export function withSecond(request: RawRequest, name: string, value = request.query.get(name) ?? ''): RawRequest {
  const query = new URLSearchParams(request.query);
  query.append(name, value);
  return { ...request, query };
}

export const withBody = (request: RawRequest, change: (body: string) => string): RawRequest => ({
  ...request,
  body: Buffer.from(change(request.body.toString())),
});

/** The text with its last hexadecimal or base64 character changed to another. */
export const flipped = (text: string): string => text.replace(/[A-Za-z0-9](?=[^A-Za-z0-9]*$)/, (last) => (last === 'a' ? 'b' : 'a'));
