import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, RawRequest } from '../../src/channels/channel.js';

/** Something that is not what it says it is, and what is wrong with it. */
export type Forgery = readonly [what: string, request: RawRequest];

export interface Genuine {
  /** A message that the channel takes. */
  readonly body: string;
  /** The request that the platform makes of a body. */
  readonly sign: (body: string | Buffer) => RawRequest;
  /** The request that anybody could make who takes the secret for an empty one. */
  readonly signUnset: (body: string) => RawRequest;
  /** Whether the signature covers the body. */
  readonly covers: boolean;
}

/** What no channel takes, whatever stands in it, and never by throwing. `unset` is the channel without its secret. */
export function describeRefusals(channel: Channel, unset: Channel, now: Date, genuine: Genuine): void {
  const { body, sign, signUnset, covers } = genuine;
  const signed = sign(body);

  describe(`${channel.id} refuses`, () => {
    test('nothing of what is genuine', () => {
      expect(channel.receive(signed, now).kind).toBe('events');
    });

    test('everything while its secret is not set', () => {
      for (const request of [signed, signUnset(body)]) expect(unset.receive(request, now)).toMatchObject({ kind: 'reject', status: 401 });
    });

    if (covers)
      test('a body with any byte changed', () => {
        const bytes = Buffer.from(signed.body);
        fc.assert(
          fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, change) => {
            const changed = Buffer.from(bytes);
            changed.writeUInt8((changed.readUInt8(place) ^ change) & 0xff, place);
            expect(channel.receive({ ...signed, body: changed }, now).kind).toBe('reject');
          }),
        );
      });

    test('whatever comes without a signature', () => {
      fc.assert(
        fc.property(anyRequest, (request) => {
          expect(channel.receive(request, now).kind).toBe('reject');
        }),
      );
    });

    test('without throwing on any signed bytes', () => {
      fc.assert(fc.property(fc.uint8Array(), (bytes) => isSound(channel, sign(Buffer.from(bytes)), now)));
      fc.assert(fc.property(fc.json(), (json) => isSound(channel, sign(json), now)));
    });

    test('without throwing on a message in which anything stands anywhere', () => {
      fc.assert(
        fc.property(fc.nat(), fc.oneof(fc.jsonValue(), strange), (place, value) =>
          isSound(channel, sign(replaced(body, place, value)), now),
        ),
        { numRuns: 500 },
      );
    });
  });
}

const strange = fc.constantFrom(1e308, -1, 2 ** 53, '', '9'.repeat(400), '\u0000', 'x'.repeat(5000), [[]], { length: -1 }, null);

/** Whatever is received keeps its promises: a status, or events that can be stored. */
function isSound(channel: Channel, request: RawRequest, now: Date): void {
  const received = channel.receive(request, now);
  if (received.kind !== 'events') return;
  for (const event of received.events) {
    if (event.kind === 'pull' || event.kind === 'person') continue;
    expect(event.id.length).toBeGreaterThan(0);
    expect(event.id.length).toBeLessThanOrEqual(200);
    expect(event.conversation.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(event.target))).toEqual(event.target);
    if (event.at) expect(event.at.getTime()).not.toBeNaN();
  }
}

const anyRequest: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const),
  headers: fc.dictionary(
    fc.constantFrom(
      'content-type',
      'sign',
      'timestamp',
      'x-hub-signature-256',
      'x-lark-request-timestamp',
      'x-lark-signature',
      'x-line-signature',
      'x-slack-request-timestamp',
      'x-slack-signature',
      'x-telegram-bot-api-secret-token',
    ),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('sha256=', 'v0=', '1700000000')),
  ),
  query: fc
    .dictionary(fc.constantFrom('hub.mode', 'hub.verify_token', 'hub.challenge'), fc.string())
    .map((query) => new URLSearchParams(query)),
  body: fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.json().map((json) => Buffer.from(json)),
  ),
});

/** The JSON with another value in its nth place, in the order of writing. */
function replaced(json: string, place: number, value: unknown): string {
  const places: unknown[] = [];
  JSON.parse(json, (_, inside) => {
    places.push(inside);
    return inside;
  });
  let count = 0;
  return JSON.stringify(JSON.parse(json, (_, inside) => (count++ === place % places.length ? value : inside)));
}

/** Bodies that two readers could take for two things, or nobody for anything: signed as they are. */
export function commonForgeries({ body, sign }: Genuine): readonly Forgery[] {
  const bodies: readonly (readonly [string, string | Buffer])[] = [
    ['an empty body', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a list around the message', `[${body}]`],
    ['half the message', body.slice(0, body.length / 2)],
    ['the message twice', body + body],
    ['a key twice', `{"type":1,"type":2,${body.slice(1)}`],
    ['a prototype', `{"__proto__":{},${body.slice(1)}`],
    ['a byte order mark', `\ufeff${body}`],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from(`",${body.slice(1)}`)])],
    ['a body that is very deep', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['an empty object', '{}'],
  ];
  return bodies.map(([what, bytes]) => [what, sign(bytes)]);
}

/** A request with other headers; `undefined` takes one away. */
export const withHeaders = (request: RawRequest, headers: RawRequest['headers']): RawRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});
