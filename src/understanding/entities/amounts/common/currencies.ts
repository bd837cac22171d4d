/** How a currency is written: before the number (`sign`), after it (`unit`), and its hundredth (`minor`). */
interface CurrencyWords {
  readonly code: string;
  readonly sign?: string;
  readonly unit: string;
  readonly minor?: string;
}

/** Every currency but the yuan; at one place the longest word wins. Codes that are English words (TRY, ALL) are left out. */
export const FOREIGN = [
  {
    code: 'USD',
    sign: String.raw`u\.?s\.? ?\$|usd ?\$|\$|usd|us dollars?|美元|美金`,
    unit: String.raw`美元|美金|美刀|刀乐?(?![口片具刃])|usd|(?:u\.?s\.?|american) dollars?|dollars?|bucks?|(?:us ?)?\$`,
    minor: '美分|cents?|¢',
  },
  {
    code: 'HKD',
    sign: String.raw`hkd? ?\$|hkd|港币|港元`,
    unit: String.raw`港币|港元|港纸|港刀|港圆|hkd|hong kong dollars?|hk ?\$`,
    minor: '港仙',
  },
  { code: 'TWD', sign: String.raw`ntd? ?\$|ntd|twd|新台币|台币`, unit: '新台币|台币|ntd|twd|(?:new )?taiwan(?:ese)? dollars?' },
  { code: 'SGD', sign: String.raw`sg?d? ?\$|sgd|新币`, unit: '新加坡元|新加坡币|新币|坡币|sgd|singapore(?:an)? dollars?' },
  { code: 'AUD', sign: String.raw`aud? ?\$|a\$|aud|澳元|澳币`, unit: '澳大利亚元|澳元|澳币|澳刀|aud|australian dollars?' },
  { code: 'CAD', sign: String.raw`cad? ?\$|c\$|cad|加元`, unit: '加拿大元|加元|加币|加刀|cad|canadian dollars?' },
  { code: 'NZD', sign: String.raw`nzd? ?\$|nzd`, unit: '新西兰元|纽元|纽币|nzd|(?:new zealand|kiwi) dollars?' },
  { code: 'EUR', sign: '€|euros?|eur|欧元', unit: '欧元|欧(?![洲美式])|euros?|eur|€', minor: '欧分|euro cents?' },
  {
    code: 'GBP',
    sign: '£|gbp|英镑',
    unit: '英镑|gbp|(?:british |uk )?pounds?(?: sterling)?|sterling|quid|£',
    minor: '便士|pence|penn(?:y|ies)',
  },
  { code: 'JPY', sign: 'jp ?¥|jpy ?¥?|日元|日币|円', unit: '日元|日币|日圆|円|(?:japanese )?yens?|jpy' },
  { code: 'KRW', sign: '₩|krw|韩元|韩币', unit: '韩元|韩币|韩圆|krw|(?:(?:south )?korean )?won|₩' },
  { code: 'THB', sign: '฿|thb|泰铢', unit: '泰铢|thb|(?:thai )?bahts?|฿' },
  { code: 'CHF', sign: 'chf|sfr', unit: '瑞士法郎|瑞郎|chf|swiss francs?|sfr' },
  { code: 'RUB', sign: '₽|rub|卢布', unit: '俄罗斯卢布|卢布|rub|(?:russian )?ro?ubles?|₽', minor: '戈比|kope(?:ck|k)s?' },
  { code: 'PKR', sign: 'pkr', unit: '巴基斯坦卢比|pkr|pakistani rupees?' },
  { code: 'LKR', sign: 'lkr', unit: '斯里兰卡卢比|lkr|sri lankan rupees?' },
  { code: 'NPR', sign: 'npr', unit: '尼泊尔卢比|npr|nepal(?:ese|i) rupees?' },
  { code: 'INR', sign: String.raw`₹|inr|rs\.?|卢比`, unit: '印度卢比|卢比|inr|(?:indian )?rupees?|rs|₹', minor: 'paise|paisa' },
  { code: 'BDT', sign: 'bdt|৳', unit: '塔卡|bdt|takas?|৳' },
  { code: 'MYR', sign: 'myr|rm|马币', unit: '马来西亚林吉特|林吉特|马币|令吉|myr|(?:malaysian )?ringgits?', minor: '仙' },
  { code: 'IDR', sign: String.raw`idr|rp\.?|印尼盾`, unit: '印尼盾|印度尼西亚盾|idr|(?:indonesian )?rupiahs?' },
  { code: 'VND', sign: '₫|vnd', unit: '越南盾|vnd|(?:vietnamese )?dong|₫' },
  { code: 'PHP', sign: '₱|php', unit: '菲律宾比索|菲币|php|(?:philippine|filipino) pesos?|₱' },
  { code: 'MOP', sign: String.raw`mop ?\$?`, unit: '澳门元|澳门币|葡币|mop|patacas?|macau patacas?' },
  { code: 'AED', sign: 'aed|dhs?', unit: '阿联酋迪拉姆|迪拉姆|aed|(?:uae |emirati )?dirhams?' },
  { code: 'SAR', sign: 'sar', unit: '沙特里亚尔|里亚尔|sar|(?:saudi )?riyals?' },
  { code: 'QAR', sign: 'qar', unit: '卡塔尔里亚尔|qar|qatari riyals?' },
  { code: 'IRR', sign: 'irr', unit: '伊朗里亚尔|irr|iranian rials?' },
  { code: 'KWD', sign: 'kwd', unit: '科威特第纳尔|kwd|kuwaiti dinars?' },
  { code: 'JOD', sign: 'jod', unit: '约旦第纳尔|jod|jordanian dinars?' },
  { code: 'IQD', sign: 'iqd', unit: '伊拉克第纳尔|iqd|iraqi dinars?' },
  { code: 'DZD', sign: 'dzd', unit: '阿尔及利亚第纳尔|dzd|algerian dinars?' },
  { code: 'ILS', sign: '₪|ils|nis', unit: '以色列谢克尔|新?谢克尔|ils|nis|(?:(?:new )?israeli )?shekels?|₪' },
  { code: 'TRY', sign: '₺', unit: '土耳其里拉|里拉|(?:turkish )?lira|₺' },
  { code: 'EGP', sign: 'egp', unit: '埃及镑|egp|egyptian pounds?' },
  { code: 'LBP', sign: 'lbp', unit: '黎巴嫩镑|lbp|lebanese pounds?' },
  { code: 'ZAR', sign: 'zar', unit: '南非兰特|兰特|zar|(?:south african )?rands?' },
  { code: 'NGN', sign: '₦|ngn', unit: '尼日利亚奈拉|奈拉|ngn|(?:nigerian )?nairas?|₦' },
  { code: 'KES', sign: 'kes|ksh', unit: '肯尼亚先令|先令|kes|kenyan shillings?' },
  { code: 'GHS', sign: 'ghs|₵', unit: '加纳塞地|塞地|ghs|(?:ghanaian )?cedis?' },
  { code: 'BRL', sign: String.raw`r\$|brl`, unit: '巴西雷亚尔|雷亚尔|brl|reais|brazilian reals?' },
  { code: 'MXN', sign: String.raw`mx\$|mxn`, unit: '墨西哥比索|mxn|mexican pesos?' },
  { code: 'ARS', sign: 'ars', unit: '阿根廷比索|ars|argentin(?:e|ian) pesos?' },
  { code: 'CLP', sign: 'clp', unit: '智利比索|clp|chilean pesos?' },
  { code: 'COP', unit: '哥伦比亚比索|colombian pesos?' },
  { code: 'PEN', unit: '秘鲁索尔|peruvian sol(?:es)?' },
  { code: 'SEK', sign: 'sek', unit: '瑞典克朗|sek|swedish kron(?:a|or)' },
  { code: 'NOK', sign: 'nok', unit: '挪威克朗|nok|norwegian kroner?' },
  { code: 'DKK', sign: 'dkk', unit: '丹麦克朗|dkk|danish kroner?|克朗' },
  { code: 'ISK', sign: 'isk', unit: '冰岛克朗|isk|icelandic kron(?:a|ur)' },
  { code: 'CZK', sign: 'czk', unit: '捷克克朗|czk|czech korunas?|korunas?' },
  { code: 'PLN', sign: 'pln|zł', unit: '波兰兹罗提|兹罗提|pln|(?:polish )?zlot(?:y|ys|ies)|zł' },
  { code: 'HUF', sign: 'huf', unit: '匈牙利福林|福林|huf|(?:hungarian )?forints?' },
  { code: 'RON', unit: '罗马尼亚列伊|romanian lei' },
  { code: 'BGN', sign: 'bgn', unit: '保加利亚列弗|列弗|bgn|(?:bulgarian )?le(?:v|va)' },
  { code: 'UAH', sign: 'uah|₴', unit: '乌克兰格里夫纳|格里夫纳|uah|(?:ukrainian )?hryvnias?|₴' },
  { code: 'KZT', sign: 'kzt|₸', unit: '哈萨克斯坦坚戈|坚戈|kzt|(?:kazakhstani )?tenges?|₸' },
  { code: 'MMK', sign: 'mmk', unit: '缅甸元|缅币|mmk|(?:burmese |myanmar )?kyats?' },
  { code: 'KHR', sign: 'khr', unit: '柬埔寨瑞尔|瑞尔|khr|(?:cambodian )?riels?' },
  { code: 'MNT', sign: 'mnt|₮', unit: '图格里克|mnt|(?:mongolian )?(?:tugriks?|togrogs?)|₮' },
  { code: 'KPW', sign: 'kpw', unit: '朝鲜元|朝元|kpw|north korean won' },
  { code: 'DEM', sign: 'dem', unit: '德国马克|马克|dem|(?:german|deutsche) marks?' },
  { code: 'FIM', sign: 'fim', unit: '芬兰马克|fim|finnish markkas?' },
  { code: 'FRF', sign: 'frf', unit: '法国法郎|法郎|frf|(?:french )?francs?' },
  { code: 'ITL', sign: 'itl', unit: '意大利里拉|itl|(?:italian )?lire|italian liras?' },
  { code: 'ESP', unit: '西班牙比塞塔|比塞塔|(?:spanish )?pesetas?' },
  { code: 'BTC', sign: 'btc|₿|比特币', unit: '比特币|btc|bitcoins?|₿' },
  { code: 'ETH', sign: 'eth', unit: '以太坊|以太币|eth(?:ereum)?' },
  { code: 'USDT', sign: 'usdt', unit: '泰达币|usdt|tethers?' },
] as const satisfies readonly CurrencyWords[];

export type ForeignCurrency = (typeof FOREIGN)[number]['code'];
export type Currency = 'CNY' | ForeignCurrency;

/** How the yuan is written. */
export const YUAN_SIGN = '(?:rmb|cny|人民币|cn)? ?¥|rmb|cny|人民币|renminbi';
export const YUAN_WORDS =
  '元|圆|块|蚊(?![子虫帐香液])鸡?|软妹币|(?:chinese )?yuans?(?: renminbi)?(?![a-z])|kuais?(?![a-z])|rmb(?![a-z])|cny(?![a-z])|人民币|(?:chinese )?renminbi(?![a-z])|¥|大洋';
export const YUAN_UNIT = '(?:元|圆|块|蚊(?![子虫帐香液])|yuans?(?![a-z])|kuai(?![a-z]))';
