import type { Phrases } from './phrases.js';

const FEE = '(?:fees?|charges?|commission)';
const MOVE = '(?:withdraw|withdrew|take out|pull out|move|send|transfer|get out|cash)';
const ABOUT = '(?: about| around| roughly| nearly| some)?';
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th', 'sixth|6th', '7th', '8th'];
const CARDINALS = ['one|1', 'two|2', 'three|3', 'four|4', 'five|5', 'six|6', '7', '8'];
const UNIT = '(?: ?(?:yuan|rmb|cny|kuai))?';

export const en: Phrases = {
  padding: {
    before: '(?:hi|hello|hey|please|pls|plz|u+m+|u+h+|erm?|excuse me|sorry|quick question)(?![a-z])',
    after: '(?<![a-z])(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: so much)?|thx|ty|asap|urgent)',
  },
  agreement: 'yes|yes please|yeah|yep|yup|ok|okay|sure|please|please do|go ahead|do it|sounds good|go on',
  refusal: "no|nope|no thanks|no thank you|not now|not really|i'm good|im good|it's fine|its fine|leave it",
  notice:
    "cool|great|nice|got it|i see|alright|all right|fine|k|kk|okey|okie|okey dokey|right|correct|exactly|that's right|thats right|understood|makes sense|good|perfect",
  places: {
    before: '(?:the |number |option |no\\.? ?|and the |what about the |i take the |take the )?',
    names: ORDINALS.map((ordinal, index) => `${ordinal}|${CARDINALS[index]}`),
    after: '(?: one| option| way)?(?: please| then)?',
  },
  placeWithin: {
    before: '\\b(?:the |option |number |no\\.? ?|step )',
    after: '(?: one| option| way| step)?\\b(?! (?:time|transfer|day|payment|withdrawal|month|week|thing|question))',
  },
  charged: {
    before: `(?:charged|charge|took|deducted|docked|kept|skimmed)(?: me| us| off)?${ABOUT} |(?:costs?|cost) (?:me|us)${ABOUT} |${FEE} (?:of|was|is|were|came to|come to|came out at)(?: only| just)?${ABOUT} |(?:a|the) ${FEE} ?`,
    after: `${UNIT} (?:in ${FEE}|(?:charge|commission|deduction)\\b(?! (?:for|on|limit|cap))|was (?:deducted|taken|charged|docked)|got (?:deducted|taken|charged)|were (?:deducted|taken))`,
    both: [
      { before: '(?:\\b(?:a|an|the|my) |says |shows |says an? )', after: `${UNIT} charge\\b(?! (?:limit|cap))` },
      { before: 'paid(?: them| out| about)? ', after: `${UNIT} (?:for|on) (?:withdrawing |moving |sending |taking out )?(?:¥ ?)?\\d` },
      { before: '(?:paid|paying|lost|pay)(?: about| around)? ', after: `${UNIT} (?:in |as |for |to |of )?(?:the |a )?${FEE}` },
    ],
  },
  budget: {
    before: `(?:my )?budget(?: of| is|:)? ?|${FEE} (?:can|may|could|should|must)(?: only| not)? (?:be|go|come to|cost)(?: over| above| more than| at most| up to| around)? |(?:budget|limit|maximum|max|most)(?: i have)? (?:for|on) (?:the |my )?${FEE} (?:is|of|being|:)? ?|${FEE} ?(?:budget|limit|cap)?(?: of| is| at| to| down to| not)?(?: be| stay)?(?: under| below| within| no more than| at most| max| maximum| up to| over| above| exceed| exceeding| more than) |${FEE} (?:budget|limit|cap)(?: of| is)? |keep (?:the )?${FEE} (?:to|at|under|below|within) `,
    both: [
      {
        before:
          "(?:only|not|don't|dont|at most|max|most|willing to|want to|happy to).{0,24}(?:pay|spend)(?: more than| at most| up to| no more than| over| only)? ",
        after: `${UNIT}.{0,12}${FEE}`,
      },
      { before: '(?:with|for) an? ', after: `${UNIT} ${FEE}` },
      {
        before: '(?:have|got|only|just) (?:about )?',
        after: `${UNIT} (?:left )?(?:to (?:pay|spend)(?: on| for)?|for|toward|towards|to cover) (?:the |my |any )?${FEE}`,
      },
      { before: `${FEE} (?:can|may|could|must|should) be ?`, after: `${UNIT} (?:tops|max|at most|maximum)` },
      { before: '', after: `${UNIT} (?:${FEE} )?budget|${UNIT} ${FEE} (?:limit|cap)|${UNIT} (?:budget|cap) for (?:the )?${FEE}` },
    ],
  },
  perDay: {
    before: `(?:every|each) day(?: i)?(?: ${MOVE})? |daily(?: ${MOVE}(?:al)?s?)?(?: of)? `,
    after: `${UNIT} ?(?:a day|per day|each day|every day|daily|/ ?day)`,
  },
  perTime: {
    before: `(?:times|transfers|withdrawals|payments|transactions)(?: of)? (?!in )|each time |(?<![\\d.])\\d{1,3} ?[x×*] ?¥?`,
    after: `${UNIT} ?(?:each\\b(?! day)|apiece|a time|per time|every time|each time|per transaction|per transfer|[x×*] ?\\d{1,3}(?![\\d.%]))`,
  },
  rhythms: {
    day: '(?:once|twice|thrice|\\d+ times|(?:two|three|four|five) times) (?:a|per|each|every) day',
    week: '(?:a|per|each|every|/) ?week\\b(?!end)(?<!(?:for|in|within|over) a week)|\\bweekly\\b',
    'other-day': '\\bevery (?:other|second|two|2) days?\\b|\\balternate days\\b',
    fortnight: '\\bevery (?:two|2|other|second) weeks?\\b|\\b(?:every|each|a|per) fortnight\\b|\\bfortnightly\\b|\\b(?:bi-?weekly)\\b',
    month: '(?:a|per|each|every|/) ?month\\b(?<!(?:for|in|within|over|half) a month)|\\bmonthly\\b',
    quarter: '(?:a|per|each|every) quarter\\b(?! of)|\\bquarterly\\b',
    year: '(?:a|per|each|every) year\\b(?<!(?:for|in|within|over|half) a year)|\\b(?:yearly|annually)\\b',
  },
  oftenWords: [
    ['\\bonce\\b', 1],
    ['\\btwice\\b', 2],
    ['\\bthrice\\b', 3],
  ],
  wanted: {
    both: [
      {
        before: '(?:need|needs|want|wants|must|have|like)(?: to)?(?: get| have| receive| see| end up with)?(?: exactly| about)? ',
        after: `${UNIT} (?:net|clear|clean|landing|to land|to arrive|arriving|in hand|after (?:all )?(?:the )?(?:fees?|charges?)|on my (?:card|account))\\b`,
      },
    ],
  },
  arrived: {
    before:
      '(?:only|just|but)(?: i)? (?:got|received|have|see|saw)(?: only| just)? |(?:got|received|ended up with) (?:only|just) |(?<!\\bif (?:its|it is|it was|i move|i send|i take|we take) )(?:only|just)(?: about)? |(?:he|she|they|it|guy|agent|middleman|seller|man|woman|lady|broker|someone|somebody)(?: has| have| only| just)? (?:sent|gave|paid|transferred|returned|handed|wired)(?: me| us| her| him| them| back)(?: back)?(?: only| just)? |(?:i )?(?:got|received|ended up with) ',
    after: `${UNIT} (?:arrived|came(?: in| through)?|landed|showed up|reached me)`,
  },
  scales: [
    [
      '\\bdouble\\b(?! charge| fee)|\\btwice (?:that|as much|the amount|the sum|this)|\\btwo times (?:that|as much|the amount|this)|\\b2x\\b|\\bdoubled\\b',
      2,
      1,
    ],
    ['\\btriple\\b|\\bthree times (?:that|as much|the amount|this)|\\b3x\\b', 3, 1],
    ['\\b(?:ten|10) times (?:that|as much|the amount|this)|\\b10x\\b', 10, 1],
    ['\\bhalf\\b(?! an? | hour| hourly|-hour| day| year| month| the time)|\\bhalve\\b', 1, 2],
    ['\\ba third (?:of )?(?:that|it|this|the amount)', 1, 3],
    ['\\ba quarter (?:of )?(?:that|it|this|the amount)', 1, 4],
  ],
  inOneGo:
    '\\bin one (?:go|transfer|transaction|payment|piece)\\b|\\ball at once\\b|\\b(?:in )?a single (?:transfer|transaction|payment|go)\\b|\\bjust one (?:transfer|transaction)\\b|\\bas one (?:transfer|transaction)?\\b|\\bin a lump\\b',
  addsWay: '\\b(?:add|adding|include|including|plus|throw in|as well|too)\\b',
  otherDay: '\\b(?:tomorrow|the next day|the day after|another day)\\b',
  asksRest:
    'how much more (?:can|may|could|am|will|do)|how much (?:is|do i have|have i got) left|how much (?:can|may|could) i still|what(?:s| is) left (?:of|for|today)|how much else|\\bstill (?:withdraw|take out|move|send)',
  asksEnough:
    '(?:is|are|will|would) .{0,30}(?:enough|suffice|do it)\\b|\\b(?:can|could|will|would|may) (?:i|we|it|that) .{0,40}\\b(?:in|within|over) (?:a |an |one |two |three |four |five |six |seven |ten |\\d+ )?(?:days?|weeks?|months?|goes|transfers?)\\b|\\benough\\b',
  asksNet:
    'what (?:did|do) i (?:actually |really )?(?:rec(?:ei|ie)ve|get)|how much (?:do|will|would|can|did|should) i (?:actually |really |then )?(?:get|receive|have|end up|be left|see|keep)|what (?:do|will|would) i (?:get|receive|have left|end up)|what(?:s| is) left(?! of| for| today)|how much (?:arrives|lands|will arrive|would arrive|is left(?: over)?)|what (?:arrives|lands)|\\bnet(?: amount)?\\?*$',
  asksEnds:
    '^(?:and |so |what about )?(?:at (?:least|most|best|worst|the (?:least|most|very least))|the (?:least|most|minimum|maximum|best|worst)|best case|worst case|minimum|maximum)[?. !]*$|(?:best|worst) case',
  asksAll:
    '\\ball (?:the )?(?:ways|options|methods|others?|of them|routes)|\\bevery (?:way|option|method|route)|\\beach (?:way|option|method|of them)|\\bthe (?:others|rest)\\b',
  asksRight:
    '(?:is|was|were|are) (?:that|it|this|they) (?:right|correct|ok|okay|normal|fair)|(?:did|have) they (?:over)?charge|overcharged|charged (?:me )?(?:too much|correctly|right|wrong)|\\bcorrect\\?|\\bright\\?',
  asksCheap: '\\bcheap|\\bcost|\\bless\\b|\\bleast\\b|\\blowest\\b|\\bsave\\b|\\bfees?\\b|\\bpric|best deal|best value',
  asksConflict:
    'which (?:one |of (?:the|these|those) (?:two )?|figure |number |reading |version |limit )?(?:is|s) (?:right|correct|true|it)|which (?:one |figure |number |reading |version )?(?:should|do|can) i (?:believe|trust|go by|use)|which (?:figure|reading|version) |why (?:are there |do you give |is there |does it give |give )?(?:two|2) (?:\\w+ )?(?:figures|numbers|answers|readings|versions|limits|rates|different)|(?:two|2) (?:different )?(?:figures|readings|versions)|contradict|other reading|so which is it|which is it',
  parts: { before: '(?:split|divid|break|broke)\\w*(?: (?:it|that|this))?(?: up)? (?:in|into) ' },
  more: { before: '(?:add|plus|another|an additional|an extra) ', after: `${UNIT} (?:more|extra|on top)` },
  less: { before: '(?:minus|subtract|take off|reduce (?:it )?by) ', after: `${UNIT} (?:less|fewer)` },
  asksMost: `what(?:s| is| was)? the (?:original |actual |whole )?(?:amount|sum)\\b|what (?:did|would|could|can|was it) (?:i|we) ${MOVE}|how much (?:can|could|may|would|am i able|was|did|is it possible).{0,40}|how much (?:i can|to) ${MOVE}|(?:the )?most (?:i|we|you|one) can|what(?:'s| is) the most|maximum (?:i|amount)`,
  asksPieces:
    'how many (?:days|times|transactions|transfers|withdrawals|goes|payments|batches|instal?ments)|how (?:do|should|would|can|must) (?:i|we|you) (?:split|break)|how long .{0,20}(?:under|with|at|given) (?:the|that|its|this) limit|split (?:it|that|this)(?: up)?(?: into)?',
  asksTime:
    'how (?:long|soon|fast|quick)|when (?:will|does|do|would|is|can) |how many (?:minutes|hours|days) .{0,16}(?:arrive|land|take)|\\bwhat about (?:the )?time\\b|^time\\?*$',
  asksGross:
    'gross (?:withdrawal|amount|sum|figure|transfer)?\\b.{0,24}(?:required|needed|necessary|for a net|to net|to receive|to get)|for (?:a |an )?net (?:receipt|amount|sum|payout|proceeds)|to net (?:me |us )?(?:exactly )?(?:cny |rmb |¥)?\\d|how much (?:do|must|should|would|will|did) (?:i|we) (?:have to |need to |got to |then )?(?:send|withdraw|move|transfer|take out|put in|start with|pull)|what (?:do|must|should) (?:i|we) (?:have to |need to )?(?:send|withdraw|move|transfer|take out)|how much (?:has|have|needs?) to be (?:sent|withdrawn|moved)',
  asksReason:
    'why (?:is|was|are|do|does|did|so|that|this|not|only|it|the|\\d|a|two|three|four|five|twice)|how come|^(?:but |and |so )?why[?!. ]*$|how (?:did|do) you (?:get|work|come|calculate|arrive|figure)|where (?:does|did|do) .{0,24} come from|how (?:is|was) (?:that|it|this|the \\w+) (?:worked|calculated|computed)|explain (?:that|the|this|it)',
  asksWhy:
    '(?:but |and |so |ok )?(?:why|how come|hwy)(?: not| so| is (?:that|it|this)(?: so)?| cant i| can i not| cant it| is it not possible| tho| though| isnt it)*|(?:and )?(?:whats|what is) the reason(?: for (?:that|this|it))?|for what reason|reason',
  person:
    '\\b(?:talk|speak|chat|pass me|put me|connect me|transfer me|get me|switch me|hand me)(?: over| on| through)?(?: to| with)? (?:an? |the |some)?(?:\\w+ )?(?:human|person|someone|somebody|agent|representative|rep|operator|staff|people|manager|supervisor)|give me (?:the|a|your) (?:manager|supervisor|human|person|representative|operator)|(?:real|actual|live) (?:human|person|agent)|^(?:human|agent|operator|representative|person)(?: please)?[.! ]*$|customer (?:service|support)|human (?:agent|support|please)|(?:is|are) there (?:an? |any |some )?(?:real |live |actual )?(?:human|person|agent|staff|operator|people)s?(?: here| there| available| around|[?. !]*$)|^(?:any|some)(?:one|body) (?:there|here)[?. !]*$|\\b(?:an?|the) (?:real |live )?(?:human|person|agent|operator),? (?:please|pls|plz)\\b|\\b(?:want|need|prefer) (?:an?|the) (?:real |live )?(?:human|person|operator)\\b(?! (?:who|that|to))|^(?:yes,? |ok,? |please,? )*connect(?: me)?(?: please)?[. !]*$',
  mentionsPerson:
    '^(?:the |those |these )?agents[?!. ]*$|are you (?:an? |really |actually )*(?:real |live |actual )*(?:human|person|agent|people)|is this (?:an? )?(?:real |live )*(?:human|person|agent)|(?:fake|posing|pretend\\w*|impersonat\\w*).{0,24}(?:human|person|agent|customer|rep|staff|someone)',
  wishes: {
    handoff:
      '(?:human|person|agent|representative|rep|operator|staff|somebody|someone|anybody|anyone|people|customer (?:service|support)|hand ?off|transferred|passed on|handed over)s?\\b',
    cancel: '(?:cancel|stop|quit|abort)(?:l?ing|l?ed)?\\b',
    repeat: '(?:repeat(?:ing)?|say(?:ing)? (?:it|that|this) again)\\b',
  },
  unwanted:
    '(?:(?<!why )(?:dont|do not)(?! (?:you (?:have|guys)|we have))|didnt|did not|(?<!why )not|without|stop(?: trying)?|rather not|instead of|(?<!there |got |have )no(?: need)?|never|neednt|wouldnt|nobody said)(?: (?:want|wanted|need|like|wish|have|going|trying|asking|asked|ask|to|you|me|for|any|a|an|the|be|please|talk|speak|chat|transfer(?:ring)?|connect(?:ing)?|pass(?:ing)?|hand(?:ing)?|put(?:ting)?|switch(?:ing)?|get(?:ting)?|bring(?:ing)?|call(?:ing)?|send(?:ing)?|over|on|through|with|some|real|live|actual|human|even|just|really|wanna|it|that))*',
  thisLanguage:
    '(?:in|use|speak|switch(?: back)? to|reply in|answer in|can you(?: speak| do)?|back to|continue in|make it)(?: in)? english|english,? (?:please|pls|plz|ok|thanks)|^english[.!? ]*$|(?:说|讲|用|换|换成|切换?成?到?|改成|来点?|请用|回)(?:一下)?(?:英文|英语)|^(?:英文|英语)[。！!吧呗 ]*$',
  feared:
    '\\b(?:hurt|affect|impact|harm|ruin|damage|mess up|screw up|hit|jeopardi[sz]e|threaten|spoil|sink|influence|count against|be held against|cost me|stop me getting|stop me from getting|risk)(?:s|ing|ed)? (?:my |our |me |the |a |an |any |your |his |her |future |next |later |home |car |house |bank |getting |when |if |i |we |apply |for |application |chances |of |with ){0,6}',
  reconsidered: '\\b(?:no|wait|sorry|oops|i mean|i meant|actually|make it|make that|or rather|scratch that)\\b',
  hesitation: '\\b(?:or|uh|um|er|hm+|yuan|rmb|kuai)\\b',
  asksAgain:
    '\\b(?:say|tell|give|run|do|show)(?: me)?(?: that| it| this| the (?:numbers?|figures?|sum|result))+ (?:once )?(?:again|more)\\b|\\bonce more\\b|\\bwhat was (?:that|it|the (?:figure|number|fee|sum|result)) again\\b',
  thatOne:
    '(?<!\\b(?:which|what|whats|which is|what is|whichs) )\\bthe (?:fast|faster|fastest|quick|quicker|quickest|cheap|cheaper|cheapest|free|best) (?:one|way|option|route)\\b|\\bthat one\\b|\\bthat way\\b',
  fastOne: '\\b(?:fast|quick)',
  cheapOne: '\\b(?:cheap|free|best)',
  hours: '(?:hours?|hrs?|h)\\b',
  minutes: '(?:minutes?|mins?)\\b',
  anHour: '\\b(?:half an hour|an hour|1 ?h(?:ou)?r)\\b',
  halfAnHour: 'half',
  withinTime: '\\b(?:under|within|in|less than|at most|max|no more than|not more than|back to)',
  withinTimeAfter: '(?:max|at most|tops|or less)\\b',
  asksWays: '\\bwhat works\\b|\\bwhich (?:ways?|options?|methods?|routes?)\\b|\\bwhat (?:ways?|options?|methods?|can i use)\\b',
  quota: {
    after: `${UNIT} (?:of )?(?:credit|quota|limit|credit line)\\b`,
    before:
      '(?:limit|quota|credit|mine|it) (?:was |is |now |just |suddenly )*(?:went|dropped|fell|got cut|was cut|cut|reduced|lowered|raised|down|up)?(?: down| up)? ?(?:from|to) ?',
    both: [{ before: 'from [\\d.,k]{1,9} to ', after: '' }],
  },
  leadsOn: '→|->|=>|>|\\b(?:then|to|into|onto)\\b',
  someCard: '\\bcards?\\b',
  outAgain: '\\b(?:and|then) (?:back )?out\\b|\\bout again\\b|(?:->|>|→)\\s*(?:out|withdraw|cash)\\b',
  asksDifference:
    "\\bhow much (?:more|less|cheaper|dearer|pricier|faster|slower|quicker|longer|extra|worse|better)\\b(?! (?:can|may|could|am i|will i) )|\\bhow (?:many|much) (?:more |fewer )?(?:minutes|yuan)? ?(?:more|less|faster|slower|longer|cheaper)\\b(?! (?:can|may|could|am i|will i) )|\\b(?:what(?:'?s| is| would be| was)|tell me|and|so) the difference\\b|^difference\\b|\\b(?:what|how much)(?: do| would| will| did| could| can|'?d)? (?:i|we|you|that|it|this) (?:then |actually |really )?save\\b|\\bi save how much\\b|\\bsav(?:e|ing) how much\\b|\\bhow much (?:is|are|of) (?:the|that|a|my) saving",
  differenceInTime: '\\b(?:minutes?|hours?|faster|slower|quicker|longer|time)\\b',
  differenceInNet: '\\b(?:arrives?|lands?|receive|get|net)\\b',
  firstOne: '\\b(?:first|1st) (?:one|time|amount|sum|question)\\b|\\bat first\\b',
  comparedTo: '\\b(?:than|vs\\.?|versus|against|compared (?:to|with)|over)\\b',
  oneBefore:
    '\\b(?:than|vs\\.?|versus|against|compared (?:to|with)|over) (?:that|this|it|before|the (?:other|last|previous|first|one before)|last time|what you said)\\b',
  takesShare: '\\b(?:wants?|takes?|took|charg(?:es?|ing)|asks?|asking|keeps?|offers?|offering|says?|for)\\b',
  noFee: '\\b(?:interest|apr|discount|% off|frozen|freeze|cashback|complaints?|users?)\\b',
  joins: '\\b(?:or|and|vs\\.?|versus|than)',
  correction: 'no,? wait|no,? i mean|actually|i meant?\\b|sorry,|scratch that|my mistake|make it|make that',
};
