/**
 * Words written with number characters that count nothing: patterns, separated by spaces, grouped by their first character.
 * Each begins with its number character; what must stand before it is a lookbehind. A new word is one entry here.
 * Words that a counter explains (一次, 三天) are not here: the dimension rules know them.
 */
const WORDS: readonly string[] = [
  String.raw`一下子? 一样 一直 一般 一定 一些 一起 一共 一边 一旦 一律 一致 一向 一贯 一切 一时 一会儿? 一并 一度 一带 一路 一手(?!续) 一键 一半 一看 一来`,
  String.raw`一块儿 一块(?=[去来吃用做走提转玩]) 一面 一再 一系列 一整[天套个] 一口气 一方面? 一体 一流 一生 一辈子 一味 一经 一概 一应 一道(?!题) 一听 一问 一用`,
  String.raw`一点(?![零〇一二三四五六七八九两\d钟]) 一一 (?<=(?<!分\s?)之|[唯统单同逐均专])一(?![百千万亿]) (?<=不)一(?=[样定致]) (?<=周|星期|礼拜)[一二三四五六](?![十百千万])`,
  String.raw`二维码? 二手 二话 二者 二级 二代 两边 两难 两者 两样 两头 两极 两岸 两全 两清 两两 俩(?!\s?[十百千万仨块元]) 仨(?!\s?[十百千万块元])`,
  String.raw`三方 三星 三峡 三亚 三明治 三观 三角 三农 三国 (?<=[再张小])三(?![十百千万]) (?<=李)四(?![十百千万]) (?<=王)五(?![十百千万])`,
  String.raw`四川 四处 四周 四面 四季 四舍五入 五湖 五金 五官 五一节 五花八门 五颜六色 六一节 六神 七夕 七七八八 (?<=乱)七八 七上八下`,
  String.raw`八卦 一五一十 八九不离十 十万八千里 八百里加急 (?<=九牛)一毛(?!钱) 八成(?=是|不|会|没|要) 九寨 九牛 十分(?!钟|之) 十足 十全 十字`,
  String.raw`百度 百货 百姓 百科 百般 百合 百事 百年 百搭 百忙 百分百 百分点 百分号 百分制 百分比 百分率 百倍`,
  String.raw`千万(?=别|不|要|小心|记|注意|当心|勿|莫|得|保) 千里 千方 千变 千篇 千辛 千千万万 (?<=成)千上万 千牛`,
  String.raw`万一(?![千百十万]) 万千 万事 万能 万达 万分(?!\s?之) 万科 万物 万岁 万万(?=不|没|别) 万般 万恶 万里 亿万 亿联`,
  String.raw`零钱通? 零售 零食 零头 零件 零散 零花 零星 零基础 零风险 零成本 零用 零工 零碎 零门槛 零距离 零下`,
  String.raw`(?<=[收夕])拾 拾[取起到荒遗金] (?<=[大登着内水海])陆 陆[续地军空海上运战] 陆(?=金所|家嘴) (?<=[放大])肆 肆[意无虐] (?<=[队入退落行])伍 伍(?=仁)`,
];

const DENOMINATOR = String.raw`(?:百|佰|千|仟|万){1,3}\s{0,2}分\s{0,2}之`;

// In 三分之一手续费 the last part of the fraction begins no word.
export const NOT_NUMBERS = new RegExp(`(?<!分之)(?:${[DENOMINATOR, ...WORDS.flatMap((line) => line.split(' '))].join('|')})`);
