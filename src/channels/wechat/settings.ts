import { z } from 'zod';
import type { Fault } from '../../settings/group.js';
import { apiBase } from '../outbound/api-base.js';
import { callbackToken, encodingKey } from '../tencent/settings.js';

export const WECHAT_VARIABLES = {
  WECHAT_APPID: z.string().regex(/^wx[A-Za-z0-9]{8,30}$/, 'must be the AppID, such as wx1234567890abcdef'),
  WECHAT_TOKEN: callbackToken,
  WECHAT_AES_KEY: encodingKey.optional(),
  /** `plain`: do without encryption; anybody who sees a request can then change what it says for five minutes. */
  WECHAT_MODE: z.enum(['safe', 'plain'], { error: 'must be safe or plain' }).default('safe'),
  /** AppSecret. Without it answers go in the exchange alone. */
  WECHAT_SECRET: z.string().min(16, 'must be the AppSecret').optional(),
  WECHAT_API: apiBase('https://api.weixin.qq.com'),
};

export type WechatSettings = z.infer<z.ZodObject<typeof WECHAT_VARIABLES>>;

export const wechatFaults = ({ WECHAT_MODE, WECHAT_AES_KEY }: WechatSettings): readonly Fault[] =>
  WECHAT_MODE === 'safe' && WECHAT_AES_KEY === undefined ? [{ name: 'WECHAT_AES_KEY', message: 'is missing' }] : [];
