import type { PerLanguage } from '../../base/language.js';
import { en } from './en.js';
import type { Wording } from './wording.js';
import { zh } from './zh.js';

export const WORDINGS: PerLanguage<Wording> = { zh, en };
