import { z } from 'zod';
import { apiBase } from '../outbound/api-base.js';
import { callbackToken, corporation, encodingKey, WECOM_API } from '../tencent/settings.js';

export const WECOM_KF_VARIABLES = {
  WECOM_KF_CORP_ID: corporation,
  WECOM_KF_TOKEN: callbackToken,
  WECOM_KF_AES_KEY: encodingKey,
  WECOM_KF_SECRET: z.string().min(16, "must be the customer service's Secret"),
  /** Who takes over when a person is asked for; default: the queue of the account. */
  WECOM_KF_SERVICER: z.string().min(1).optional(),
  WECOM_KF_API: apiBase(WECOM_API),
};

export type WecomKfSettings = z.infer<z.ZodObject<typeof WECOM_KF_VARIABLES>>;
