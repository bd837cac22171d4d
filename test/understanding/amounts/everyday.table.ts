/** Sums as people write them to a support desk, in the notation of amounts.table.ts. */
export const EVERYDAY_AMOUNTS: Readonly<Record<string, string>> = {
  // Chinese, plain.
  '5000': `
    就提个5000
    弄5000出来
    花呗还剩5000额度
    5000大概要给多少手续费呀
    提5000能剩几个子儿
    想把5000挪到零钱里
    5000能不能一次性转
    急用5000，在线等
    每次5000
    每天提5000
    一次转5000
    单笔5000
    我说5000
    改成5000
    5000吧
    好的5000
    就5000
    五千呗
    五仟
    5千
    5 千
    5000。。。
    5000!!!
    5000～
    余额5000.00
    余额：5000
    金额=5000
    花呗额度5000，怎么提
    提现金额5000
    五千整
    5000整
    满打满算5000
    withdraw 5000 pls
    5000 from huabei to wechat how much fee
    whats the fee for 5000
    my limit is 5000
    I've got 5000 sitting in Huabei
    say 5000
    let's say 5000
    make it 5000
    ok 5000 then
    five grand
    5 grand
    5K please
    5.0k
    5,000.00
    around lunchtime I moved 5000
    send 5000 over 3 months
    5000 over there
    5000 within 3 days
    5000 plus fees
    5000 costs how much
    5000 gets me what
    5000 across
    5000 needs how long
    5000 takes ages
    does 5000 work
    withdraw 5000 please, 2 days ago it failed
    can I do 5000 in one go
  `,
  '800': '八百\n800\n8百\neight hundred\n800的话\n就八百\nba bai\n提八百',
  '1500': '一千五\n1千5\n1.5k\n1500\n一千五百\nfifteen hundred\none and a half thousand\none thousand five hundred\n1k5\nyi qian wu',
  '15000': '一万五\n1万5\n1.5万\n1.5w\n1w5\n15k\n一万五千\nfifteen thousand\nfifteen grand\nyi wan wu\n一个半w',
  '250': '二百五\n250\n两百五\n二百五十\ntwo hundred and fifty\ntwo hundred fifty',
  '20000': '两万\n2万\n2w\n2W\n20k\n贰万\n兩萬\n二万\n20 thousand\ntwenty thousand\n2 万\nliang wan\ner wan\n2个w\n两个w',
  '100000': '十万\n10万\n10w\n100k\n拾万\n壹拾万\n一十万\none hundred thousand\na hundred thousand\nshi wan',
  '1050': '一千零五十\n1050\n一千〇五十\n壹仟零伍拾\none thousand and fifty',
  '1005': '一千零五\n1005\n一千〇五\none thousand and five\na thousand and five',
  '10300': '一万零三百\n10300\nten thousand three hundred',
  '1080000': '一百零八万\n108万\n108w\n1.08 million',
  '1500000000': '15亿\n十五亿\n1.5 billion\n1.5bn\none and a half billion',
  '300000': '三十万\n30万\n30w\n300k\n叁拾万\nthree hundred thousand\nthree hundred k',
  '99.9': '99.9\n九十九点九\nninety-nine point nine',
  '0.01': '0.01\n零点零一\nzero point zero one',
  '99': '99\nninety-nine\nninety nine\n九十九',
  '3500000': '3.5 million\n350万\nthree and a half million\nthree point five million\n三百五十万',
  '-200': '-200\nminus 200\nnegative two hundred\n负二百\n负200\n−200',
  // With a currency.
  'CNY 5000': `
    5000大洋
    5000 元整
    ¥ 5000
    ￥５，０００．００
    5000元人民币
    五千人民币
    人民币五千元
    人民币5,000.00元
    RMB5000
    RMB5,000.00
    RMB 5k
    CNY 5,000
    CNY5000
    5000CNY
    5,000 RMB
    5千块
    5千元
    五千塊
    5000塊錢
    5000圆
    5000¥
    5000￥
    5k rmb
    5k yuan
    five thousand kuai
    5 thousand RMB
    wu qian yuan
    wuqian kuai
    五千大洋
    共计5000元
    5000元/月
    5000块一个月
    花5000块
    5000 renminbi
    5000 Chinese yuan
    renminbi 5000
    5000元(伍仟元整)
    ￥5000（五千元）
  `,
  'CNY 12.5': '12.5元\n12块5\n十二块五\n12元5角\n12块5毛\n¥12.5\n12.50 yuan\n十二元五角整\n12块5毛钱',
  'CNY 1.23': '1元2角3分\n一块二毛三\n1块2毛3\n1.23元\n一元二角三分\n1块2毛3分钱\n一块二毛三分',
  'CNY 0.1': '一毛\n1毛\n1角\n一毛钱\n0.1元\n1毛钱\n¥0.1\n一角',
  'CNY 0.35': '三毛五\n3毛5\n3角5分\n0.35元\n三毛五分钱',
  'CNY 0.01': '1分钱\n一分钱\n0.01元',
  'CNY 3.05': '三块零五分\n3元0角5分\n3.05元\n三元零五分',
  'CNY 100.5': '一百块零五毛\n100元5角\n100块零5毛\n一百元五角\n100.5元',
  'CNY 1200': '一千二百块\n一千二块钱\n1200块\n1.2k块\n1千2百块\n1千2块',
  'CNY 100': '一百块\n100块钱\n壹佰元\n壹佰圆整\n100元\na hundred kuai\none hundred yuan\n一百元钱',
  'CNY 1500': '一千五百块钱\n1500元\n一千五块',
  'CNY 8': '8块\n八块钱\n8块钱\n八元\n8 kuai\neight yuan\nba kuai',
  'CNY 10': '十块\n10块钱\n十元\nten kuai\n10 yuan\n拾元整\nshi kuai',
  'CNY 10000': '一万大洋\n1万元\n1w块\n1w元\n壹万元整\n¥1w\n10k yuan\nten thousand RMB',
  'CNY 50000000': '5千万元\n五千万元\n5000万元\n50 million yuan\nRMB 50 million\n¥50m',
  'CNY 1200000000': '12亿元\n十二亿元\n1.2 billion yuan\nRMB 1.2bn\n12亿人民币',
  // Vague and bounded.
  '~CNY 2..9': '几块\n几块钱\n好几块钱',
  '~CNY 20..90': '几十块\n几十块钱\n几十元',
  '~CNY 200..900': '几百块\n几百块钱\n好几百块\n数百元\na few hundred yuan\nhundreds of yuan\nseveral hundred kuai',
  '~CNY 11..19': '十几块\n十几块钱\n十几元\n10几块',
  '~20000..90000': '几万\n好几万\n数万\n几w\n几个w',
  '~CNY 1000': '千把块\n千把块钱\n大概一千块\n一千块左右\n约1000元\n1000块上下',
  '~CNY 10000': '万把块\n万把块钱\n一万来块\n差不多一万块',
  '~1000..2000': '一两千\n一二千\n1、2千\n一千多\n1000多\n1k多\n1千多',
  '~2000..3000': '两三千\n2、3千\n二三千\n2000多\n两千多\n2k多',
  '~3000..5000': '三五千',
  '~CNY 300..500': '三五百块\n三五百块钱',
  '~100000..200000': '一二十万',
  '~CNY 5000..6000': '5000多块\n五千多块钱\n5千多元\n五千余元\n5k多块',
  '~10000': '一万出头\n一万左右\n差不多一万\n将近一万',
  '1000..3000':
    '1000到3000\n1000-3000\n1千到3千\n一千到三千\n一到三千\n1-3k\n1~3千\n1k-3k\n1,000-3,000\n1000 - 3000\nfrom 1k to 3k\nbetween one and three thousand\nbetween 1,000 and 3,000\none to three thousand',
  'CNY 1000..3000':
    '1000到3000块\n1000-3000元\n¥1000-3000\n¥1,000~¥3,000\n1千到3千块\n1000元至3000元\n一千到三千块钱\n1000到3000块之间\nbetween 1000 and 3000 yuan\nRMB 1000-3000\n1000-3000 RMB\n1000元～3000元\n介于1000元和3000元之间\n1000元到3000元不等',
  '..500':
    '不到500\n500以内\n500以下\n最多500\n小于500\n<500\n≤500\nless than 500\nbelow 500\nunder five hundred\n不超过500\n没超过500\n500封顶\nno more than 500\nmax. 500',
  '500..':
    '500以上\n超过500\n大于500\n>500\n≥500\n至少500\nat least 500\nmore than 500\nover five hundred\n不低于500\n不少于500\n500+\n500往上\nabove 500\n500 and up',
  'CNY ..1000':
    '1000块以内\n1000元以下\n不到一千块\n最多1000块钱\n1000元封顶\n不超过1000元\nunder 1000 yuan\nup to RMB 1000\nless than ¥1000',
  'CNY 500..': '500元以上\n500块起步\n至少500块\n超过500元\n¥500+\nover 500 yuan\nmore than ¥500\n500块往上\n不低于500元',
  // Corrections.
  '6000':
    "5000不对，是6000\n说错了不是5000，是6000\n不是5000而是6000\n不是5千是6千\n打错了，6000\nnot 5000, 6000\nno, 6000\nI meant 6000\nsorry, 6000 not 5000\nI meant 6000, not 5000\n是6000不是5000\n5000说错了，应该是6000\n不是五千，是六千\n不，6000\n并非5000，是6000\n5000 no wait 6000\n6000 rather than 5000\nit isn't 5000, it's 6000\nit's not 5000 but 6000\n哦不对 是6000\n5000，哦不，6000\n不提5000了，提6000",
  '100 + 200 + 300': '100、200、300分别多少\n100 / 200 / 300\n100，200和300\n100, 200 and 300',
  '1000 + 5000': '1000和5000哪个划算\n提1000跟提5000差多少\n先1000，剩下5000\n1000还是5000\n1000 versus 5000\n从花呗提1000，再提5000',
  'CNY 5000 + CNY 8': '提5000块扣了8块\n5000元收8元\n5000 yuan cost me 8 yuan\n5000块被扣8块钱',
  '~8000..10000': '弄个万儿八千',
  '~CNY 800..1000': '千儿八百块\n千八百块',
  '~CNY 80..100': '百八十块',
  '~CNY 200..1000': '几百上千块',
  '~CNY 120..130': '一百二三十块',
  '~1200..1300': '一千二三百',
  '~12000..13000': '一万两三千',
  '~13000..14000': '一万三四千',
  '~350..360': '三百五六',
  '~240..250': '两百四五',
  '..5000': '五千不到\n5000不到\n5000朝内',
  '3000..': '三千朝上\n3000开外',
  'CNY 1.05': '一块零五\n1块05\n一块零五分',
  '50000..100000': '5万-10万\n5-10万\n五万到十万',
  'CHF 5000.5': "CHF 5'000.50",

  '750000': 'three quarters of a million',
};
