import { z } from 'zod';

/** Variables that the platforms of this family have in common. */
export const callbackToken = z.string().regex(/^[A-Za-z0-9]{3,32}$/, 'must have 3 to 32 letters and digits, as in the console');
export const encodingKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/, 'must be the 43 characters of EncodingAESKey, as in the console');
export const WECOM_API = 'https://qyapi.weixin.qq.com';
export const corporation = z.string().regex(/^w[wx][A-Za-z0-9]{10,30}$/, 'must be the id of the corporation, such as ww1234567890abcdef');
