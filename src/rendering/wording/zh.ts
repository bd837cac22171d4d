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
    leadForTarget: ({ method, target, amount, fee, rate }) =>
      `要到账 ${target}，需转出 ${amount}，其中手续费 ${fee}（按${method}、费率 ${rate} 计算）。`,
    minimumApplied: (minimum) => `按费率算不足最低收费，所以收 ${minimum}。`,
    fee: '手续费',
    net: '到账',
    amount: '转出',
    rate: '费率',
    limit: '限额',
    rounding: '舍入',
    halfUp: '四舍五入到分',
    formula: '算式',
    once: '这是转一笔的费用。按天或分多次转的合计我还不能算，请按每笔相加。',
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
    transactions: (count) => `${count} 笔`,
    other: ({ limit, transactions, days, fee }) => `若按另一种说法（${limit}）：${transactions} 笔、${days} 天，手续费共 ${fee}。`,
    header: ['笔数', '每笔', '每笔手续费'],
  },
  comparison: {
    title: (amount) => (amount === undefined ? '各种方式对比' : `各种方式转 ${amount}`),
    header: { way: '方式', rate: '费率', fee: '手续费', net: '到账', time: '用时', limit: '限额' },
    cheapest: (methods, cost) => `最便宜的是${methods.join('、')}（${cost}）。`,
    fastest: (methods, time) => `最快的是${methods.join('、')}（${time}）。`,
    noTime: '未说明',
    notPossible: '不适用',
    notRecommended: (methods) => `${methods.join('、')}不合规，只列作对照，不建议使用。`,
    rateWithMinimum: (rate, minimum) => `${rate}（最低 ${minimum}）`,
    plot: '成本与用时',
  },
  request: {
    amount: '要转多少？告诉我一个金额（元），我来算。',
    amountBy: (method) => `用${method}转多少？告诉我一个金额（元），我来算。`,
    target: '希望到账多少？',
    fee: '你说的像是手续费本身，我还不能由它反推转了多少。要转的金额是多少（元）？',
    vague: '请给一个具体的金额（元），我才能算准。',
    currency: (code) => `我只能算人民币，不换算 ${code}。折成人民币是多少元？`,
    method: (amount) => `${amount}用哪种方式转？`,
    methodForTarget: (target) => `要到账 ${target}，用哪种方式转？`,
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
  article: { language: '中文', back: '回到对话', asOf: (date) => `截至 ${date}`, conflicts: '文章自相矛盾之处' },
  error: describe,
};

function describe(error: FeeError, { sum, name }: Parameters<Wording['error']>[1]): string {
  switch (error.kind) {
    case 'negative':
      return `金额不能是负数（${sum(error.value)}）。请给一个大于零的金额。`;
    case 'zero':
      return '金额是零，没有什么可算的。请给一个大于零的金额。';
    case 'too-large':
      return `${sum(error.value)}太大了，最多能算 ${sum(error.ceiling)}。`;
    case 'fraction-of-fen':
      return `金额最小到分。你是指 ${sum(error.nearest.min)} 还是 ${sum(error.nearest.max)}？`;
    case 'over-limit':
      return `${sum(error.amount)}超过${name(error.method)}的限额，一次最多 ${sum(error.largest)}，要分 ${error.parts} 笔。`;
    case 'fee-exceeds-amount':
      return `${sum(error.amount)}不够付${name(error.method)}的手续费。${error.smallest === undefined ? '' : `至少要 ${sum(error.smallest)}。`}`;
    case 'unreachable':
      return `用${name(error.method)}无论转多少都到不了 ${sum(error.target)}。`;
    case 'no-amount-for-fee':
      return `${name(error.method)}没有哪个金额的手续费正好是 ${sum(error.fee)}。`;
    case 'budget-too-small':
      return `${name(error.method)}的手续费最少 ${sum(error.smallestFee)}，${sum(error.maxFee)}不够。`;
    case 'too-many-transactions':
      return `要分 ${error.needed} 笔，太多了，最多能排 ${error.ceiling} 笔。`;
    case 'bad-count':
      return `次数 ${error.value} 不行，要在 1 到 ${error.ceiling} 之间。`;
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
