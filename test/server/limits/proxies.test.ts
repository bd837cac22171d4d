import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress, trustedProxies } from '../../../src/server/limits/proxies.js';
import { network } from '../../../src/server/limits/rate-limits.js';

const from = (remoteAddress: string, forwarded?: string): Pick<IncomingMessage, 'socket' | 'headers'> => ({
  socket: { remoteAddress } as IncomingMessage['socket'],
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

describe('the address a request came from', () => {
  test.each<readonly [readonly string[], string, string | undefined, string]>([
    [[], '9.9.9.9', undefined, '9.9.9.9'],
    [[], '9.9.9.9', '1.1.1.1', '9.9.9.9'],
    [[], '127.0.0.1', '1.1.1.1', '127.0.0.1'],
    [['10.0.0.0/8'], '9.9.9.9', '1.1.1.1', '9.9.9.9'],
    [['10.0.0.0/8'], '10.1.2.3', '1.1.1.1', '1.1.1.1'],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', '1.1.1.1', '1.1.1.1'],
    [['10.0.0.0/8'], '10.1.2.3', '6.6.6.6, 1.1.1.1', '1.1.1.1'],
    [['10.0.0.0/8'], '10.1.2.3', '6.6.6.6, 1.1.1.1, 10.0.0.9', '1.1.1.1'],
    [['10.0.0.7'], '10.0.0.7', '10.0.0.8', '10.0.0.8'],
    [['10.0.0.7'], '10.0.0.7', undefined, '10.0.0.7'],
    [['10.0.0.7'], '10.0.0.7', '', '10.0.0.7'],
    [['fd00::/8'], 'fd00::1', '2001:db8::5', '2001:db8::5'],
    [['10.0.0.7'], '10.0.0.7', 'nonsense', 'nonsense'],
  ])('trusting %j, from %s with %s: %s', (trusted, remote, forwarded, expected) => {
    expect(clientAddress(from(remote, forwarded), trustedProxies(trusted))).toBe(expected);
  });

  test('without a trusted proxy is the socket’s whatever the header says', () => {
    fc.assert(fc.property(fc.string(), (header) => clientAddress(from('9.9.9.9', header), trustedProxies([])) === '9.9.9.9'));
  });

  test.each(['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', '10.0.0.0/-1', ''])('%j is no proxy', (entry) => {
    expect(() => trustedProxies([entry])).toThrow(RangeError);
  });
});

describe('one limit for a network', () => {
  test.each([
    ['9.9.9.9', '9.9.9.9'],
    ['::ffff:9.9.9.9', '9.9.9.9'],
    ['2001:db8:0:7::1', '2001:db8:0:7::/64'],
    ['2001:0DB8:0000:0007:1:2:3:4', '2001:db8:0:7::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s → %s', (address, key) => {
    expect(network(address)).toBe(key);
  });
});
