// Texts a second from which amounts are read, beside Recognizers-Text on the same inputs, in one run.
//   npm run build && npm --prefix bench ci && node bench/amounts.mjs
// The peer reads numbers and currencies by two recognisers; both are asked, as one alone does not see what ours sees. Their models are built once,
// ahead of the clock. What each finds is shown beside the speed: right is a reading whose one value is the expected one.
import { performance } from 'node:perf_hooks';
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
const ROUNDS = 30;

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

function measure(read, inputs) {
  const right = inputs.filter(([text, value]) => {
    const found = read([text]);
    return value === undefined ? found.length === 0 : found.length === 1 && Number(found[0]) === Number(value);
  }).length;
  for (const input of inputs) read(input);
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const input of inputs) read(input);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: (ROUNDS * inputs.length) / seconds, right: `${right} of ${inputs.length}` };
}

const rows = [];
for (const [language, inputs] of Object.entries(INPUTS)) {
  const zhida = measure(ours, inputs);
  const peer = measure(peerOf(language === 'zh' ? Culture.Chinese : Culture.English), inputs);
  rows.push({ language, reader: 'zhida', 'texts/s': Math.round(zhida.perSecond), right: zhida.right, times: '' });
  rows.push({
    language,
    reader: 'recognizers-text',
    'texts/s': Math.round(peer.perSecond),
    right: peer.right,
    times: `zhida ${(zhida.perSecond / peer.perSecond).toFixed(0)} times as fast`,
  });
}
console.table(rows);
