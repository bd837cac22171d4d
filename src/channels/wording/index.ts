import type { PerLanguage } from '../../base/language.js';
import { en } from './en.js';
import type { ChannelWording } from './wording.js';
import { zh } from './zh.js';

export const CHANNEL_WORDINGS: PerLanguage<ChannelWording> = { zh, en };
