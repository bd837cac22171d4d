import { z } from 'zod';
import { settingGroup } from '../settings/group.js';
import { text, wholeNumber } from '../settings/readers.js';

export const DEFAULT_HOST = '127.0.0.1';

/** Where the server listens and how it is reached. */
export const serverSettings = settingGroup({
  variables: {
    HOST: text().default(DEFAULT_HOST),
    PORT: wholeNumber(0, 65_535).default(3978),
    ZHIDA_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a URL such as https://bot.example.org' }).optional(),
  },
  options: ({ HOST, PORT, ZHIDA_PUBLIC_URL }) => ({ host: HOST, port: PORT, publicUrl: ZHIDA_PUBLIC_URL }),
});
