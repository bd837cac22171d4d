import { NUMBER } from './sketch.js';

/**
 * Words beside an amount that say how to take it. One language's words stand beside the other's: the meaning is one.
 * In a pattern they end where the amount begins, or begin where it ends.
 */
const OR_EQUAL = '(?:than(?: or equals?(?: to)?)?|or equals? (?:to|than))';
const MORE = `(?:more|greater|larger|bigger|higher) ${OR_EQUAL}`;
const LESS = `(?:less|fewer|smaller|lower) ${OR_EQUAL}`;

const before = {
  not: [
    '(?<!是|可|要|会|能)不是',
    '并不是',
    '而不是',
    '并非',
    '(?<!莫)非',
    '(?<![a-z])(?:its |is |thats )?not',
    'isnt',
    'wasnt',
    'instead of',
    'rather than',
    '不要',
    '不用',
    // 不提5000了，提6000
    '[不别甭][提转取要弄充](?=[^了。，,]{1,4}了)',
  ],
  least: [
    '至少',
    '最少',
    '起码',
    '不少于',
    '不低于',
    '不小于',
    '(?<!不)大于(?:或?等于)?',
    '不下于?',
    '逾',
    '破',
    '(?<![不没未别通])超',
    // 提过5000 has been; 过5000 is over it.
    '(?<=^|[\\s,。额入计共])过',
    'north of',
    'at the (?:very )?least',
    '(?<!不|没|未|不能|不会|不可|不得|别)(?:超过|超出|高于|多于)',
    // 上万; 卡上5000 names a place.
    '(?<=^|[\\s,。有过超达提转取了是要])上',
    '(?<!不|未)满',
    '>=?',
    '≥',
    '(?<!不)(?<![a-z])at least',
    `(?<!no |not |isnt )${MORE}`,
    `(?:no|not) ${LESS}`,
    '(?<!not )(?:over|above)',
    '(?<!not |cant |doesnt |wont )exceed(?:s|ing)?',
    'minimum(?: of)?',
    'min(?:\\.| of)?',
    'upwards of',
  ],
  most: [
    '[不没未别]超过?',
    '不过',
    'south of',
    'at the (?:very )?most',
    '未满',
    '不[能会可得要]超过?',
    '没有超过',
    '最多',
    '至多',
    '顶多',
    '不高于',
    '不大于',
    '不多于',
    '(?<!不)(?:小于|低于|少于)(?:或?等于)?',
    '不到',
    '不足',
    '不满',
    '<=?',
    '≤',
    '上限',
    'at most',
    'up to',
    'under',
    'below',
    `(?<!no |not )${LESS}`,
    `(?:no|not) ${MORE}`,
    'maximum(?: of)?',
    '(?<!pro )max(?:\\.| of)?',
    'within',
    'not over',
    'not above',
    'not exceed(?:ing)?',
    'cant exceed',
    'doesnt exceed',
  ],
  about: [
    '大概其?',
    '大约莫?',
    '约莫',
    '约',
    '差不多',
    '将近',
    '接近',
    '近',
    '(?<![最更尽赶加很])快',
    '奔',
    // 小一万 is nearly ten thousand.
    '(?<![最大变缩不减太多从])小',
    '估计',
    '大致',
    '~',
    '≈',
    'about',
    'around',
    'approximately',
    'approx\\.?',
    'roughly',
    'nearly',
    'almost',
    'circa',
    'some',
    'like',
    'maybe',
    'close to',
    // A little under is about, with no word on which side the sum ends.
    '(?:just|slightly|a (?:little|bit|touch|shade)|barely) (?:under|over|below|above|(?:less|more) than|shy of)',
  ],
} as const;

const after = {
  least: [
    '[及或]?以上',
    '起步',
    '往上',
    '朝上',
    '开外',
    '起(?!来|码)',
    '打底',
    'or more',
    'or (?:above|over|higher|greater)',
    'and above',
    'and (?:up|over)',
    'at (?:the )?least',
    'minimum',
    'min(?![a-z])',
    'plus(?! \\S)',
    '\\+(?!\\s?\\S)',
  ],
  most: [
    '[及或]?以下',
    '朝[内下]',
    '[都还也]?不到(?![账帐手位])',
    '以内',
    '之内',
    '内(?![容部])',
    '封顶',
    'or less',
    'or (?:below|fewer|lower|smaller)',
    'or under',
    'at (?:the )?most',
    'max(?:imum)?(?![a-z])',
    'tops',
  ],
  /** What was said is taken back: 5000不对，是6000. */
  wrong: [
    '不对(?!吗)',
    '说错了?',
    '打错了?',
    '写错了?',
    '[哦噢啊呃]不',
    '不(?=,)',
    '哦不',
    '噢不',
    'no wait',
    'wait,? no',
    'sorry',
    'i mean(?:t)?',
    'oops',
    'scratch that',
    'correction',
    'no,',
  ],
  about: [
    '左右',
    '上下',
    '出头',
    '冒头',
    `挂(?=${NUMBER})`,
    '好几',
    '的样子',
    '多',
    '来',
    '余',
    'or so',
    'or thereabouts',
    'something',
    '-?odd(?![a-z])',
    '-?ish(?![a-z])',
    'give or take',
    'approximately',
    'roughly',
  ],
} as const;

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
const S = String.raw`\s{0,2}`;
const LINK = String.raw`(?:\s?(?:是|为|:|of|to|the|a))?\s{0,2}`;

// A lookbehind that always holds and names what stood before.
const BEFORE = new RegExp(
  `(?<=(?:(?<not>${any(before.not)})${S})?(?:(?<about1>${any(before.about)})${S})?(?:(?:(?<least1>${any(before.least)})|(?<most1>${any(before.most)}))${LINK})?(?:(?<about2>${any(before.about)})${S})?)`,
  'y',
);

// A lookahead that always holds and names what follows.
const AFTER = new RegExp(
  `(?:(?=${S}(?:(?<about3>${any(after.about)})${S})?(?:(?<least2>${any(after.least)})|(?<most2>${any(after.most)})|(?<asked>[元块]?钱?[吗么嘛])|(?<wrong>[,.;:?!。、…-]{0,3}${S}${any(after.wrong)}(?=[^\\n]{0,12}${NUMBER})))?)|)`,
  'y',
);

const BOUND = any([...before.least, ...before.most, ...after.least, ...after.most]);

/** What may stand between the two ends of one range: 大于1000小于5000, "over 500 but under 1000". */
export const BETWEEN_BOUNDS = new RegExp(
  `^\\s*(?:${BOUND})?\\s*(?:[,、]\\s*)?(?:and|but|且|并且?|而且?|但|又|同时)?\\s*(?:is |are )?(?:${BOUND})?${LINK}$`,
);

export interface Modifiers {
  readonly negated: boolean;
  readonly approximate: boolean;
  readonly bound: 'at-least' | 'at-most' | undefined;
}

/** What is said around the amount that stands from `at` to `end` of a sketch's text. */
export function modifiersAround(text: string, at: number, end: number): Modifiers {
  BEFORE.lastIndex = at;
  AFTER.lastIndex = end;
  const groups = { ...BEFORE.exec(text)?.groups, ...AFTER.exec(text)?.groups };
  const has = (name: string): boolean => groups[name] !== undefined;
  const least = has('least1') || has('least2');
  const most = has('most1') || has('most2');
  return {
    // 不是5000吗 asks and means that it is.
    negated: (has('not') && !has('asked')) || has('wrong'),
    approximate: has('about1') || has('about2') || has('about3'),
    bound: least === most ? undefined : least ? 'at-least' : 'at-most',
  };
}
