import { dingtalkPlatform } from './dingtalk.js';
import { feishuPlatform } from './feishu.js';
import { linePlatform } from './line.js';
import type { Platform } from './platform.js';
import { slackPlatform } from './slack.js';
import { telegramPlatform } from './telegram.js';
import { whatsappPlatform } from './whatsapp.js';

/** Platforms to be played, each made anew. */
export const PLATFORMS: readonly (() => Platform)[] = [
  dingtalkPlatform,
  feishuPlatform,
  linePlatform,
  slackPlatform,
  telegramPlatform,
  whatsappPlatform,
];
