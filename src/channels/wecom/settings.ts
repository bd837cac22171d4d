import { z } from 'zod';
import { apiBase } from '../outbound/api-base.js';
import { callbackToken, corporation, encodingKey, WECOM_API } from '../tencent/settings.js';

export const WECOM_VARIABLES = {
  WECOM_CORP_ID: corporation,
  WECOM_AGENT_ID: z
    .string()
    .regex(/^\d{1,10}$/, 'must be the AgentId, a number')
    .transform(Number),
  WECOM_TOKEN: callbackToken,
  WECOM_AES_KEY: encodingKey,
  /** The app's Secret. Without it answers go in the exchange alone. */
  WECOM_SECRET: z.string().min(16, "must be the app's Secret").optional(),
  WECOM_API: apiBase(WECOM_API),
};

export type WecomSettings = z.infer<z.ZodObject<typeof WECOM_VARIABLES>>;
