import { pinyin } from 'pinyin-pro';
import { isHan } from './characters.js';
import { memoize } from './memo.js';

// Toneless Mandarin syllables as initials over finals, from the standard table of 汉语拼音方案.
const TABLE: readonly (readonly [string, string])[] = [
  ['', 'a ai an ang ao e ei en eng er o ou'],
  ['b', 'a ai an ang ao ei en eng i ian iao ie in ing o u'],
  ['p', 'a ai an ang ao ei en eng i ian iao ie in ing o ou u'],
  ['m', 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u'],
  ['f', 'a an ang ei en eng o ou u'],
  ['d', 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo'],
  ['t', 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo'],
  ['n', 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve'],
  ['l', 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve'],
  ['g', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo'],
  ['k', 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo'],
  ['h', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo'],
  ['j', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['q', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['x', 'i ia ian iang iao ie in ing iong iu u uan ue un'],
  ['zh', 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo'],
  ['ch', 'a ai an ang ao e en eng i ong ou u uai uan uang ui un uo'],
  ['sh', 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo'],
  ['r', 'an ang ao e en eng i ong ou u uan ui un uo'],
  ['z', 'a ai an ang ao e ei en eng i ong ou u uan ui un uo'],
  ['c', 'a ai an ang ao e en eng i ong ou u uan ui un uo'],
  ['s', 'a ai an ang ao e en eng i ong ou u uan ui un uo'],
  ['y', 'a an ang ao e i in ing ong ou u uan ue un'],
  ['w', 'a ai an ang ei en eng o u'],
];

const SYLLABLES = new Set(TABLE.flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)));
const LONGEST = 6;
// 花呗's second character is read bei in the product's name; dictionaries give bai.
const READINGS = new Map([
  ['呗', 'bei'],
  ['还', 'huan'],
  ['绿', 'lv'],
]);

/** The toneless reading of one Chinese character; `undefined` for any other character. */
export const syllableOf = (character: string): string | undefined => (isHan(character) ? readingOf(character) : undefined);

const readingOf = memoize(
  (character: string) => READINGS.get(character) ?? pinyin(character, { toneType: 'none', type: 'string', v: true }),
);

/**
 * Splits a folded Latin run into Mandarin syllables: `tixian` → `ti xian`.
 * The split with the fewest syllables wins; `undefined` when the run is no pinyin.
 */
export function splitPinyin(run: string): readonly string[] | undefined {
  const split = splitOf(run);
  return split.length === 0 ? undefined : split;
}

/** Empty when there is no split. */
const splitOf = memoize((run: string): readonly string[] => {
  // Per end: the fewest syllables up to it, and where the last of them begins.
  const fewest: number[] = [0];
  const startOf: number[] = [0];
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = fewest[start];
      if (before === undefined || before + 1 >= (fewest[end] ?? Number.POSITIVE_INFINITY)) continue;
      if (!SYLLABLES.has(run.slice(start, end))) continue;
      fewest[end] = before + 1;
      startOf[end] = start;
    }
  }
  if (fewest[run.length] === undefined) return [];
  const syllables: string[] = [];
  for (let end = run.length; end > 0; end = startOf[end] ?? 0) syllables.unshift(run.slice(startOf[end] ?? 0, end));
  return syllables;
});
