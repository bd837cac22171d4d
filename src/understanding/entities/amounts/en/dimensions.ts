import { ANY_NUMBER, type Dimension, NUMBER, UNSIGNED_NUMBER } from '../common/sketch.js';

const S = String.raw`\s{0,2}`;
const N = NUMBER;
const U = UNSIGNED_NUMBER;
const END = '(?![a-z])';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const MEASURES =
  '(?:business |working |calendar |full |whole |more |other |different |separate |extra )?(?:milli)?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|wks?|months?|mos?|quarters?|years?|yrs?|decades?|centur(?:y|ies)|kgs?|kilos?|km|cm|mm|ml|gb|mb|tb|lbs?|miles?|meters?|metres?|feet|ft|inch(?:es)?|degrees?|[kmg]?hz|mph|kph|kmh|km/h|watts?|kw|kwh|volts?|amps?|mah|kcal|calories|acres?|hectares?|ounces?|oz|tons?|tonnes?|gallons?|lit(?:er|re)s?|yards?|°[cf]?|℃|bit|px|dpi|fps|light years?)';
const COUNTERS =
  '(?:new |old |more |other |different |separate |extra |simple |easy |quick |main |bank |credit |small |big )?(?:people|persons?|users?|customers?|accounts?|cards?|steps?|times?|ways?|options?|methods?|things?|items?|questions?|orders?|transactions?|payments?|transfers?|installments?|instalments?|bills?|points?|percent|friends?|platforms?|apps?|phones?|banks?|stores?|shops?|cases?|cents?|numbers?|figures?|digits?|stars?|levels?|pieces?|parts?|boxes|pages?|words?|lines?|attempts?|tries|codes?|messages?|emails?|documents?|parties|factors?|others?|x(?!\\s{0,2}[\ue000-\ue002])|attempts?|of (?:us|them|these|those|my|the|you)|or more (?:people|accounts|cards)|clicks?|taps?|images?|photos?|screens?|kinds?|types?|sorts?|left|gas|g|d|p)';

const NO_COUNT =
  'plus|minus|less|this|thus|does|goes|takes|gets|gives|costs?|needs|comes|lands|fees|charges|arrives|stays|leaves|remains|works|means|makes|keeps|equals|seems|sounds|feels|looks|wants|says|perhaps|always|across|towards|sometimes|versus|unless|tops|max|funds|was|has|its|yes|us|cash|yuans|kuais|bucks|dollars|grands|includes|becomes|turns|starts|ends|exceeds|counts|whats|thats|lets|as|is|afterwards|besides|repays|pays|buys|moves|covers|incurs|attracts|dollarydoos|thanks|pls|hows';

/** Numbers that count another dimension than money, tried in this order. */
export const enDimensions: readonly Dimension[] = [
  ['common/phone-local', `\\(${N}\\)\\s?${N}[-\\s]?${N}?`, undefined, 2],
  ['common/list-label', `^\\s{0,3}\\(?${N}[.)]\\s?(?=\\S)`, 20],
  ['common/power', `${N}${S}\\^${S}${N}`, undefined, 2],
  ['common/dotted', `${N}\\.${N}(?:\\.${ANY_NUMBER})*`, undefined, 2],
  ['common/date', `${ANY_NUMBER}(?:[/.]|\\s?-\\s?)${N}(?:[/.]|\\s?-\\s?)${N}`, undefined, 3],
  ['common/clock', `${N}:${N}(?::${N})?${S}(?:[ap]\\.?m\\.?${END})?`, undefined, 2],
  // he is 19, my son is 14: nobody is so many yuan.
  [
    'en/age',
    `(?<![a-z])(?:he|she|who|son|daughter|kid|child|boy|girl|mum|mom|mother|father|dad|brother|sister)(?: is|s| was| turns)(?: only| just| about| now)? ${N}${END}(?!\\s?(?:yuan|rmb|kuai|cny|bucks|%|percent|short|over|off|[\\ue100-\\ue3ff]))`,
    110,
  ],
  ['en/clock', `(?:half|quarter) (?:past|to) ${N}|${N}${S}(?:[ap]\\.?m\\.?${END}|o ?clock${END})`],
  ['en/date', `${MONTH}\\.?\\s{1,2}(?:the )?${N}(?:,?\\s{1,2}${N})?${END}|${N}${S}(?:of )?${MONTH}${END}(?! i)(?:,?\\s{1,2}${N})?`],
  [
    'en/label',
    `(?<![a-z])(?:phone|tel|mobile|cell|call|dial|ending(?: in| with)?|ends? (?:in|with)|last (?:four|4|digits)(?: digits)?(?: are| is)?|card (?:number|no\\.?)|account (?:number|no\\.?)|order (?:number|no\\.?|id)?|ticket|case|ref(?:erence)?|id|pin|code|password|version|ver\\.?|v|page|step|steps|chapter|room|floor|level|option|choice|line|section|part|figure|table|question|article|method|no\\.|nr\\.|nrs\\.|iphone|windows|android|covid|top|channel|verse|world war|rfc|iso|error|http|status|apartment|apt\\.?|building|block|highway|hwy|grade|class|lesson|season|episode|round|lot|exhibit|appendix|interstate|area|district|psalm|act|scene|bureau|aged?|gate|rows?|seat|chatgpt|gpt|gate|flight|bus|route|zip)(?:${S}(?:is|was|:|#))?${S}#?${N}(?:\\s(?:of|to|and)\\s${N})?(?!${S}(?:yuan|rmb|kuai|cny|元|块|[\\ue100-\\ue3ff]))`,
  ],
  ['en/number', `(?<![a-z])number${S}${N}(?!${S}(?:[\\d,.%]|yuan|rmb|kuai))`, 99],
  ['en/extension', `(?<![a-z])ext(?:ension|\\.)?${S}${N}`],
  ['en/goes', `(?<=(?:in|into|over|with) )${N} goes`, 366],
  ['en/age', `(?:child(?:ren)?|kids?|people|anyone|adults?|students?|users?|customers?)\\s(?:under|over|above|below)\\s${N}`],
  ['common/standard', `(?<![a-z])(?:gb(?:/t)?|iso|din|ieee|astm|jis)[\\s-]?${N}(?:[-:]${N})*`],
  ['common/hash', `#${S}${N}`],
  ['common/settlement', `(?<![a-z])[td]\\s?\\+\\s?${N}`],
  ['common/phone', `\\+${N}(?:[- ]${N})+`],
  ['en/range-of-others', `${N}${S}(?:to|-|~|–|—|or)${S}${N}[\\s-]{0,2}(?:${MEASURES}|${COUNTERS})${END}`],
  ['en/hours-and-minutes', `${U}${S}(?:hours?|hrs?|h)${S}(?:and )?${U}(?!${S}(?:yuan|rmb|kuai|cny|[\\ue100-\\ue3ff]))`],
  [
    'en/of-the',
    `(?<=(?<![a-z])(?:which|any|one|all|both|each|some|none|either|neither)(?: one)? of (?:the|these|those|your) )${U}(?!${S}[a-z\\ue100-\\ue3ff])|(?<=(?<![a-z])(?:which|any|one|all|both|each|some|none|either|neither)(?: one)? of (?:the|these|those|your) )${U}(?=${S}(?:is|are|for|to|if|would|do|does|can)${END})`,
    20,
  ],
  ['en/measure', `${U}(?:${S}|-)(?:${MEASURES})${END}`],
  ['en/counter', `${U}(?:${S}|-)(?:${COUNTERS})${END}`],
  // Fees and costs are verbs after a sum as often as nouns; a noun in the plural is what the number counts.
  ['en/plural', `${U}[\\s-](?!(?:${NO_COUNT})${END})[a-z]{2,}[a-rt-z]s${END}`],
  ['en/people', `${U}\\s(?:[a-z]+\\s)?(?:men|women|children|people|staff|voters?)${END}`],
  // "got 4990 out of 5000" names two sums.
  [
    'en/out-of',
    `(?<!(?:got|get|received|receive|arrived|landed) (?:only )?)${U}${S}(?:out of|over|in every|in|of(?: the)?)${S}${N}(?!${S}(?:yuan|rmb|kuai|cny|[\\ue100-\\ue3ff]))`,
    undefined,
    2,
  ],
  ['common/times', `(?<![a-z])(?:x|×)${S}${N}|${N}${S}(?:×)`],
];
