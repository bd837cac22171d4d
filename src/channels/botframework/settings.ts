import { z } from 'zod';
import { optionalGroup } from '../../settings/group.js';
import { text } from '../../settings/readers.js';
import type { Credentials } from './adapter.js';

/** The bot's registration with Azure Bot Service. */
export const botFrameworkSettings = optionalGroup({
  variables: {
    MICROSOFT_APP_ID: z.guid("must be the registration's app id, a GUID"),
    MICROSOFT_APP_PASSWORD: text(),
    MICROSOFT_APP_TENANT_ID: z
      .string()
      .regex(/^[\w.-]+$/, "must be the directory's GUID or domain")
      .optional(),
  },
  secrets: { MICROSOFT_APP_PASSWORD: true },
  options: ({ MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID }): Credentials => ({
    appId: MICROSOFT_APP_ID,
    password: MICROSOFT_APP_PASSWORD,
    ...(MICROSOFT_APP_TENANT_ID !== undefined && { tenantId: MICROSOFT_APP_TENANT_ID }),
  }),
});
