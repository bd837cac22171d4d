/** One utterance a line under its value. The notation is explained at `shown` in amounts.test.ts. */
export const AMOUNTS: Readonly<Record<string, string>> = {
  '5000': `
    5000
    5,000
    ５０００
    ５，０００
    5k
    5 k
    5K
    五千
    伍仟
    半万
    five thousand
    5 thousand
    five k
    wu qian
    wuqian
    我想提现5000
    花呗里有5000怎么弄出来
    5000手续费多少
    5000要扣多少手续费
    5000到账要多久
    5000提现到银行卡
    5000能到手多少
    5000的话呢
    那5000呢？
    提5000。
    (5000)
    5000对吗
    5000行不行
    5000里面扣多少
    5000日结
    5000周转一下
    5000秒到吗
    5000套出来要扣多少
    5000支付宝能提吗
    5000只要今天到
    5000次日到账
    5000天猫可以用吗
    5000月底还
    5000成功了吗
    5000部分提现
    5000分3期
    借5000用3个月
    一共5000
    一下子提5000行吗
    是不是5000
    我的额度是五千
    不是5000吗
    1. 提现5000
    five thousand and 30 days
    提到5000
    how much for 5000
    i want to withdraw 5000
    what is the fee on 5000?
    cash out 5000 please
    5000 to my bank card
    5000 in 3 days
    if i take out 5000 how much do i get
    2024年提现5000
    第二次提现5000
    手机尾号8888，提现5000
    3个人一共5000
    费率是0.6%，提5000
    10%的手续费，提5000
  `,
  'CNY 5000': `
    5000元
    5000块
    5000块钱
    5000 元
    五千元整
    伍仟元整
    ￥5000
    ¥5,000.00
    CN¥5000
    RMB 5000
    5000RMB
    5000rmb
    人民币5000
    人民币5000元
    5000人民币
    5000 yuan
    5000 kuai
    wu qian kuai
    five thousand yuan
    5000 cny
    一笔5000元
    5k块
  `,
  '12000': `
    一万二
    1万2
    1.2万
    1.2w
    1w2
    12000
    12,000
    12 000
    壹万贰
    yi wan er
    twelve thousand
    12k
    一点二万
    一万二千
    一万两千
  `,
  '2500': `
    两千五
    二千五百
    2千5
    2.5k
    liang qian wu
    two and a half thousand
    two and a half grand
    twenty five hundred
    two thousand five hundred
    two thousand and five hundred
    2.5 grand
  `,
  '3800': '3千8\n三千八\n3800\n三千八百',
  '3880': '三千八百八\n三千八百八十',
  '10050': '一万零五十',
  '10005': '一万零五',
  '123000': '十二万三\n12万3\n12.3万',
  '10000': '1w\n一万\n10 000\n1万\n10k\nten thousand\n10 thousand\n一万个体户能提吗\nten grand',
  '30000': '3 wan\n三万\nsan wan\n3w\n我要借三万三个月\n三万一般多久到\n三万一下能到吗',
  '1200000': '1.2 mil\n1.2 million\n1.2m\n一百二十万',
  '500': '五百\nfive hundred\n500\n提现 五百 三天到账\nhalf a grand',
  '100': '一百\na hundred\none hundred\nyi bai',
  '1000': 'a thousand\na grand\n一千\none thousand\n1k',
  '0': 'zero\n0\n零',
  '-5': 'minus five\n-5\n负五',
  '1000.5': '1.000,50\n1,000.50\n1000.5\n1 000.50',
  '2000.5': '2000.50',
  '1234567.89': '1,234,567.89\n1 234 567.89\n1234567.89',
  '3': '3\n三\nthree',
  'CNY 105.5': '一百零五元五角\n105元5角\n105块5\n105.5元\n一百零五块五\n一百零五块五毛',
  'CNY 0.8': '8毛\n八毛钱\n0.8元\n8角',
  'CNY 12.85': '12块8毛5\n12元8角5分\n十二块八毛五\n12.85元',
  'CNY 2.5': '两块半\n两块五\n2块5\n两块五毛\n2.5块',
  'CNY 3.25': '3块25\n3元2角5分',
  'CNY 3500': '叁仟伍佰元整\n三千五百块\n3500元整',
  '-500': 'minus 500',
  'CNY -500': '-500元\nminus 500 yuan',
  '1000..2000': '1000到2000\n从1000到2000\n1k到2k',
  'CNY 0.5': '半块\n五毛\n半块钱',
  'CNY 1': '一块钱\n1元\n一元',
  'CNY 0.05': '5分钱\n五分钱',
  'CNY 2000': '￥2000\n2000RMB\n２０００元\n两千块',
  'CNY 2000.5': '￥2000.50\n两千块零五毛',
  'CNY 10000': '10 thousand kuai\n一万块\nyi wan kuai\n一万元\n¥10 000\n¥1万',
  'CNY 30000': '3 wan kuai\nRMB 30k\n三万块钱',
  'CNY 10000000': '千万元\n一千万元',
  '~CNY 100': '百来块\n100块左右\n大概100元\n差不多一百块\nabout 100 yuan',
  '~CNY 2000..9000': '几千块\n好几千块\n数千元',
  '~2000..9000': '几千\na few thousand\nseveral thousand\n几k',
  '~200..900': 'a few hundred\n几百',
  '~10000..20000': '一两万\n一、两万',
  '~20000..30000': '两三万\n2万多\n两万多\n20000多',
  '~500..600': '五六百\n500多\n五百多',
  '~CNY 70..80': '七八十块\n70多块\n七十多块钱',
  '~5000':
    '大概5000\n5000左右\n约五千\nabout 5000\n5000 or so\naround 5k\nroughly five thousand\n差不多5000吧\n5000上下\napprox. 5000\n5000出头\n5000ish',
  '~200': 'a couple hundred\na couple of hundred',
  '~2000': 'a couple thousand\na couple grand',
  '5000..8000':
    '5000到8000\n5000-8000\n5000~8000\n5000至8000\n5000 to 8000\n5-8k\n5到8千\n从5000到8000\n5000—8000\nbetween 5000 and 8000\n5000和8000之间\nfrom 5000 to 8000\n5 to 8 thousand\n5k-8k\n5k到8k\n五千到八千\n五到八千',
  'CNY 5000..8000': '5000到8000元\n5000元到8000元\n¥5000-¥8000\n5000-8000 yuan\n5000块至8000块',
  '10000..20000': '1-2万\n一到两万\n1万到2万\n一万到两万',
  '1000..':
    '至少一千\n不少于1000\n1000以上\nat least 1000\nmore than a thousand\nover 1k\n超过1000\n1000起步\n大于1000\n最少1000\n起码一千\n不低于1000\n1000 or more\nminimum 1000\nno less than 1000',
  '..20000':
    '不超过两万\n最多两万\n20000以内\n20000以下\nup to 20k\nat most 20000\nno more than 20000\nunder 20k\nless than 20000\n不能超过两万\n低于2万\n少于20000\n顶多两万\n两万封顶\nmax 20000\nmaximum of 20000\n20000 max\n不到两万',
  'CNY ..20000': '不超过两万元\n20000元以内\nat most 20000 yuan\n最多两万块',
  'CNY 1000..': '￥1000起\n至少一千块\n1000元起\n1000元以上\nat least 1000 rmb',
  'USD 500': '$500\n500 dollars\nUSD 500\n500美元\n500 usd\n五百美金\n500美刀\nUS$500\n500刀\nfive hundred dollars\n500 bucks',
  'HKD 500': 'HK$500\n五百港币\n500港元\n500 hkd\n500 Hong Kong dollars',
  'EUR 200': '€200\n200 euro\n200 euros\n二百欧元\n200欧元',
  'JPY 5000': '5000日元\n5000 yen\nJPY 5000\n五千日元\n¥5000日元',
  'GBP 300': '£300\n300英镑\n300 pounds',
  '6000':
    '不是5000，是6000\nnot 5000 but 6000\n不是五千是六千\n6000，不是5000\n6000 not 5000\n不要5000，要6000\n6000 instead of 5000\n我说的不是5000而是6000',
  'CNY 6000': '不是5000块，是6000块\nnot 5000 yuan but 6000 yuan',
  '5000 + 8000':
    '5000和8000\n5000或者说8000\n一笔5000，一笔8000\n提5000还是8000\n5000、8000各要多少\n5000 and 8000\n5000 vs 8000\n先提5000再提8000',
  'CNY 5000 + CNY 300': '5000元手续费300元\n提5000块扣了300块\n¥5000 fee ¥300',
  '100 + 200': '100 200\n100、200',
  'CNY 100 + CNY 200': '100rmb 200rmb\nrmb 100, rmb 200\n100元200元',
  'CNY 100 + USD 20': '100元和20美元\n100 yuan and 20 dollars',
};
