import { settingGroup } from '../../settings/group.js';
import { list, secret } from '../../settings/readers.js';

/** Direct Line and the page: who may get tokens, and from which pages it may be called. */
export const directLineSettings = settingGroup({
  variables: {
    DIRECTLINE_SECRET: secret().optional(),
    DIRECTLINE_SECRET_PREVIOUS: secret().optional(),
    ZHIDA_ORIGINS: list().default([]),
  },
  secrets: { DIRECTLINE_SECRET: true, DIRECTLINE_SECRET_PREVIOUS: true },
  check: ({ DIRECTLINE_SECRET, DIRECTLINE_SECRET_PREVIOUS }) => {
    if (DIRECTLINE_SECRET_PREVIOUS === undefined) return [];
    const name = 'DIRECTLINE_SECRET_PREVIOUS';
    if (DIRECTLINE_SECRET === undefined) return [{ name, message: 'is set without DIRECTLINE_SECRET, which is the one that signs' }];
    return DIRECTLINE_SECRET === DIRECTLINE_SECRET_PREVIOUS
      ? [{ name, message: 'is the same as DIRECTLINE_SECRET: set the old one, or leave it out' }]
      : [];
  },
  options: (values) => ({
    secret: values.DIRECTLINE_SECRET,
    previousSecret: values.DIRECTLINE_SECRET_PREVIOUS,
    origins: values.ZHIDA_ORIGINS,
  }),
});
