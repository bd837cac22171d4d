import { settingGroup } from '../settings/group.js';
import { text } from '../settings/readers.js';

/** Whether conversations are kept as transcripts, and where. */
export const recordSettings = settingGroup({
  variables: { ZHIDA_RECORD: text().optional() },
  options: ({ ZHIDA_RECORD }) => ({ folder: ZHIDA_RECORD }),
});
