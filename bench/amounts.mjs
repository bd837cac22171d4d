// Texts a second from which amounts are read, beside Recognizers-Text on the same inputs, in one run.
//   npm run build && npm --prefix bench ci && node bench/amounts.mjs
// The peer reads numbers and currencies by two recognisers; both are asked, as one alone does not see what ours sees. Their models are built once,
// ahead of the clock. What each finds is shown beside the speed: right is a reading whose one value is the expected one.
import numbers from '@microsoft/recognizers-text-number';
import units from '@microsoft/recognizers-text-number-with-unit';
import suite from '@microsoft/recognizers-text-suite';
import { formatDecimal } from '../dist/base/rational.js';
import { fold } from '../dist/text/fold.js';
import { readAmounts } from '../dist/understanding/entities/amounts.js';

// The suite's own functions build their models anew with each call; its parts keep them.
const { Culture } = suite;
const { NumberRecognizer } = numbers;
const { NumberWithUnitRecognizer } = units;
const ROUNDS = 40;

/** Text and the sum it names. */
const INPUTS = {
  zh: [
    ['我想提现5000', '5000'],
    ['5000元手续费多少', '5000'],
    ['提８，０００要多少', '8000'],
    ['一万二提现到银行卡', '12000'],
    ['转1.2万到零钱', '12000'],
    ['两千五的手续费', '2500'],
    ['三千八百八', '3880'],
    ['3千8能提吗', '3800'],
    ['一百零五元五角', '105.5'],
    ['叁仟伍佰元整', '3500'],
    ['两块半', '2.5'],
    ['十二万三', '123000'],
    ['5k提现', '5000'],
    ['1w多久到账', '10000'],
    ['￥2000手续费', '2000'],
    ['2000RMB怎么转', '2000'],
    ['五百美元能提吗', '500'],
    ['花呗怎么提现到微信', undefined],
    ['尾号8888的卡，提现5000要多久', '5000'],
    ['2024年5月1日提现三万', '30000'],
  ],
  en: [
    ['i want to withdraw 5000', '5000'],
    ['how much is the fee on 5,000 yuan?', '5000'],
    ['five thousand yuan to my bank card', '5000'],
    ['two and a half thousand', '2500'],
    ['twelve thousand and five hundred', '12500'],
    ['cash 1.2 million', '1200000'],
    ['three hundred dollars', '300'],
    ['$75 million', '75000000'],
    ['5k to my card', '5000'],
    ['twenty-three thousand four hundred', '23400'],
    ['the fee for 1,234.56', '1234.56'],
    ['100 euros please', '100'],
    ['how do i repay huabei with wechat', undefined],
    ['withdraw 5000 in 3 days', '5000'],
    ['card ending in 4242, withdraw 800', '800'],
    ['ten thousand rmb', '10000'],
  ],
};

const ours = ([text]) => readAmounts(fold(text)).map(({ range }) => (range.min && range.max ? formatDecimal(range.min) : undefined));

function peerOf(culture) {
  const number = new NumberRecognizer(culture).getNumberModel(culture);
  const currency = new NumberWithUnitRecognizer(culture).getCurrencyModel(culture);
  return ([text]) => {
    const money = currency.parse(text).map(({ start, end, resolution }) => ({ start, end, value: resolution?.value }));
    const bare = number
      .parse(text)
      .filter(({ start, end }) => !money.some((each) => each.start <= start && end <= each.end))
      .map(({ resolution }) => ({ value: resolution?.value }));
    return [...money, ...bare].map(({ value }) => value ?? undefined);
  };
}

function accuracy(read, inputs) {
  const right = inputs.filter(([text, value]) => {
    const found = read([text]);
    return value === undefined ? found.length === 0 : found.length === 1 && Number(found[0]) === Number(value);
  }).length;
  return `${right} of ${inputs.length}`;
}

/** Seconds of the processor, so that other work on the machine counts for neither. */
function secondsOf(read, inputs) {
  const before = process.cpuUsage();
  for (const input of inputs) read(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const rows = [];
for (const [language, inputs] of Object.entries(INPUTS)) {
  const peer = peerOf(language === 'zh' ? Culture.Chinese : Culture.English);
  for (let round = 0; round < ROUNDS; round++) for (const read of [ours, peer]) secondsOf(read, inputs);
  const spent = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    spent[0] += secondsOf(ours, inputs);
    spent[1] += secondsOf(peer, inputs);
  }
  const [zhida, other] = spent.map((seconds) => (ROUNDS * inputs.length) / seconds);
  const times = `${(zhida / other).toFixed(0)} times as fast`;
  rows.push({ language, reader: 'zhida', 'texts/s': Math.round(zhida), right: accuracy(ours, inputs), times });
  rows.push({ language, reader: 'recognizers-text', 'texts/s': Math.round(other), right: accuracy(peer, inputs), times: '' });
}
console.table(rows);
