import type { ChannelWording } from './wording.js';

export const zh: ChannelWording = {
  next: '接下来可以问（回复序号即可）：',
  tap: '接下来可以问：',
  choose: '（回复序号即可）',
  open: '选择',
  cut: '内容太长，这里放不下，请把问题问得具体一些。',
  onlyText: '我只看得懂文字，请把问题打出来。',
  notText: '（图片、语音或别的内容）',
  tooLong: (limit) => `这条消息太长了，请不要超过 ${limit} 个字。`,
  tooMany: (seconds) => `您发得太快了，刚才的消息没有处理。请过 ${seconds} 秒再发。`,
  failed: '刚才出了点问题，没能回答。请稍后再发一次。',
  person: '人工客服',
  nobody: '暂时没能接通人工，接下来由我继续回答。需要的话，请稍后再说一次。',
  handedBack: '人工服务已结束，接下来由我继续回答。',
};
