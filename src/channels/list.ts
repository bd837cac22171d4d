import type { ChannelKind } from './kind.js';
import { wechat } from './wechat/wechat.js';
import { wecom } from './wecom/wecom.js';
import { wecomKf } from './wecom-kf/wecom-kf.js';

/** Every platform, in the order that people see. A new one is a folder and a line here. */
export const CHANNELS: readonly ChannelKind[] = [wechat, wecom, wecomKf];
