import { z } from 'zod';
import { optionalGroup } from '../../settings/group.js';
import { secret, wholeNumber } from '../../settings/readers.js';
import { isSafeUrl } from '../outbound/api-base.js';

/** Where conversations go that ask for a person. */
export interface DeskOptions {
  /** `console:` writes them to the log, for trying. */
  readonly url: string;
  readonly secret: string;
  readonly minutes: number;
}

export const deskSettings = optionalGroup({
  variables: {
    ZHIDA_HANDOFF_URL: z.string().refine((url) => url === 'console:' || isSafeUrl(url), {
      error: 'must be an https URL such as https://desk.example.org/zhida (http for this machine alone), or console: to try things out',
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
