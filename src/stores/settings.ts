import { settingGroup } from '../settings/group.js';
import { text, wholeNumber } from '../settings/readers.js';

/** What is wrong with an address of something else. */
export const NO_STORE = 'names no store. Write sqlite:PATH, for example sqlite:data/zhida.db, postgres://USER@HOST/DATABASE, or memory:';

/** Where conversations are kept. */
export const storeSettings = settingGroup({
  variables: {
    ZHIDA_STORE: text()
      .regex(/^(?:sqlite:.+|memory:|postgres(?:ql)?:\/\/.+)$/, NO_STORE)
      .default('sqlite:data/zhida.db'),
    ZHIDA_RETENTION_DAYS: wholeNumber(1, 36_500).optional(),
  },
  secrets: { ZHIDA_STORE: hasPassword },
  options: ({ ZHIDA_STORE, ZHIDA_RETENTION_DAYS }) => ({ url: ZHIDA_STORE, retentionDays: ZHIDA_RETENTION_DAYS }),
});

/** The address of a store as it may be shown: without a password and what may stand behind it. */
export function shownStore(url: string): string {
  if (!url.includes('://')) return url;
  if (!URL.canParse(url)) return url.replace(/:\/\/.*@/s, '://…@').replace(/\?.*/s, '');
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** Whether several instances can run on it. */
export const isShared = (url: string): boolean => /^postgres(?:ql)?:/.test(url);

function hasPassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { password, searchParams } = new URL(url);
  return password !== '' || searchParams.has('password');
}
