import { dingtalkPlatform } from './dingtalk.js';
import { feishuPlatform } from './feishu.js';
import { linePlatform } from './line.js';
import type { Platform } from './platform.js';
import { slackPlatform } from './slack.js';
import { telegramPlatform } from './telegram.js';
import { whatsappPlatform } from './whatsapp.js';

/** Stand-ins, each made anew. */
export const PLATFORMS: readonly (() => Platform)[] = [
  () => dingtalkPlatform,
  () => feishuPlatform,
  linePlatform,
  () => slackPlatform,
  () => telegramPlatform,
  () => whatsappPlatform,
];
