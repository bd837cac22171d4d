import type { Language } from '../base/language.js';
import { splitPinyin } from './pinyin.js';
import type { Token } from './tokens.js';

// Short English words that also read as pinyin must not turn an English sentence Chinese.
const ENGLISH_LOOKALIKE = new Set(
  'a age an api are area balance banana base be bi bike bin buying came can care case cha chance change chi danger dare data database date decide delete die do dong due e easier en face fake fan fang fen future gang gate ge guide gun hai han hang hate he her here home house huge human i is la late licence license lie like line long longer lou ma machine made make man manage mate me mean meaning measure men mi min mine minute mobile mode more name nan needing nice nine nu one open or page pan paying pen piano pie piece pin police pu pure quota quote ran range reading reduce release rice ride route ru rule run running sale same sang saying see sending sequence shame share she shun side site song sun sure take taken tan tang taxi tea tie tile time to tong tou tuna waiting wan wang we win woman yin you youre yuan'.split(
    ' ',
  ),
);

/**
 * The language of folded text, by its script: Chinese characters weigh as words do, Latin runs that read as pinyin count for Chinese.
 * `undefined` when there is nothing to tell by, such as `5000`.
 */
export function detectLanguage(tokens: readonly Token[]): Language | undefined {
  let han = 0;
  let pinyin = 0;
  let english = 0;
  for (const token of tokens) {
    if (token.kind === 'han') han++;
    else if (token.kind === 'latin') {
      if (isPinyinWord(token.text)) pinyin++;
      else if (token.text.length > 1) english++;
    }
  }
  if (han + pinyin + english === 0) return undefined;
  // A Chinese word has about two characters; product names in pinyin occur in English questions too.
  if (han > 0) return han / 2 + pinyin >= english * 0.9 ? 'zh' : 'en';
  // One word alone is as likely a name: "yunshanfu?" is asked in either language.
  if (english === 0 && pinyin === 1) return undefined;
  return pinyin > english ? 'zh' : 'en';
}

/** Whether a Latin run reads as pinyin and is no common English word. */
export function isPinyinWord(run: string): boolean {
  return run.length > 1 && !ENGLISH_LOOKALIKE.has(run) && splitPinyin(run) !== undefined;
}
