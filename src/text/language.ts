import type { Language } from '../base/language.js';
import { splitPinyin } from './pinyin.js';
import type { Token } from './tokens.js';

// Short English words that also read as pinyin must not turn an English sentence Chinese.
const ENGLISH_LOOKALIKE = new Set(
  'a an are be bi bin can cha chi die do dong e en fan fang fen gang ge gun hai han hang he her home i is la lie long lou ma man me men mi mine name nan nu or pan pen pie pin pu ran ru run sang she shun song sun tan tang tie to tong tou tuna wan wang we win you yuan yin'.split(
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
  return pinyin > english ? 'zh' : 'en';
}

/** Whether a Latin run reads as pinyin and is no common English word. */
export function isPinyinWord(run: string): boolean {
  return run.length > 1 && !ENGLISH_LOOKALIKE.has(run) && splitPinyin(run) !== undefined;
}
