import type { Call, Pace } from '../../channels/admission.js';
import { DirectLineError } from '../../channels/directline/errors.js';
import type { Counter } from './counter.js';

export type LimitName = 'address' | 'token' | 'conversation';

/** What may come in a minute; `undefined` is no limit. */
export type PerMinute = { readonly [Name in LimitName]: number | undefined };

/** How often requests, calls and messages may come. */
export interface RateLimits {
  /** Throws a 429 that says when to come again. */
  request(address: string): Promise<void>;
  /** The same. */
  call(call: Call): Promise<void>;
  /** Counts a call as `call` does, for those to whom a status says nothing. */
  pace: Pace;
}

/** `onRefused` hears of every refusal, for the metrics. */
export function createRateLimits(
  perMinute: PerMinute,
  counter: (name: LimitName, perMinute: number) => Counter,
  onRefused: (name: LimitName) => void = () => {},
): RateLimits {
  const made = (name: LimitName) => {
    const limit = perMinute[name];
    const counting = limit === undefined ? undefined : counter(name, limit);
    const take = async (key: string): Promise<number> => {
      const seconds = (await counting?.take(key)) ?? 0;
      if (seconds > 0) onRefused(name);
      return seconds;
    };
    const check = async (key: string): Promise<void> => {
      const seconds = await take(key);
      if (seconds > 0)
        throw new DirectLineError(429, 'TooManyRequests', `Too many for one ${name}; try again in ${seconds} seconds`, seconds);
    };
    return { take, check };
  };
  const [address, token, conversation] = [made('address'), made('token'), made('conversation')];
  return {
    request: (from) => address.check(network(from)),
    async call(call) {
      await token.check(call.token);
      if (call.messageTo !== undefined) await conversation.check(call.messageTo);
    },
    pace: async (call) => {
      const seconds = await token.take(call.token);
      return seconds > 0 || call.messageTo === undefined ? seconds : conversation.take(call.messageTo);
    },
  };
}

/** Who holds an IPv6 address holds its whole /64. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const groups = (part: string | undefined): readonly string[] => (part === undefined || part === '' ? [] : part.split(':'));
  const left = groups(head);
  const zeros = tail === undefined ? 0 : 8 - left.length - groups(tail).length;
  const all = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
