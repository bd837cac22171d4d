import { ANY_NUMBER, type Dimension, NUMBER } from '../common/sketch.js';

const S = String.raw`\s{0,2}`;
const N = NUMBER;
const END = '(?![a-z])';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const MEASURES =
  '(?:business |working |calendar |full |whole |more |other |different |separate |extra )?(?:milli)?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|wks?|months?|mos?|quarters?|years?|yrs?|decades?|centur(?:y|ies)|kgs?|kilos?|km|cm|mm|ml|gb|mb|tb|lbs?|miles?|meters?|metres?|feet|ft|inch(?:es)?|degrees?|cents?)';
const COUNTERS =
  '(?:new |old |more |other |different |separate |extra |simple |easy |quick |main |bank |credit |small |big )?(?:people|persons?|users?|customers?|accounts?|cards?|steps?|times?|ways?|options?|methods?|things?|items?|questions?|orders?|transactions?|payments?|transfers?|installments?|instalments?|bills?|points?|percent|friends?|platforms?|apps?|phones?|banks?|stores?|shops?|cases?|cents?|numbers?|figures?|digits?|stars?|levels?|pieces?|parts?|boxes|pages?|words?|lines?|attempts?|tries|codes?|messages?|emails?|documents?|parties|factors?|others?|x|attempts?|of (?:us|them|these|those|my|the|you)|or more (?:people|accounts|cards)|clicks?|taps?|images?|photos?|screens?|kinds?|types?|sorts?|left|gas|g|d|p)';

/** Numbers that count another dimension than money, tried in this order. */
export const enDimensions: readonly Dimension[] = [
  ['common/list-label', `^\\s{0,3}\\(?${N}[.)]\\s?(?=\\S)`, 20],
  ['common/power', `${N}${S}\\^${S}${N}`],
  ['common/dotted', `${N}\\.${N}(?:\\.${ANY_NUMBER})*`],
  ['common/date', `${ANY_NUMBER}\\s?[-/.]\\s?${N}\\s?[-/.]\\s?${N}`],
  ['common/clock', `${N}:${N}(?::${N})?${S}(?:[ap]\\.?m\\.?${END})?`],
  ['en/clock', `${N}${S}(?:[ap]\\.?m\\.?${END}|o ?clock${END})`],
  ['en/date', `${MONTH}\\.?\\s{1,2}(?:the )?${N}(?:,?\\s{1,2}${N})?${END}|${N}${S}(?:of )?${MONTH}${END}(?! i)(?:,?\\s{1,2}${N})?`],
  [
    'en/label',
    `(?<![a-z])(?:phone|tel|mobile|cell|call|dial|ending(?: in| with)?|ends? (?:in|with)|last (?:four|4|digits)(?: digits)?(?: are| is)?|card (?:number|no\\.?)|account (?:number|no\\.?)|order (?:number|no\\.?|id)?|ticket|case|ref(?:erence)?|id|pin|code|password|version|ver\\.?|v|page|step|steps|chapter|room|floor|level|option|choice|line|section|part|figure|table|question|article|method|no\\.|nr\\.|nrs\\.|iphone|windows|android|covid|top|chatgpt|gpt|gate|flight|bus|route|zip)(?:${S}(?:is|was|:|#))?${S}#?${N}(?!${S}(?:yuan|rmb|kuai|cny))`,
  ],
  ['common/hash', `#${S}${N}`],
  ['common/phone', `\\+${N}(?:[- ]${N})*`],
  ['en/range-of-others', `${N}${S}(?:to|-|~|–|—|or)${S}${N}[\\s-]{0,2}(?:${MEASURES}|${COUNTERS})${END}`],
  ['en/measure', `${N}(?:${S}|-)(?:${MEASURES})${END}`],
  ['en/counter', `${N}(?:${S}|-)(?:${COUNTERS})${END}`],
  ['en/out-of', `${N}${S}(?:out of|over|in every|in)${S}${N}(?!${S}(?:yuan|rmb|kuai|cny))`],
  ['common/times', `(?<![a-z])(?:x|×)${S}${N}|${N}${S}(?:×)`],
];
