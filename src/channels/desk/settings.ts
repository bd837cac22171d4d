import { z } from 'zod';
import { optionalGroup } from '../../settings/group.js';
import { secret, wholeNumber } from '../../settings/readers.js';

/** Where conversations go that ask for a person. */
export interface DeskOptions {
  /** `console:` writes them to the log, for trying. */
  readonly url: string;
  readonly secret: string;
  readonly minutes: number;
}

export const deskSettings = optionalGroup({
  variables: {
    ZHIDA_HANDOFF_URL: z.union([z.literal('console:'), z.url({ protocol: /^https?$/ })], {
      error: 'must be a URL such as https://desk.example.org/zhida, or console: to try things out',
    }),
    ZHIDA_HANDOFF_SECRET: secret(),
    ZHIDA_HANDOFF_MINUTES: wholeNumber(1, 1440).default(60),
  },
  secrets: { ZHIDA_HANDOFF_SECRET: true },
  options: (values): DeskOptions => ({
    url: values.ZHIDA_HANDOFF_URL,
    secret: values.ZHIDA_HANDOFF_SECRET,
    minutes: values.ZHIDA_HANDOFF_MINUTES,
  }),
});
