/** Spoken, vague and bounded sums, and what public corpora of numbers and currencies hold, in the notation of amounts.table.ts; long, since a line is a case. */
export const SPOKEN_AMOUNTS: Readonly<Record<string, string>> = {
  '5000': `
    5qian
    5 000
    零点五万
    5个k
    5000-
    +5000
    5.000,00
    5 000,00
    0.5w
    我有5000想提现
    花呗5000额度提到微信
    用花呗买了部5000的手机
    三天内提5000
    千一的费率提五千
    2个账号各5000
    30 days 5000
    withdraw 5000 in 3 days
    5000 over 3 days
    3 times 5000
    5000 x 3
    5000*3
    5000乘3
    手机13800138000转5000
    2023-05-01提了5000
    05/01 withdrew 5000
    step 3 5000
    5000 at 0.1%
    0.1% of five thousand
    first 5000
    i have 2 accounts and 5000
    25 years old with 5000
    25岁有5000
    一块儿转5000
    一起转5000
    万一转5000失败
    千万别转5000
    五一转5000
    双11买了5000
    5000而不是6000
  `,
  '500': `
    yuan 500
    5百
    wu bai
    五百大元
    half a thousand
    每人500
    人均500
    每天500，连续7天
    at 5pm i moved 500
    on the 5th i moved 500
    in 2023 i moved 500
    equal to 500
    half a k
  `,
  '..300': `
    is 300 or less
    300 or fewer
    smaller than 300
    lower than 300
    小于等于300
    不超过 300
    三百以内
    三百以下
    至多三百
    不多于三百
    不大于三百
    未满三百
    未超过三百
  `,
  '300..': `
    300 and above
    300 or higher
    300 or greater
    higher than 300
    larger than 300
    bigger than 300
    大于300的数
    超过三百
    不少于三百
    不小于三百
  `,
  '5000..8000': `
    between 5 and 8 thousand
    5k to 8k
    between 5k and 8k
    from 5 to 8 thousand
    anywhere from 5000 to 8000
    5000 至 8000
    五千至八千
    5~8千
    more than 5000 and less than 8000
  `,
  '5000..': '五千以上\n5k+\n5000+\n5000plus\n>5000\n>=5000\n5千以上\n高于5000\n多于5000',
  'CNY 5000':
    '5 qian kuai\n五千元人民币\n人民币伍仟元整\nRMB5000.00\n5K RMB\n5,000 yuan\n5000 块\n2023年提现了3次一共5000块\nsay, five thousand yuan',
  '6000': `
    我要提5000不对6000
    别提5000了提6000
    5000? no, 6000
    instead of 5000, 6000
    刚说错了，应该是6000
    我说的是6000不是5000
    i said 6000 not 5000
    make it 6000
    make that 6k
  `,
  '~10000': '小一万\n万把\n一万挂零\n一万冒头\n近一万\n快一万了\n奔一万',
  '..5000': 'not more than 5000\n五千以内\n五千以下\n<5000\n≤5000\n少于5000\n低于5000',
  '~8000': 'almost 8000\nclose to 8000\napprox 8000\ncirca 8000\n8000 give or take\n8000-ish\n8k-ish',
  'CNY 200': '两百块\n二百元\n贰佰元\n人民币两百元\n￥200元\n¥200.00\n200￥',
  'CNY 500': '伍佰圆\n伍佰圆整\n500yuan\nCN¥500\ncny500\n5百块',
  'CNY 0.5': '五毛钱\n零点五元\nzero point five yuan\nfive jiao\n五角\n5角',
  '15000': '1万5千\n15K\nyi wan wu qian\n个半万\n一个半万\n3天提1万5',
  'CNY 5000..8000': '5 to 8k yuan\nbetween five and eight thousand yuan\n5000 - 8000 rmb\n¥5000 to ¥8000\n五千到八千块\n月薪5000到8000元',
  '..8000': 'no more than 8k\nnot exceeding 8000\nunder 8k\nbelow eight thousand\n8000 or less',
  '8000..': 'above 8k\nexceeding 8000\nupwards of 8000\n8000 and up\n8000 or more',
  '~5000': '五千出头\nabout five thousand\n≈5000\nfive thousand odd',
  '..10000': '不到一万\n不足一万\n一万不到\n一万还不到\n一万都不到',
  '3500': 'three and a half k\n三千五\n三点五千\nthirty-five hundred\n3k5',
  '1000000': "1 000 000\n一百万\n1'000'000\n百万\n1百万",
  'CNY 1.5': '一块半\n1 yuan 5 jiao\n1元5角\n一元五角\n1块5毛',
  '1000..5000': 'between 1000 and 5000\n1000到5000之间\n1000和5000之间\n介于1000与5000之间\n从1000到5000',
  '500..1000': 'over 500 but under 1000\nat least 500 and at most 1000\n不低于500不高于1000\n最少500最多1000\n>500 and <1000',
  '25000': '两万五\n２万５\n贰万伍仟\n兩萬五',
  '~200..300': '俩仨百\n两三百\n两百多\n三两百',
  '1500': '15 hundred\n1千5百\none point five grand\n1.5 grand',
  '3000': '3,000.00\n我85后，想提3000\n两张卡各转3000\n5 percent of 3k',
  'CNY 15000': '1.5万元\n1.5万块钱\n15k rmb\n¥15k',
  'USD 50': '$50\n50 dollars\n50美元\n五十美金',
  '10000': 'ten k\nyiwan\n收我8%提现1w\n一天一万一个月',
  '500..': 'more than five hundred\nno less than 500\nnot less than five hundred\nno fewer than 500',
  '5000 + 3000': '提5000转3000\n5000+3000\n5000加3000\n5000 plus 3000',
  '~2000': '小两千\na couple of thousand\na couple of grand\na couple k',
  '-5000': '负5000\n-5000\n−5000\n- 5000',
  '..800': 'at most 800\nmax 800\n800 max\n800 tops',
  '2500': 'twenty-five hundred\ntwo point five k\n2.5 thousand',
  '-300': '负三百\nminus 300\n負三百',
  '..3000': 'no more than 3000\n最多三千\nless than or equal to 3000',
  '10000..': '上万\n超过一万\n一万往上',
  '100..': 'minimum 100\ngreater than 100\nat least 100',
  '1000..2000': 'from 1000 to 2000\n1000~2000\nbetween one thousand and two thousand',
  '1000..': '满一千\n上千\n≥1000',
  '~CNY 100..200': '百十块\n百十来块\n一二百块',
  '10000000': '一千万\n1 crore\n1千万',
  '1500000': 'one and a half million\n1.5m\n一百五十万',
  '5000..6000': '5 or 6 thousand\n5-6k\n5000或6000',
  'JPY 1000': 'JPY 1000\n1000日元\n1000 yen',
  'CNY 500..1000': '五百元以上一千元以下\n500元以上1000元以内\nmore than 500 yuan but less than 1000',
  '105000': '10万5千\n10万5\n10w5',
  '20': '廿\n还差二十',
  'CNY 10000..': '上万块\n10000元起',
  '~8000..10000': '万八千\n万儿八千',
  '10500': '一万零五百\n一万五百',
  '100000000': '一亿\n一个亿',
  '150': '一百五\n一百五十',
  'CNY 9.9': '九块九\n9.9元',
  '250000': 'a quarter million\nquarter million',
  '~3000': 'roughly 3000\n三千出头',
  'CNY 1000..2000': 'between 1000 and 2000 yuan\n1000-2000元',
  '~CNY 2000': '两千来块\na couple thousand yuan',
  '~30000': '三万左右\n三万好几',
  '3000..': '最少三千\nlarger than or equal to 3000',
  '5000 + 6000': '5000和6000\n5000, 6000',
  '100000': '100 000\na hundred k',
  '~2000..9000': '好几千\na few grand',
  '50400': '5万零4百\n5万零400',
  '350': '3百5\n3百50',
  '110000': '十一万\n一十一万',
  'CNY 3.65': '三块六毛五\n3块6毛5',
  'CNY 3500': '3.5k块\nthirty five hundred yuan',
  '35000': '三点五万\n3w5k',
  'CNY 20000': '2W块\n2 wan kuai',
  '20000': '2wan\n5个点的手续费提2万',
  '50': '伍拾\nfifty',
  'CNY 100000': '拾万元整\na hundred thousand yuan',
  'CNY 50000': '五萬圓\n5 万 块',
  '12000': '一萬兩千\n工资一万二',
  '0.5': '.5\nnought point five',
  'CNY 100': 'hundred yuan\n100 renminbi',
  'CNY 1500000': '1.5 million yuan\n1.5mn rmb',
  '5050': 'five thousand and fifty\nfive thousand fifty',
  '2000..3000': 'two to three thousand\ntwo or three thousand',
  'EUR 50': '€50\n50€',
  'GBP 20': '£20\n20 quid',
  'USD 5000': '5k usd\n5k dollars',
  'USD 30000': '3万美元\n三万美金',
  '2000': '5月1号提2000\n5月1日到账2000',
  '1000': '每月5号提1000\n24小时内提1000',
  '1000000000000000': '1000000000000000\n一千万亿',
  'CNY 0': '0元\n零元',
  '5000..10000': '数字大于5000且小于10000\n大于5000小于10000',
  '10..20': '介于十和二十之间\n10与20之间',
  '300..500': '三百至五百之间\n三百~五百',
  'CNY 75000000': '¥ 75 million\n75 million yuan',
  'CNY 10.52': '十元五角二分\n十块五毛二',
  'CNY 200000': '二十万元\n二十万人民币',
  'USD 300': '三百美元\n300美金',
  '2300': '房租两千三\n2k3',
  '~600': 'six hundred something',
  '25300': '两万五千三',
  'CNY 25': '廿五块',
  'CNY 30': '卅块钱',
  'CNY 36': '卅六元',
  '101': 'a hundred and one',
  '500000': 'half a million',
  'CNY 1234.56': '¥1,234.56元',
  '15000..': '1.5w+',
  '~CNY 10000': '小一万块',
  '~CNY 8000..10000': '万八千块',
  '~5000..9000': '大几千',
  '~CNY 5000..9000': '大几千块',
  'CNY 3000': '￥3千',
  '2000000': '2M',
  'CNY 12345.67': '壹万贰仟叁佰肆拾伍元陆角柒分',
  '1001': '一千零一',
  '1010': '一千零一十',
  '20000000': '两千万',
  'CNY 250.5': '两百五十块五',
  'CNY 1.25': '一块二毛五',
  'CNY 1.2': '一块二',
  'CNY 12.56': '12元5角6分',
  'CNY 0.03': '三分钱',
  'CNY 3.3': '3块3',
  'CNY 9.99': '9块9毛9',
  '99.99': '99.99',
  'EUR 100': '100欧',
  'HKD 200': '200港币',
  '1234': 'one thousand two hundred thirty four',
  'CNY 1234': 'one thousand two hundred and thirty-four yuan',
  '1200': 'twelve hundred',
  '..2000': 'up to 2000',
  '9000..': 'over 9000',
  '10000..20000': '1到2万',
  '~800..900': '8百多',
  '~CNY 800..900': '八百多块',
  '~20000': '将近两万',
  'CNY 300': 'san bai kuai',
  '1234567': '12,34,567',
  '1234567.89': '1.234.567,89',
  '1234.56': '1 234,56',
  'CNY 1': '一块',
  'CNY 2': '俩块',
  '~100000': '十来万',
  '~200000..300000': '二十多万',
  '~800..1000': '千八百',
  '~300..500': '三五百',
  '~700..800': '七八百',
  '~CNY 700..800': '七八百块钱',
  'CNY 1000..': '上千块',
  'CNY 100..': '上百块',
  '1000000..': '上百万',
  '~CNY 1000': '小一千块',
  '~500..900': '大几百',
  'CNY 3': '仨块',
  '~CNY 400': '四百来块',
  '~800': '八百上下',
  '~1000': '千把',
  '~CNY 100': '百把块',
  '~20000..30000': '两万多点',
  '..1000000': '一百万不到',
  '30000..': '3万+',
  '~30000..40000': '3万多',
  '~3000..4000': '3k多',
  '~1200..1300': '一千二三',
  '~30..40': '三四十',
  '~CNY 17..18': '十七八块',
  '~50000..60000': '五六万',
  '~CNY 10': '10来块',
  '~3500..3600': '三千五六',
  '54000': '5万4',
  '1005': '1千零5',
  '230000000': '2亿3千万',
  '120000000': '1亿2',
  '10003': '一万零三',
  '13000': '一万三',
  '13004': '一万三千零四',
  'CNY 1000000': '百万元',
  '3005000': '三百万零五千',
  'CNY 1086': '一千零八十六元',
  'CNY 1000.5': '一千块零五毛',
  'CNY 3.5': '三元五',
  'CNY 3.05': '三元五分',
  'CNY 3.6': '3.6块',
  'CNY 25000': '两点五万块',
  '400': '肆佰',
  'CNY 650': '陆佰伍拾圆整',
  'CNY 101': '壹佰零壹元',
  'CNY 123000': '人民币壹拾贰万叁仟元整',
  'CNY 2000': '兩千塊',
  'CNY 30000': '叁萬元',
  'CNY 5000..': '≥5000元',
  '5': '5.000',
  '5000.5': '5000.50',
  'CNY 5000.5': '5000.5元',
  'CNY 50': 'fifty yuan',
  'CNY 1500': 'fifteen hundred yuan',
  'CNY 250': 'two hundred and fifty kuai',
  'USD 100': 'hundred bucks',
  '~CNY 5000': 'some 5000 yuan',
  '12': 'a dozen',
  'CNY 24': 'two dozen yuan',
  '2000000000': '2bn',
  '300000': '3 lakh',
  '1200000': 'one point two million',
  'CNY 10000': 'ten thousand yuan only',
  '~CNY 8000': 'approx. 8,000 yuan',
  '8000': 'exactly 8000',
  'USD 500': '五百刀',
  'BTC 3': '3 bitcoin',
  'USDT 100': '100 usdt',
  '8999': 'iphone 15 pro max 8999',
  '600': '晚上8点提了600',
  'CNY 600': '8点半转的600块',
  'CNY 5': '微信提现0.1%收5块',
  'CNY 5 + 5000': '手续费5块提5000',
  '4500': '九折后4500',
  '5000 + 200': '5000减200',
  '95188': '支付宝95188',
  '2024': '2024',
  '200': 'my 3 friends each sent 200',
  '0.1': '零点一',
  '12306': '12306',
  '110': '110',
  'CNY 5000 + 3000': '5000块的手机退了3000',
  '5000.123': '5000.123',
  'CNY 0.001': '0.001元',
  'CNY 0.01': '1分钱都没',
  'CNY 0.1': '一毛不拔',
  '250': '你个二百五',
  '20..35': 'this number is larger than twenty and less or equal than thirty five',
  '20..25': 'from 20 to 25',
  'CNY 3000..': 'greater than or equal to 3000 yuan',
  '100000000..': '大于等于一亿',
  '300': '等于300',
  'USD 0.1': 'ten cents',
  'USD 0.05': '5 cents',
  'USD 1500000': '$1.5 million',
  'USD 20.5': 'twenty dollars and fifty cents',
  'USD 10.25': '$ 10.25',
  'USD 10': '10 u.s. dollars',
  'USD 3000000': '3 million dollars',
  'CNY 100000000': '100 million rmb',
  'CNY 2500000000': 'RMB 2.5 billion',
  'CNY 10000000': '10 million chinese yuan',
  'CNY 10': 'ten chinese yuan',
  'CNY 150000000': '一点五亿元',
  '150000000': '1.5亿',
  'CNY 1500000000': '15亿元人民币',
  'EUR 300': '三百欧元',
  'JPY 3000': '三千日元',
  'KRW 1000': '一千韩币',
  'HKD 500': '五百港元',
  'TWD 500': '五百台币',
  'GBP 100': '一百英镑',
  'RUB 100': '100卢布',
  'THB 100': '一百泰铢',
  'CNY 19.9': '它卖19.9元',
  'CNY 1999': '总共花了￥1,999.00',
  '3000..5000': '每月3k-5k',
  '3999': '这个手机三千九百九十九',
  '3900': '卖了三千九',
  'CNY 5.3': '找我五块三',
  'CNY 20': '还差二十块',
  '220': '两百二',
  '202': '两百零二',
  '2020': '两千零二十',
  '2002': '两千零二',
  '20020': '两万零二十',
  '22222': '两万两千二百二十二',
  'CNY 6666.66': '六千六百六十六块六毛六',
  '100010001': '一亿零一万零一',
  '1000000000': '十亿',
  '10000000000': '百亿',
  '100000000000': '千亿',
  '30000500': '三千万五百',
  '1085000': '一百零八万五千',
  'CNY 35000': '3万5千块',
  '21000': 'twenty one thousand',
  '155': 'one hundred and fifty-five',
  '3456': 'three thousand four hundred and fifty six',
  '999': 'nine hundred ninety-nine',
  '150000': 'a hundred and fifty thousand',
  '200000': 'two hundred k',
  '~USD 200': 'couple hundred bucks',
};

/** What counts or names something else. */
export const SPOKEN_NO_AMOUNTS = `
  3.5折
  1e3
  第3
  三天
  3月5日
  2023年
  2023-05-01
  12:30
  下午3点
  13800138000
  尾号1234
  卡号6222021234567890123
  八折
  75折
  5个人
  3张卡
  两次
  10笔
  ling
  1,2000
  Ⅴ
  5000米
  5000个
  一分
  八九不离十
  一五一十
  三三两两
  万一
  千万别
  百分百
  一点点
  十分
  一般
  一直
  成千上万
  仨
  一万半
  一个小目标
  iPhone15
  手续费千分之一
  千一
  万五费率
  费率万分之五
  打九五折
  95折
  三分之二的钱
  一半的钱
  1/3
  3/4
  一成
  两成手续费
  提现失败3次
  第2个方案
  选2
  选项3
  7天
  call 95188
  拨打95188
  客服电话95188
  qq12345
  微信号abc123
  order 12345678
  订单号2023050112345
  身份证110101199003077758
  6222 0212 3456 7890
  room 500
  2 of 3
  one day
  the one
  top 10
  age 25
  version 2.0
  v2.0
  4G网
  5G
  3D
  10km
  180cm
  wx123
  百分之八到十五
  8%-15%
  8到15个点
  百分之零点一
  千分之六的手续费
  6‰
  10bp
  十八个月
  二十四小时
  半年
  半天
  半个月
  三更半夜
  4007008800
  400-700-8800
  0571-88888888
  http://a.com/5000
  a@5000.com
  9999999999999999
  1e5
  半斤八两
  十万八千里
  五体投地
  一百个放心
  一万个为什么
  九牛一毛
  三心二意
  七上八下
  四面八方
  八百里加急
  千言万语
  亿点点
  five figures
`;
