import { memoize } from '../../text/memo.js';
import { syllableOf } from '../../text/pinyin.js';

/** Common characters, from which an input method would offer another one than was meant. */
const COMMON = [
  '的地得是时事市式试世室示失师诗十史使始实识势适视我你他她它们在再载有又友右由油游不部步布补人认任仁大打达这着者折浙',
  '中种重众终钟忠个各格歌哥革上尚商伤赏为位未味卫围维微威危伟委来莱赖到道倒刀导岛说所锁索可课科克客刻要药腰邀就九旧救久酒',
  '会汇回惠灰绘也业夜叶野没美每妹梅煤对队堆兑能那哪拿纳和合河何喝盒好号毫豪浩去取趣区曲自字子资紫都督读独毒过国果锅裹',
  '多夺朵小笑效校消晓生声升省胜圣圈全权泉劝想向像相象响香乡箱从丛聪看刊砍现先线县限显险鲜献闲信心新欣辛芯转赚专砖钱前千潜浅欠签',
  '提题体替梯踢费非飞肥废肺手收首受守售瘦续序许需徐虚须叙花话画华滑化划呗被北备背贝杯悲支知之只止指至制质治职直值植执',
  '付父富服福府负副复付附妇零灵领令另龄铃玲包宝保报抱爆薄卡咖喀银因音引印阴饮隐行形型性姓星醒刑兴航杭余鱼雨语玉育预遇欲与于愈',
  '账帐张章长掌涨障丈利力立例历理里李离礼丽率绿律驴最罪嘴醉便边变遍编宜以已意义议异易衣医依移疑快块筷哭苦裤',
  '方房放防仿访法发罚乏伐风丰封疯峰逢规贵归鬼柜轨定订顶丁盯违韦规算酸蒜需须限额饿恶鹅扣口寇免面棉眠绵查差茶察插',
  '问文闻温稳吻机及几级极集急挤记季技计济际寄继给己鸡积失败白百摆拜拍排派牌牛纽扭步骤周州粥洲昼等灯登邓',
  '帮榜绑棒邦网往王望忘旺商官管关观馆惯冠方便直值借接街姐节结解界介姐戒届还环换欢患缓款宽总宗纵综',
].join('');

/** Pairs of sounds that many speakers, and so many keyboards, do not keep apart. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
];

const charactersOf = memoize((syllable: string): readonly string[] => [...new Set(COMMON)].filter((each) => syllableOf(each) === syllable));

/** Other characters that sound the same without their tones. */
export function homophonesOf(character: string): readonly string[] {
  const syllable = syllableOf(character);
  return syllable === undefined ? [] : charactersOf(syllable).filter((other) => other !== character);
}

/** Characters whose sound is confused with this one's. */
export function nearHomophonesOf(character: string): readonly string[] {
  const syllable = syllableOf(character);
  if (syllable === undefined) return [];
  return CONFUSED.flatMap(([long, short]) => {
    if (isPart(syllable, long)) return charactersOf(syllable.replace(long, short));
    return isPart(syllable, short) && !isPart(syllable, long) ? charactersOf(swapped(syllable, short, long)) : [];
  });
}

/** An initial stands at the beginning, a final at the end. */
const isPart = (syllable: string, part: string): boolean => (/^[zcs]/.test(part) ? syllable.startsWith(part) : syllable.endsWith(part));

const swapped = (syllable: string, part: string, by: string): string =>
  /^[zcs]/.test(part) ? by + syllable.slice(part.length) : syllable.slice(0, -part.length) + by;
