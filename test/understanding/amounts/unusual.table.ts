/** Sums as other libraries' corpora and other ways of speech hold them, in the notation of amounts.table.ts. */
export const UNUSUAL_AMOUNTS: Readonly<Record<string, string>> = {
  'CNY 12000': '萬二蚊\n1.2万元',
  'CNY 1500': '千五蚊',
  'CNY 20': '廿蚊',
  'CNY 30': '卅蚊',
  'CNY 300': '三百蚊\n叁佰元',
  'CNY 5000':
    '5000蚊\n五千蚊要幾多手續費\n¥ 5 000\n人民币伍仟元整\n人民币五千元整\n人民币：伍仟元整\nRMB5,000.00\nCNY 5k\nCNY5k\n￥5000元\n￥５，０００．００\n５０００元\n50\u200b00元\n5.000,00元\n¥5000.-\n¥5K\n5K RMB\nrmb 5k\n5千元整\n伍仟圆\n五千大洋\n五千块大洋\n五千软妹币\nwuqian kuai\n5000 元\n五千元人民币\n人民币5000\n5000 CNY\nRMB 5000\n5000 RMB\n5,000 yuan\nfive thousand RMB\nfive thousand kuai\n5000软妹币',
  'CNY 120': '百二蚊\na hundred and twenty yuan',
  '20000': '兩皮嘢',
  '300': '三嚿水',
  '~CNY 5000..6000': '五千幾蚊\n五千几块',
  '30000': '三皮嘢',
  '5000':
    '五撇水\n5 thou\nfive thou\nfive-k\nfive k\n5-k\n5000 each\n半个w\n５千\n５,０００\n5,0\u200c00\n五\ufeff千\n⑤⓪⓪⓪\n𝟓𝟎𝟎𝟎\n五仟\n0.5万\n5 grand\n5,000\n5000.-\n5000,-\n五千整\n整五千\n五千正\n刚好5000\nexactly five thousand\nwu qian\n5 qian\n五零零零\n五〇〇〇\n手续费是5000的8%吗\nfee is 10% of 5000\n提5000，收30%手续费\n5000一半花呗一半零钱\n提过5000\n超市5000\n逾期5000\n里面有5000\n5000里面\nfive thousand, two days\nfive thousand, five\n5000.00\n+5000\n5000-\n半万\n大写伍仟',
  'CNY 25': '廿五蚊',
  'CNY 2.5': '两蚊半\n两块半',
  'CNY 3': '三蚊鸡',
  '5500': 'five thousand, five hundred\nfive and a half k\n5,5k\n5千5百\n5千5\n5.5k\n5k5',
  'CNY 5500': 'five thousand, five hundred yuan',
  '2300000': 'two million, three hundred thousand',
  '1250': 'one thousand, two hundred and fifty',
  '500 + 5000': 'five hundred, five thousand',
  '5000 + 2000': 'five thousand, two thousand',
  '5000 + 500': '五千，五百\nfive thousand, five hundred at a time',
  '5000 + 500 + 200': 'five thousand, five hundred, two hundred',
  '1500000': '1 1/2 million\n1½ million\n1.5M\na million and a half\n1,5 million\n1.5 mil',
  '2500000': '2 1/2 million\ntwo and a half million',
  '2500':
    '2½k\n2 1/2 grand\nhalf of 5000\nhalf of five thousand\nhalf of the 5000\nhalf the 5000\n5000的一半\n提现5000的一半手续费\nwithdraw half of 5000\n2.5 grand\n我有5000，提一半\nI have 5000, withdraw half\nhalf my 5000\ntwo thousand five hundred\ntwenty five hundred\ntwo and a half thousand\n2 500',
  '500000': '½ million\nfive hundred thousand',
  'CNY 3500': '3 1/2 thousand yuan',
  '5000..':
    '五千起\n五千起步\n5000起\n五千以上\n五千往上\n逾五千\n5000+\nnorth of 5000\nno less than 5000\nat the very least 5000\n>5000\n过5000要手续费吗\n超5000\nover 5000\nmore than 5000\nat least 5000\n5000 or more\n超过五千\n不低于五千\n至少五千',
  '100..': '100起提',
  'CNY 2500': 'half of ¥5000\nhalf of 5000 yuan\n五千块的一半\n5000元的一半',
  '3000': 'a third of 9000\none third of 9000\n9000的三分之一\n不是5000的一半，是3000\n(3000)',
  '6000':
    'two thirds of 9000\nthree quarters of 8000\n9000的三分之二\ndouble 3000\ntwice 3000\ntriple 2000\n3000的两倍\n3000的2倍\nnot 5000 but 6000\n5000, no, 6000\n不是5000，是6000',
  '500': 'a quarter of 2000\nhalf a grand\n10% of 5000',
  'CNY 500': 'a tenth of 5000 yuan\nwu bai kuai',
  '~1666.66..1666.67': 'a third of 5000\n5000的三分之一',
  'CNY 3000': '九千块的三分之一\n3e3块\n3 qian kuai',
  'CNY 6000': 'twice ¥3000',
  '2000': 'three times 2000\n3 x 2000\n3 × 2000\n2000*3\n2000x3\n2000 x 3 times\n8000的四分之一\ntwo thousand\nliang qian',
  'CNY 9000': '三千块的三倍',
  '10000': '五千翻一倍\n5000翻倍\n10.000,00\n转过1万\n5000的2倍手续费\n10k\n10 k\nyi wan\ntwice 5000',
  '~2500': '大概5000的一半',
  '~5000':
    '5k-ish\n5000ish\njust under 5000\njust over 5000\na little over 5000\nslightly less than 5000\n5000出头\n五千冒头\n5000 odd\n五千上下\n大约莫五千\nabout five grand\n5000 or thereabouts\n5000 give or take\nabout 5000\naround 5k\nalmost 5000\n大概五千\n五千左右\n近五千',
  '~10000': '小一万\n近万',
  '10000..': '上万\n过万\n破万\n月入过万',
  '~CNY 5000': '5000-odd yuan\n五千来块\n五千块左右\n5000 odd yuan',
  '~3000..5000': '三五千',
  '~CNY 3000..5000': '三五千块',
  '~100000': '十来万',
  '~100': '一百好几',
  '~110..190': '一百好几十',
  '~8000..10000': '万儿八千',
  '~CNY 8000..10000': '万儿八千块',
  '~CNY 1000': '千把块',
  '~CNY 80..100': '百八十块',
  '1500': 'a grand and a half\na thousand and a half\n1.5 thousand\n30% of 5000\n5000的30%\n5000的三成\none and a half grand',
  '1000': "1’000\n1'000\none thousand\na grand\npay 1,000 now\n１０００",
  '10000000': '10’000’000',
  'CNY 50000': '¥ 50 000\n5万元整',
  '5000000': '5 000 000\n5,000,000.00',
  'CNY 2000': '3*2000元',
  '2000 + 3000': '2000+3000',
  '2000 + CNY 3000': '2000 + 3000 yuan',
  '5000 + 200': '5000-200\n5000 - 200\n5000 minus 200\nfive thousand minus two hundred',
  '123': '壹贰叁\n壹佰贰拾叁\n一百二十三\n1百23',
  'CNY 3050': '叁仟零伍拾元整',
  'CNY 56789': '伍萬陸仟柒佰捌拾玖圓整',
  'CNY 1234.56': '壹仟贰佰叁拾肆元伍角陆分',
  'CNY 68000': '陆万捌仟元',
  '2000000': '贰佰万\n2 mil',
  '99': '玖拾玖\nninety-nine',
  '10': '壹拾\n十\nten',
  '15': '拾伍\n十五',
  '3.14': '三点一四\n3.14',
  '0.5': '零点五\n0.5\n.5\nzero point five\n0,5',
  '12000': '一点二万',
  '3.5': '三点五',
  '-500': '负五百\nminus five hundred',
  '-3.5': '负三点五\nminus 3.5',
  '12': 'a dozen\n一拾二\n一十二',
  '24': 'two dozen\n2 dozens',
  '6': 'half a dozen',
  '101': 'hundred and one\na hundred and one\none hundred and one',
  '1200': '12 hundred\ntwelve hundred\none thousand two hundred\n一仟二佰',
  '-3': '-3',
  '-3000': '-3000',
  'CNY -500': '-¥500\n¥-500',
  '550': '5百5',
  '205': '两百零五\n二百零五',
  '30000005': '三千万零五',
  '120000000': '一亿二\n一亿二千万\n1.2亿',
  '50000000': '半个亿',
  '350000000': '3.5个亿\n3亿5千万\n三亿五',
  '200000000': '两个亿',
  '25000': '两个半w\n两万五\n二万五千里\nliang wan wu',
  '150000000': '一个半亿',
  '123456': '1,23,456\none hundred twenty-three thousand four hundred fifty-six',
  '1234567': '12,34,567\n1.234.567',
  '123456.78': '1,23,456.78',
  '15000': '15K\n１．５万\n一个半万',
  '2000000000': '2bn',
  '1200000000': '1.2b',
  'USD 5': 'USD 5\n5 bucks\nfive bucks\n$5',
  'EUR 5': '€5\n5€',
  'GBP 5.5': '£5.50',
  'USD 5000': 'US$5,000.00\n5000刀',
  'CAD 20': 'C$20',
  'GBP 5': '5 quid',
  'CNY 5.23': '五元二角三分',
  'CNY 5.25': '5块2毛5',
  '~CNY 0.8..1': '块八毛\n块儿八毛',
  'CNY 1.2': '一块二\n块二',
  'CNY 1.5': '1元5\n1元5角\n块五\n块五毛',
  'CNY 0.35': '三毛五\n三毛五分',
  'CNY 0.2': '两毛',
  'CNY 25000': '两万五千元\n贰万伍仟元整',
  '30': '三十',
  '100': '一百',
  '110': '一百一\n一百一十',
  '111': '一百一十一',
  '9999999': '九百九十九万九千九百九十九',
  '12345678': '一千二百三十四万五千六百七十八\n12 345 678',
  '1000000000000': '一万亿\n1 trillion\n一兆',
  '100000': '十万\nshi wan\n100,000.0\n100K\none hundred thousand\n100 grand',
  '12300': '1万2千3百\n1万2千300',
  '10300': '1万零300',
  '123000': '12万3',
  '123400': '12万3千4',
  'CNY 1000': '1e3元\n￥１，０００\n1 000 元',
  'CNY 15000': '1.5e4元',
  '1001': 'one thousand and one',
  '99.9': 'ninety nine point nine',
  '1.5': 'one point five\none and a half\n1.5\n1,5',
  '2.25': 'two and a quarter',
  '3.75': 'three and three quarters',
  'CNY 500000': 'half a million yuan',
  '-300': 'negative 300',
  '~200': 'a couple hundred',
  '~CNY 2000..9000': 'a few thousand yuan',
  '~200..900': 'several hundred\n好几百\na few hundred',
  '~CNY 200..900': 'hundreds of yuan\n几百块',
  '300000': '3 lakh',
  '20000000': '2 crore',
  '21': 'twenty-one\n二十一',
  '100000000': 'one hundred million',
  '1000000': '1 million\n1_000_000\n1000000\n1m\n百万',
  '1234.5': '1.234,5\n1 234.50',
  'CNY 12.5': '12,5元\n12.5块',
  '~5000..6000': '五六千\n五、六千\n5、6千\n五千多一点',
  '5000..6000': '5~6千\n5000-6000\n五千~六千\nbetween 5000 and 6000\n5000 to 6000\nfrom 5000 to 6000\n5-6k\n提5000到6000',
  '5000..8000': '5－8千\n五千至八千\n5k到8k\nbetween 5k and 8k\nfrom five to eight thousand',
  'CNY 5000..8000': '五千到八千块',
  '10000..20000': '1w-2w\n1-2万',
  '5000 + 6000': '5000/6000\n5000和6000',
  '..5000':
    '不到五千\n五千不到\n不足5000\n至多5000\n5000封顶\n5000以内\n小于等于5000\n5000 max\nsouth of 5000\n5000 tops\n5000 at the most\n<=5000\nless than 5000\nup to 5000\n5000 or less\n低于五千\n不超过五千\n五千以下\n五千以内\n最多五千',
  '1000..': '过千',
  '~CNY 10000': '近万元',
  '~2000..9000': '数千\nseveral thousand\n好几千',
  '~CNY 20000..90000': '数万元\n好几万块\ntens of thousands of yuan',
  '~200..1000': '数百上千',
  '~CNY 20..90': '几十块',
  '~CNY 0.2..0.9': '几毛钱',
  '~CNY 11..19': '十几块',
  '~110000..190000': '十几万',
  '~20..30': '二三十',
  '~CNY 10..20': '一二十块',
  '~CNY 100..200': '百十来块',
  '~800..1000': '千儿八百',
  '~200..300': '俩仨百',
  '~50000..90000': '大几万',
  '150': 'yi bai wu',
  '3800': 'san qian ba',
  '~CNY 110..190': '一百几十块',
  '~3100..3900': '三千几百',
  '~11000..19000': '一万几千',
  '~1000000': '一百来万',
  '0': 'naught\n〇\n零\nzero',
  '1.1': '1 point 1\n一点一',
  '3000000': '30 lakh\n三百万',
  '1200000': '1,200K\n一百二十万',
  '-1200000': '- 1,200,000\nnegative 1200000\n-1.2M\n负1,200,000\n负一百二十万',
  '-504': 'negative five hundred and four',
  '21011': 'twenty-one thousand eleven',
  '721012': 'seven hundred twenty-one thousand and twelve',
  '31256721': 'thirty-one million two hundred fifty-six thousand seven hundred twenty-one',
  '2400': 'two hundred dozens',
  '2200000': 'two point two million',
  '3000000000': 'three billions',
  'USD 10': '10$',
  'USD 0.5': '50 ¢',
  'USD 20000': '$20K',
  'USD 10.43': '10 dollars and 43 cents',
  'USD 2.23': 'two dollar twenty three',
  'USD 5..': 'more than five dollars',
  'USD ..10': 'under $10',
  'USD 42000000': '$42 million',
  'EUR 20000000': '20m euros',
  'INR 20': 'Rs. 20',
  'INR 20.43': 'Rs20.43',
  'INR 33': 'INR33',
  '~USD 200..500': 'around 200-500 dollars',
  'USD 3000..5000': 'between 3 and 5 thousand dollars',
  'USD 10..20': 'between $10 and $20\nfrom $10 to $20\n$10-20',
  'EUR 300': 'three-hundred euro',
  'USD 1': 'a buck\na dollar',
  'KWD 42': 'KWD42',
  '1': '壹',
  '2': '两\n兩\n貳',
  '11': '十一',
  '33': '卅三',
  '203': '二百零三',
  '534': '五百三十四',
  '34567': '三万四千五百六十七',
  '10040': '一萬零四十',
  '0.77': '零點七七\n.77',
  'CNY 5.5': '5.50元\n五元五角\n五塊半',
  'HKD 60': '港币60',
  'HKD 10': '10港元',
  'CNY 10..': '多于10块',
  'CNY ..10': '少于十块',
  'USD ..20': '不超过$20',
  '2011': '2千零1十一',
  '-123': '负一百二十三',
  '1600': '一六零零',
  '10100': '一万零一百',
  '20000300': '两千万零三百',
  '10500003': '一千零五十万零三',
  '100500': '十万零五百',
  '20008': '两万零八',
  '200000': '20万\ner shi wan',
  'CNY 20000': '2万元',
  'CNY 12345.67': '12,345.67元',
  'CNY 105': '花了一百零五块',
  'CNY 36.5': '一共三十六块五',
  '8500': '工资八千五',
  '660': '六百六',
  '606': '六百零六',
  'CNY 0.99': '九毛九',
  'CNY 0.1': '1角\n0.1元',
  'CNY 0.05': '五分钱',
  'CNY 1.05': '一块零五分',
  'CNY 20.5': '二十块零五毛',
  'USD 12500': 'The price is twelve thousand five hundred dollars',
  '3450.75': 'I owe you 3,450.75',
  '20': 'I paid 20.00\n二十',
  'CNY 250000': 'two hundred and fifty thousand rmb',
  '10005': 'ten thousand and five',
  '1000001': 'one million and one\n一百万零一',
  '999000': 'nine hundred and ninety nine thousand',
  '66': 'sixty-six',
  '6600': 'sixty six hundred',
  '1000 + 100': 'one thousand and a hundred',
  '1812': 'eighteen hundred and twelve',
  '500000000': 'half a billion',
  '250000': 'quarter of a million',
  '750000': 'three quarters of a million',
  '12500': '12k5\n提现1万2千5',
  '200': '3x200',
  'CNY 5000..6000': '5000–6000元\n¥5000-¥6000',
  '5000 + 6000..7000': '5000, 6000 or 7000',
  '1000 + 2000 + 3000': '1000、2000、3000',
  '1750': '三千五的一半',
  '..10000': '不过万',
  '1234567.89': '1.234.567,89',
  'CNY 1000..': '1000元起',
  '500..': '500起提现\n五百起充',
  '1101': 'one thousand, one hundred and one',
  '3200000': '3 million, 200 thousand',
  '500 + 50': 'five hundred, fifty',
  'CNY 12.8': '12块8毛',
  'CNY 2': '两块块',
  'CNY 1.58': '一块五毛八',
  '-5000': 'minus 5000',
  'CNY 5000 + 20': '5000 yuan minus 20',
  'CNY 25670': "I'd like to withdraw twenty five thousand six hundred and seventy yuan",
  'CNY 16500': '请问提现一万六千五百块要多少手续费',
  '32000': '提 3万2\n3.2W\n3w2',
  '20050': '两万零五十',
  '256000': '二十五万六',
  '55000': '五万五',
  '50005': '五万零五',
  '6060': '六千零六十',
  '1800': '一千八\n一千八百',
  '1008': '一千零八',
  '850': '八百五',
  '805': '八百零五',
  '2865.5': '两千八百六十五点五',
  'CNY 3200.5': '三千二百点五元',
  '100001': '十万零一',
  '120000': '12万',
  'CNY 0': '0元',
  'CNY 0.01': '¥0.01',
  'CNY 1000000': '1,000,000元\n人民币壹佰万元整',
  '5000.5': '5000,50',
  'CNY 5000.5': 'CNY 5,000.50',
  'USD 500': 'five hundred bucks\n500 dollars',
  'USD 1234.56': '$1,234.56',
  'GBP 20': '£20\n20 pounds',
  'EUR 100': '100 euros',
  'CNY 100': '¥100\na hundred yuan\n一百块钱整',
  'JPY 100': '100円\n100日元',
  'USD 100': '100美元',
  'USD 50': '五十美元',
  'HKD 100': '100港币\nHK$100',
  'TWD 100': 'NT$100',
  'AUD 50': 'A$50',
  'USD 0.2': '20 cents\n二十美分',
  'CNY 100000': 'one hundred thousand yuan\n壹拾万元整\n10 wan yuan',
  '2005': 'two thousand and five',
  '3500': "3.5 thousand\n3'500",
  'CNY 10000': '10K yuan\n¥10k\n壹万元整',
  '1250000': '1.25m',
  '~2000': 'a couple thousand',
  '~CNY 200000..900000': 'hundreds of thousands of yuan',
  '5000 + 3000': '先提5000再提3000',
  '~3000..4000': '3000多',
  '~CNY 3000..4000': '三千多块',
  '~30..40': '三十多',
  '~CNY 300': '三百来块',
  '~2000..3000': '两三千',
  '~700..800': '七八百',
  '5000..10000': '五千到一万\n五千~一万',
  '~10000..20000': '一两万',
  '50': '半百',
  'CNY 3.5': '三块五\n三块五毛',
  'CNY 3.05': '三块零五分',
  'CNY 10.5': '十块零五毛',
  'CNY 0.8': '八毛',
  'CNY 0.85': '八毛五',
  'CNY 9.9': '9块9',
  '9.9': '9.9',
  'CNY 99': '99块',
  '17': 'seventeen',
  '-10': 'negative ten',
  'CNY -5000': '−5000元\n负5000元\n-5000元',
  '6500001': 'six million five hundred thousand and one',
  '1000000000': 'one billion',
  '9000000000000': 'nine trillion',
  '5000000000': '五十亿',
  '23000000': '两千三百万\n2300万\n2千3百万',
  '1080000': '一百零八万',
  '10800': '一万零八百',
  'CNY 350': '叁佰伍拾元',
  'CNY 7890.65': '柒仟捌佰玖拾元陆角伍分',
  '9990000': '玖佰玖拾玖萬',
  '45000': '肆萬伍仟',
  '35000': 'san wan wu',
  '8000': 'ba qian',
  '50000': '5 wan',
  '15.75': '15.75',
  'CNY 1': '一块\n一块钱\n一元',
  '~CNY 600': 'six hundred odd yuan',
  '~8000': 'just under 8000\njust over 8000',
};

/** What is no sum, or one that may be two things. */
export const UNUSUAL_NO_AMOUNTS = `
  he is 19
  my son is only 14 can he
  she turns 30
  個半鐘
  個半月
  三起案件
  五起诈骗
  一半
  half
  double that
  twice that
  翻倍
  成千上万
  成千上万块钱
  俩
  仨瓜俩枣
  三瓜俩枣
  零下五百
  三分之二
  五分之一
  百分之五
  百分之三十五
  千分之一
  10^3
  dozen
  a score
  one oh five
  one oh five yuan
  five oh
  nil
  ٥٠٠٠
  二〇二六年
  一千零一夜
  007
  nineteen ninety nine
  point five
  a hundred and a half
  tens of thousands
  thousands
  five large
  ten g
  5000米
  5000R
  single
  a pair
  a couple of
  a few
  0033
  1/5
  .0012G
  one twenty two
  二〇二六
  一二三
  5分
  1920x1080
  2x4
  half past 5
  提了一半
  一半以上
  附近万达
  192.168.100.101
  version 1.234.567
  5000_1
  蚊子
  三只蚊子
  50只蚊子
  三嚿
  二万五千里长征
  10起
  发生30起诈骗
  小于千
  thou shalt not
  块把钱
  毛把钱
  百五
  千三
  双倍
  两倍
  2倍手续费
  10倍
  监管查处了200起
  去年办了一百起
  发生100起，怎么办
  第一
  第5
  3天
  3个月
  5次
  5笔
  10%
  百分之十
  0.1%
  12个点
  2023年
  2023年5月
  5月6日
  12:30
  下午三点
  13800138000
  尾号8888
  3/4
  3:1
  1.5倍
  5个人
  two days
  the first one
  number 5
  step 2
  3 times
  50 percent
  half an hour
  2 hours
  May 5
  room 5000
  extension 1234
  thirty-three and a third
  one third
  five fifths
  one fifty
  two twenty five
  块钱
`;
