/** Sums in running text, in the notation of amounts.table.ts: what is no sum stands beside them. */
export const WEB_TEXT_AMOUNTS: Readonly<Record<string, string>> = {
  'USD 300000':
    'The house sold for $300,000 in 2019\nIn May 2021 it raised $300,000 from 12 investors\nPage 3 of 17: a grant of $300,000\nthe $300,000 prize\na US$300,000 loan at 4.5%',
  'USD 75000000':
    'Montgomery issued $75 million of bonds, series b\nsales rose 12% to $75 million\nthe company, founded in 1998, lost 75 million dollars last year',
  'CNY 3000000':
    '公司成立于2015年，注册资本300万元\n第3轮融资300万元人民币\n2022年营收300万元，同比增长12%\n该项目共有25名员工，耗资300万元\n奖金高达300万元',
  'CNY 1.5': '公交票价1.5元\n每斤1.5元\n一斤一块五\n1.5元/度\n每公里1.5元',
  'CNY 299': '会员价299元，限时7天\n原价打8折后299元\n第2件半价，299元\n满3件299元\n5G套餐每月299元\niPhone 15壳299元',
  'CNY 49959200000000': '总额减少了二％，为四十九兆九千五百九十二亿元',
  '150': 'the total came to 150\n一共是150\n合计150\n总数为150',
  'CNY 88 + CNY 12': '货款88元，运费12元\n88元包12元运费',
  'USD 20 + USD 5': 'a $20 fee plus a $5 surcharge\n$20 for adults, $5 for children under 12',
  'USD 20': 'the $20 bill\nthe 20-dollar bill\nsave up to 50% or $20\n20 bucks each\nreturns a $20 note',
  'EUR 1500000': 'he paid 1.5 million euros for it\n€1,5 Mio',
  'EUR 1234.56': '1.234,56 €\n1 234,56 €\n€1,234.56',
  'GBP 10.5': 'ten pounds fifty\n£10.50\n10 pounds and 50 pence',
  'USD 100': 'hundred dollars\na hundred-dollar bill',
  'USD 20000000..30000000': 'between 20 and 30 million dollars',
  '20000': '房价2万一平\n2万一个月\n收入+20000',
  'CNY 3.5': '每股3.5元\n3块5一斤',
  'CNY 3500': '约合人民币3500元\nthe average rent is 3,500 yuan per month',
  '~CNY 8000..9000': '8000余元',
  '8000..12000': '8k-12k',
  'CNY 300.. + CNY 40': '满300元减40元',
  '100 + 400': '定金100，尾款400',
  'CNY 3500000000 + USD 500000000': 'RMB 3.5 billion ($500 million)',
  '': `
    The 1990s were a time of change
    He was born in 1984 and died in 2019
    On 12 March 2020 it opened
    a 3-day trip with 4 friends
    about 150 students in 6 classrooms
    the 45-year-old man
    12 of the 30 countries
    30 km from the coast
    a 5-star hotel with 200 rooms
    it weighs 70 kg and is 180 cm tall
    at 7:30 pm on channel 5
    the top 10 list
    chapter 12, verse 3
    they won 3-2
    they won by 3 to 2
    a 1080p screen
    a 65-inch tv
    500 MHz
    250 words
    1,200 employees
    40,000 fans
    2 million people
    3.5 million users
    three dozen eggs
    10 minutes later
    24/7 support
    9 to 5
    room 101
    flight 370
    route 66
    World War 2
    the year 2020
    by 2030
    from 1990 to 1995
    1990-1995
    Q3 2021
    FY2022
    2nd place
    section 4.2
    RFC 2616
    ISO 9001
    error 404
    http 500
    90 degrees
    a 50 percent chance
    one in five
    five out of ten
    two thirds of voters
    a quarter of a century
    25 °C
    100°F
    60 mph
    8 GB of RAM
    call 555-0123
    (010) 6555-1234
    +86 138 0013 8000
    400-820-8820
    GB/T 7714-2015
    他生于1984年
    1990年到1995年
    90年代
    20世纪
    大约150名学生
    共有25位员工
    3.5万人
    100多人
    几十人
    2.5亿用户
    第12章第3节
    3比2获胜
    以3:2获胜
    身高180厘米
    体重70公斤
    时速60公里
    25摄氏度
    零下5度
    海拔8848米
    面积960万平方公里
    200平米
    500强企业
    双11
    618大促
    315晚会
    110报警
    拨打12345
    北纬30度
    5A景区
    4S店
    3D打印
    360度
    2小时30分
    1小时
    半个月
    一个半小时
    十分钟
    三五天
    七八个人
    五六次
    两三种
    十几个人
    几十个
    几百人
    几种办法
    几天到账
    几次
    几点到
    几个工作日
    上百人
    成千上万
    3000字
    100分
    八十五分
    99分
    满分100分
    10胜3负
    三国
    12月31日
    十二月三十一号
    2023/12/31
    23年底
    2023年度
    08:00-20:00
    9点到18点
    早上九点半
    7x24小时
    24小时客服
    3号楼2单元501室
    2号线
    101路
    A4纸
    第一百名
    前10名
    前三名
    排名第5
    top 10
    No. 1
    NO.1
    1楼
    300头牛
    20根
    12支
    一百棵树
    3篇文章
    5首歌
    100集
    6局
    20米
    30毫升
    5公升
    6个点的费率
    费率0.38%
    5‰
    三七分
    五五开
    二八定律
    1:100
  `,
};
