import { assertNever } from '../../base/assert-never.js';
import type { FeeError } from '../../fees/errors.js';
import type { Wording } from './wording.js';

export const zh: Wording = {
  yuan: (sum) => `${sum} 元`,
  minutes: (count) => `${count} 分钟`,
  list: (items) => items.join('、'),
  sentences: (items) => items.join(''),
  row: (first, cells) => `${first}——${cells.map(({ heading, value }) => `${heading}：${value}`).join('；')}`,
  pair: (label, value) => `${label}：${value}`,
  quote: {
    title: (method, amount) => `${method} ${amount}`,
    lead: ({ method, amount, fee, net, rate, isRange }) =>
      `手续费${isRange ? '约' : ''} ${fee}，到账 ${net}（按 ${amount}、${method}、费率 ${rate} 计算）。`,
    leadForTarget: ({ method, target, amount, fee, rate, best }) =>
      best === undefined
        ? `要到账 ${target}，需转出 ${amount}，其中手续费 ${fee}（按${method}、费率 ${rate} 计算）。`
        : `要保证到账 ${target}，大约需转出 ${amount}（按最高费率算）；按最低费率算，转出 ${best}就够。手续费约 ${fee}（按${method}、费率 ${rate} 估算）。`,
    byTotal: (rate, fee, net) => `若按文章表格里的总成本 ${rate} 算：手续费 ${fee}，到账 ${net}。`,
    minimumApplied: (minimum) => `按费率算不足最低收费，所以收 ${minimum}。`,
    fee: '手续费',
    net: '到账',
    amount: '转出',
    rate: '费率',
    limit: '限额',
    rounding: '舍入',
    'half-up': '四舍五入到分',
    up: '进到分',
    down: '舍到分',
    formula: '算式',
    once: {
      day: '这是一天的费用；告诉我一共几天，我可以算总数。',
      time: '这是一次的费用；告诉我一共几次，我可以算总数。',
      rhythm: '这是一次的费用；告诉我一共多久，或一共几次，我可以算总数。',
    },
    approximate: '金额是约数，所以这是估算。',
    claimed: (fee, isRight) => (isRight ? `和你说的 ${fee}一致。` : `你说的 ${fee}和这个收费标准对不上。`),
    claimedNet: (net, isRight) => (isRight ? `和你说的到账 ${net}一致。` : `你说到账 ${net}，和这个收费标准对不上。`),
    withinBudget: (budget, keeps) =>
      keeps === 'open'
        ? `会不会超过你说的 ${budget}，要看对方怎么收。`
        : keeps === 'yes'
          ? `没有超过你说的 ${budget}。`
          : `超过了你说的 ${budget}。`,
    gap: (gap, isMore) => `相差 ${gap}：比按这个标准算的扣得${isMore ? '多' : '少'}。`,
    checkBill: '可以看看账单里走的是哪种方式、有没有别的扣款。',
    ends: ({ method, rate, amount, low, high, net }) =>
      `${amount}最少收 ${low}，最多收 ${high}，到账 ${net}（按${method}、费率 ${rate} 估算）。`,
    oneEnd: ({ method, rate, amount, fee }) => `${amount}按${method}（费率 ${rate}）算，手续费就是 ${fee}，没有上下浮动。`,
    risky: '收费由对方自定。这类服务有冻结、追责和被骗的风险，不建议使用。',
    offered: (rate, method, known) => `${rate} 是你说的费率，不是文章里的；文章记录的${method}收 ${known}。`,
    caution: '这是估算范围：收费由对方自定。这类服务有冻结、追责和被骗的风险，不建议使用。',
  },
  limit: {
    amount: { 'per-transaction': (sum) => `每笔 ${sum}`, 'per-day': (sum) => `每天 ${sum}` },
    unlimited: { 'per-transaction': '每笔不限', 'per-day': '每天不限' },
    unstated: '由平台自定',
    none: '文章未说明',
  },
  plan: {
    lead: ({ method, total, limit, transactions, days, fee, net }) =>
      `${total}超过${method}的限额（${limit}），要分 ${transactions} 笔、${days} 天；手续费共 ${fee}，到账 ${net}。`,
    leadForTarget: ({ method, target, total, limit, transactions, days, fee }) =>
      `要到账 ${target}，共需转出 ${total}，其中手续费 ${fee}；这超过${method}的限额（${limit}），要分 ${transactions} 笔、${days} 天。`,
    leadWithin: ({ method, total, limit, isLimited, transactions, days, fee, net }) =>
      isLimited
        ? `${total}没有超过${method}的限额（${limit}），${transactions} 笔、${days} 天就能转完；手续费 ${fee}，到账 ${net}。`
        : `${method}的限额：${limit}。${total}按 ${transactions} 笔、${days} 天算，手续费 ${fee}，到账 ${net}。`,
    tooFewDays: (days, most) => `${days} 天转不完${most === undefined ? '' : `，最多 ${most}`}。`,
    transactions: (count) => `${count} 笔`,
    other: ({ limit, transactions, days, fee }) => `若按另一种说法（${limit}）：${transactions} 笔、${days} 天，手续费共 ${fee}。`,
    header: ['笔数', '每笔', '每笔手续费'],
    overview: {
      title: (total) => `转 ${total} 的安排`,
      header: ['方式', '限额', '笔数', '天数', '手续费', '到账', '最低手续费'],
      noLimit: '无数额限制',
      fewestDays: (limit, days) => `${limit}，天数最少（${days} 天）：`,
      cheapest: (limit, days, fee) => `${limit}，手续费最低（${fee}，${days} 天）：`,
    },
  },
  comparison: {
    title: (amount) => (amount === undefined ? '各种方式对比' : `各种方式转 ${amount}`),
    header: { way: '方式', rate: '费率', fee: '手续费', net: '到账', time: '用时', limit: '限额' },
    within: ({ budget, time, methods }) => {
      const bounds = [
        ...(budget === undefined ? [] : [`手续费不超过 ${budget}`]),
        ...(time === undefined ? [] : [`用时不超过 ${time}`]),
      ].join('、');
      return methods.length > 0
        ? `${bounds}的合规方式：${methods.join('、')}。`
        : `没有哪种合规方式${bounds}${time === undefined ? '' : '（文章没有说明用时的不算）'}。`;
    },
    cheapest: (methods, cost) => `最便宜的是${methods.join('、')}（${cost}）。`,
    fastest: (methods, time, fee) => `最快的是${methods.join('、')}（${time}${fee === undefined ? '' : `，手续费 ${fee}`}）。`,
    same: (cost) => `费用一样，都是 ${cost}。`,
    alone: (way, time, cost) =>
      `${way}：${time === undefined ? '文章没有说明用时' : `用时 ${time}`}${cost === undefined ? '' : `，费用 ${cost}`}。`,
    noTimes: '文章没有说明它们的用时，比不出快慢。',
    noTime: '未说明',
    notPossible: '不适用',
    notRecommended: (methods) => `${methods.join('、')}不合规，只列作对照，不建议使用。`,
    splitCost: (fee, transactions, days, others) => `${fee}（${[`${transactions} 笔、${days} 天`, ...others].join('；')}）`,
    otherCost: (limit, fee, transactions, days) => `若按${limit}：${transactions} 笔、${days} 天，${fee}`,
    withTotal: (fee, rate, other) => `${fee}（按总成本 ${rate}：${other}）`,
    rateWithMinimum: (rate, minimum) => `${rate}（最低 ${minimum}）`,
    plot: '成本与用时',
  },
  inverse: {
    lead: ({ method, fee, from, to, round, rate }) =>
      `手续费 ${fee}，转的是 ${from}到 ${to}之间的一个金额，比如 ${round}（按${method}、费率 ${rate} 计算）。`,
    single: ({ method, fee, from, rate }) => `手续费 ${fee}，转的正好是 ${from}（按${method}、费率 ${rate} 计算）。`,
    open: ({ method, fee, rate }) => `${method}的费率是 ${rate}，转多少都收 ${fee}，所以没法由手续费反推金额。`,
    minimum: (minimum) => `${minimum}是最低收费，小额都收这么多，所以范围很宽。`,
  },
  budget: {
    lead: ({ method, budget, amount, fee, net, rate, isRange }) =>
      `手续费不超过 ${budget}，${isRange ? '保险起见，' : ''}${method}一笔最多转 ${amount}：手续费 ${fee}，到账 ${net}（按费率 ${rate} 计算）。`,
    open: ({ method, budget, rate }) => `${method}的费率是 ${rate}，转多少手续费都不会超过 ${budget}。`,
    limited: (limit) => `再多就超过限额（${limit}）了。`,
    times: (count) => `这个预算够付 ${count} 笔这样的手续费。`,
    best: (amount) => `如果对方按最低的费率收，最多能转 ${amount}。`,
  },
  arrangement: {
    days: ({ method, total, each, days, transactions, fee, net, rate, limit }) =>
      `每天 ${each}、转 ${days} 天，一共 ${total}：要 ${transactions} 笔，手续费共 ${fee}，到账 ${net}（按${method}、费率 ${rate}${limit === '' ? ' ' : `、限额${limit}`}计算）。`,
    times: ({ method, total, each, times, days, fee, net, rate, limit }) =>
      `每次 ${each}、转 ${times} 次，一共 ${total}：手续费共 ${fee}，到账 ${net}${limit === '' ? '' : `；限额${limit}，要 ${days} 天`}（按${method}、费率 ${rate} 计算）。`,
    parts: ({ method, total, parts, days, fee, net, rate, limit }) =>
      `${total}分 ${parts} 笔转：手续费共 ${fee}，到账 ${net}${limit === '' ? '' : `；限额${limit}，要 ${days} 天`}（按${method}、费率 ${rate} 计算）。`,
    title: (method, total) => `${method} ${total}`,
    otherAllowed: (limit, days, fee) => `若按另一种说法（${limit}）：要 ${days} 天，手续费共 ${fee}。`,
    otherRefused: (limit) => `若按另一种说法（${limit}）：超过限额，不能这样转。`,
  },
  capacity: {
    lead: ({ method, days, most, limit, transactions, fee, net, rate }) =>
      `${method}的限额是${limit}，${days} 天最多转 ${most}：分 ${transactions} 笔，手续费共 ${fee}，到账 ${net}（按费率 ${rate} 计算）。`,
    unlimited: (method, days) => `${method}没有每天的限额，${days} 天里转多少都可以。`,
    unknown: (method, days, limits) => `${method}的限额：${limits}。所以 ${days} 天最多能转多少，我没有依据来算。`,
    otherUnlimited: (limit) => `若按另一种说法（${limit}）：没有每天的限额，不受天数限制。`,
  },
  repetition: {
    lead: ({ method, rate, each, unit, often, times, total, fee, net, eachFee }) =>
      `${EVERY[unit]}${often === 1 ? '' : ` ${often} 次、每次`} ${each}，共 ${times} 次，一共 ${total}：手续费共 ${fee}，到账 ${net}（每次手续费 ${eachFee}，按${method}、费率 ${rate} 计算）。`,
    split: (transactions, days) => `每次超过限额，要分 ${transactions} 笔、${days} 天。`,
  },
  rest: {
    left: ({ method, limit, used, left }) => `${method}的限额是${limit}，今天已转 ${used}，还能转 ${left}。`,
    none: ({ method, limit, used }) => `${method}的限额是${limit}，今天已转 ${used}，已经用完，要等明天。`,
    unlimited: (method, used) => `${method}没有每天的限额，已转 ${used}也不影响再转多少。`,
    unknown: (method, limits) => `${method}的限额：${limits}。所以今天还能转多少，我没有依据来算。`,
    otherUnlimited: (limit) => `若按另一种说法（${limit}）：没有每天的限额，今天还能继续转。`,
  },
  conflicting: {
    lead: '文章在这里前后说法不一，也没有说明以哪个为准，我没有依据替它判断；实际以官方页面显示的为准。它的说法是：',
    none: '刚才的回答里，文章只有一种说法。',
    statement: (text, section) => `${text}（《${section}》）`,
    calculated: { differs: '刚才的计算，以及换一种说法会怎样：', same: '刚才的计算，按哪种说法都一样：' },
  },
  estimate: ({ method, from, to, fee, rate }) =>
    from !== undefined && to !== undefined
      ? `${from}到 ${to}的话，手续费大约 ${fee}（按${method}、费率 ${rate} 估算）。`
      : from === undefined
        ? `最多 ${to}的话，手续费不超过 ${fee}（按${method}、费率 ${rate} 估算）。`
        : `至少 ${from}的话，手续费不少于 ${fee}（按${method}、费率 ${rate} 估算）。`,
  route: {
    lead: ({ amount, fee, net }) => `${amount}一段一段走下来，有收费标准的几段手续费共 ${fee}，剩 ${net}。`,
    leg: ({ method, amount, fee, rate }) => `${method}：${amount}，费率 ${rate}，手续费 ${fee}`,
    unpriced: '其余的段（比如充值）文章没有给出收费，没有算进去。',
    over: (method, limits) => `到${method}这一段超过了限额（${limits}），要分几次。`,
  },
  difference: {
    side: (method, amount) => `${method} ${amount}`,
    value: {
      fee: (side, fee) => `${side}：手续费 ${fee}。`,
      net: (side, net) => `${side}：到账 ${net}。`,
      time: (side, time) => (time === undefined ? `${side}：文章没有说明用时。` : `${side}：用时 ${time}。`),
    },
    gap: {
      fee: (more, gap) => `相差 ${gap}，${more}多收。`,
      net: (more, gap) => `相差 ${gap}，${more}到账多。`,
      time: (more, gap) => `相差 ${gap}，${more}更久。`,
    },
    same: '两个一样，没有差别。',
    open: { overlap: '两边的范围有重叠，说不准差多少。', unknown: '少了一边的数字，算不出相差多少。' },
  },
  explanation: {
    otherFigure: (fee, asked) => `刚才算出的手续费是 ${fee}，不是 ${asked}。`,
    net: (net, amount, fee) => `到账 ${net}，是 ${amount}减去手续费 ${fee}。`,
    rated: (amount, rate, fee, isRounded) => `${amount}乘以费率 ${rate}，${isRounded ? '四舍五入到分' : ''}得 ${fee}。`,
    leg: (name, amount, rate, fee, isRounded) => `${name}：${amount}乘以费率 ${rate}，${isRounded ? '四舍五入到分' : ''}得 ${fee}。`,
    minimum: (minimum, fee) => `这不到最低收费 ${minimum}，所以收 ${fee}。`,
    total: (fee, net) => `手续费共 ${fee}，到账 ${net}。`,
    split: (total, limit) => `因为限额是${limit}，${total}超过了，一次转不完。`,
  },
  request: {
    amount: '要转多少？告诉我一个金额（元），我来算。',
    amountBy: (method) => `用${method}转多少？告诉我一个金额（元），我来算。`,
    target: '希望到账多少？',
    vague: '请给一个具体的金额（元），我才能算准。',
    methodForRest: (used) => `已经转了 ${used}，用的是哪种方式？`,
    methodForFeeOf: (amount, fee) => `转 ${amount}、扣了 ${fee}，当时走的是哪种方式？`,
    methodForNetOf: (amount, net) => `转 ${amount}、到账 ${net}，当时走的是哪种方式？`,
    currency: (code) => `我只能算人民币，不换算 ${code}。折成人民币是多少元？`,
    method: (amount) => `${amount}用哪种方式转？`,
    methodForTarget: (target) => `要到账 ${target}，用哪种方式转？`,
    methodForFee: (fee) => `手续费 ${fee}，当时走的是哪种方式？`,
    methodForBudget: (budget) => `手续费不超过 ${budget}，打算用哪种方式转？`,
    methodForDays: (days) => `${days} 天能转多少，要看用哪种方式。打算用哪种？`,
    resume: (question) => `回到刚才的计算：${question}`,
  },
  card: {
    details: (pairs) => pairs.join(' · '),
    ask: (way, amount) => (amount === undefined ? `${way}的手续费怎么算？` : `用${way}转 ${amount}，手续费多少？`),
    more: (way) => `细看${way}`,
  },
  unread: {
    beside: '随消息发来的文件我没有打开，以上只回答文字。',
    alone: '我只看文字，没有打开你发来的文件。请把问题打成文字发给我。',
  },
  stay: {
    handoff: '好的，不转人工，我继续帮你。',
    cancel: '好的，不取消，我们继续。',
    repeat: '好的，不重复，我们继续。',
    difference: '要比哪两个？说出两种方式，或两个金额，我来算相差多少。',
    notice: '好的。还想了解什么，直接问我。',
    language: '好的，我用中文回答。想了解什么？',
  },
  which: '你想问的是哪一个？',
  noneOfThese: { label: '都不是', send: '都不是' },
  unknown: {
    topic: (topic) => `关于${topic}，我的资料里没有，不想猜着回答。`,
    plain: '这个我没把握，不想猜着回答。',
    nearest: '相近的我知道这些，也可以转人工。',
    person: '连着没帮上忙，要不要直接转人工？',
    rephrase: '好，那请换个说法再问一次，也可以转人工。',
  },
  sources: '出处',
  source: (title, asOf) => `《${title}》（截至 ${asOf}）`,
  conflict: '注意',
  warning: '提醒',
  article: { language: '中文', back: '回到对话', asOf: (date) => `截至 ${date}`, contents: '目录', conflicts: '文章自相矛盾之处' },
  error: describe,
};

const EVERY = {
  day: '每天',
  'other-day': '每两天',
  week: '每周',
  fortnight: '每两周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
} as const;

function describe(error: FeeError, { sum, name }: Parameters<Wording['error']>[1]): string {
  switch (error.kind) {
    case 'negative':
      return `金额不能是负数（${sum(error.value)}）。请给一个大于零的金额。`;
    case 'zero':
      return '金额是零，没有什么可算的。请给一个大于零的金额。';
    case 'too-large':
      return `${sum(error.value)}太大了，最多能算 ${sum(error.ceiling)}。`;
    case 'fraction-of-fen':
      return error.nearest.min > 0n
        ? `金额最小到分。你是指 ${sum(error.nearest.min)} 还是 ${sum(error.nearest.max)}？`
        : `金额最小到分，至少要 ${sum(error.nearest.max)}。`;
    case 'over-limit':
      return `${sum(error.amount)}超过${name(error.method)}的限额，一次最多 ${sum(error.largest)}，要分 ${error.parts} 笔。`;
    case 'fee-exceeds-amount':
      return `${sum(error.amount)}不够付${name(error.method)}的手续费。${error.smallest === undefined ? '' : `至少要 ${sum(error.smallest)}。`}`;
    case 'unreachable':
      return `用${name(error.method)}无论转多少都到不了 ${sum(error.target)}。`;
    case 'no-amount-for-fee':
      return noAmount(error, sum, name(error.method));
    case 'budget-too-small':
      return `${name(error.method)}的手续费最少 ${sum(error.smallestFee)}，${sum(error.maxFee)}不够。`;
    case 'too-many-transactions':
      return `要分 ${error.needed} 笔，太多了，最多能排 ${error.ceiling} 笔。`;
    case 'bad-count':
      return `${COUNTED[error.input]} ${error.value} 不行，要是大于零、不超过 ${error.ceiling} 的整数。`;
    case 'bad-date':
      return `“${error.text}”不是日期，请写成 2026-01-31 这样。`;
    case 'not-yet-valid':
      return `${name(error.method)}的收费从 ${error.validFrom} 起生效，${error.on} 还没有。`;
    case 'expired':
      return `${name(error.method)}的收费只到 ${error.validUntil} 有效，${error.on} 已过期。`;
    case 'unknown-method':
      return `没有“${error.method}”这种方式。可选：${error.known.map(name).join('、')}。`;
    case 'invalid-tariff':
      return `${name(error.method)}的收费数据有误，暂时不能算。`;
    default:
      return assertNever(error);
  }
}

const COUNTED = { times: '次数', transactions: '笔数', days: '天数' } as const;

function noAmount(
  { fee, below, above, beyondLimit }: Extract<FeeError, { kind: 'no-amount-for-fee' }>,
  sum: (fen: bigint) => string,
  method: string,
): string {
  if (beyondLimit)
    return `${method}一笔到不了 ${sum(fee)}手续费：那要转 ${sum(beyondLimit.min)}到 ${sum(beyondLimit.max)}，超过了限额。可能是分几笔转，合起来收了这么多。`;
  if (above !== undefined && below === undefined) return `${method}最少收 ${sum(above)}，不会只收 ${sum(fee)}。`;
  if (below !== undefined && above === undefined) return `${method}一笔最多收 ${sum(below)}，不会收到 ${sum(fee)}。`;
  return `${method}没有哪个金额的手续费正好是 ${sum(fee)}，最接近的是 ${sum(below ?? fee)}和 ${sum(above ?? fee)}。`;
}
