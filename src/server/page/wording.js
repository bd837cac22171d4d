// The page's own words, per language. What the bot says is not here.

const zh = {
  tag: 'zh-CN',
  title: '知答',
  other: 'English',
  restart: '新对话',
  transcript: '对话内容',
  placeholder: '输入问题…',
  message: '您的问题',
  send: '发送',
  sending: '发送中…',
  failed: '没有发送成功。',
  retry: '重新发送',
  you: '您',
  bot: '知答',
  typing: '正在回答',
  suggestions: '可以接着问',
  sources: '来源：',
  /** @param {string} date */
  asOf: (date) => `（截至 ${date}）`,
  conflict: '说法不一',
  warning: '请注意',
  estimate: '仅为估算',
  separator: '；',
  offline: '连接中断，正在重新连接…',
  unavailable: '暂时连不上服务器，正在重试…',
  ended: '之前的对话已结束，已为您开始新的对话。',
  greeting: '您好，有什么想问的？',
  intro: '每个数字都有出处：来自资料，或当场算给您看。',
};

/** @typedef {typeof zh} Wording */

/** @type {Wording} */
const en = {
  tag: 'en',
  title: 'Zhida',
  other: '中文',
  restart: 'New chat',
  transcript: 'Conversation',
  placeholder: 'Ask a question…',
  message: 'Your question',
  send: 'Send',
  sending: 'Sending…',
  failed: 'Not sent.',
  retry: 'Send again',
  you: 'You',
  bot: 'Zhida',
  typing: 'Answering',
  suggestions: 'You could ask next',
  sources: 'Sources: ',
  asOf: (date) => ` (as of ${date})`,
  conflict: 'Sources disagree',
  warning: 'Please note',
  estimate: 'Only an estimate',
  separator: '; ',
  offline: 'The connection was lost; reconnecting…',
  unavailable: 'The server cannot be reached; trying again…',
  ended: 'The earlier conversation has ended; this is a new one.',
  greeting: 'Hello. What would you like to know?',
  intro: 'Every figure shows where it comes from: a source, or a calculation you can check.',
};

/** @type {{ readonly zh: Wording, readonly en: Wording }} */
export const WORDING = { zh, en };

/** @typedef {keyof typeof WORDING} Language */
