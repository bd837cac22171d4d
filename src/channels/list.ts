import { dingtalk } from './dingtalk/dingtalk.js';
import { feishu } from './feishu/feishu.js';
import type { ChannelKind } from './kind.js';
import { line } from './line/line.js';
import { slack } from './slack/slack.js';
import { telegram } from './telegram/telegram.js';
import { wechat } from './wechat/wechat.js';
import { wecom } from './wecom/wecom.js';
import { wecomKf } from './wecom-kf/wecom-kf.js';
import { whatsapp } from './whatsapp/whatsapp.js';

/** Every platform, in the order that people see. A new one is a folder and a line here. */
export const CHANNELS: readonly ChannelKind[] = [wechat, wecom, wecomKf, dingtalk, feishu, line, slack, telegram, whatsapp];
