import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether an address is a proxy of ours, whose `X-Forwarded-*` is believed. */
export type IsTrusted = (address: string) => boolean;

/** Throws when an entry is neither an address nor a network such as `10.0.0.0/8`. */
export function trustedProxies(entries: readonly string[]): IsTrusted {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = familyOf(address);
    const isNetwork = bits !== undefined && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv6' ? 128 : 32);
    if (family === undefined || rest.length > 0 || (bits !== undefined && !isNetwork)) throw new RangeError(`${entry} is no address`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = familyOf(address);
    return family !== undefined && list.check(address, family);
  };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined => {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
};

/** Who sent a request: the last address on its way that is no proxy of ours. Anybody can write the ones before it. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, isTrusted: IsTrusted): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().flatMap((header) => header.split(',').map((each) => each.trim()));
  let address = socket.remoteAddress ?? '';
  while (isTrusted(address)) {
    const before = forwarded.pop();
    if (before === undefined || before === '') break;
    address = before;
  }
  return address;
}
