import { existsSync } from 'node:fs';
import { z } from 'zod';
import { settingGroup } from '../settings/group.js';
import { list, secret, text, wholeNumber } from '../settings/readers.js';
import { trustedProxies } from './limits/proxies.js';

/** 0 is no limit. */
const perMinute = () => wholeNumber(0, 1_000_000);

export const DEFAULT_HOST = '127.0.0.1';

/** Where the server listens and how it is reached. */
export const serverSettings = settingGroup({
  variables: {
    HOST: text().default(DEFAULT_HOST),
    PORT: wholeNumber(0, 65_535).default(3978),
    ZHIDA_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a URL such as https://bot.example.org' }).optional(),
    ZHIDA_TRUSTED_PROXIES: list().default([]).refine(areAddresses, 'must be addresses or networks by commas, such as 10.0.0.7, fd00::/8'),
    ZHIDA_WEBCHAT: text().refine(existsSync, "must be the path of Web Chat's webchat.js").optional(),
    // An office behind one address, whose pages poll every second, is let through.
    ZHIDA_LIMIT_ADDRESS: perMinute().default(6000),
    ZHIDA_LIMIT_TOKEN: perMinute().default(240),
    ZHIDA_LIMIT_CONVERSATION: perMinute().default(60),
    ZHIDA_OPERATOR_KEY: secret().optional(),
  },
  secrets: { ZHIDA_OPERATOR_KEY: true },
  options: (values) => ({
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.ZHIDA_PUBLIC_URL,
    webChat: values.ZHIDA_WEBCHAT,
    trustedProxies: values.ZHIDA_TRUSTED_PROXIES,
    operatorKey: values.ZHIDA_OPERATOR_KEY,
    perMinute: {
      address: values.ZHIDA_LIMIT_ADDRESS || undefined,
      token: values.ZHIDA_LIMIT_TOKEN || undefined,
      conversation: values.ZHIDA_LIMIT_CONVERSATION || undefined,
    },
  }),
});

function areAddresses(entries: readonly string[]): boolean {
  try {
    trustedProxies(entries);
    return true;
  } catch {
    return false;
  }
}
