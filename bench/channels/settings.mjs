/** What configures the channels that are measured. */
export const SETTINGS = {
  WECHAT_APPID: 'wx1234567890abcdef',
  WECHAT_TOKEN: 'BenchToken',
  WECHAT_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  WECHAT_SECRET: 'the-secret-of-the-benchmark',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  SLACK_BOT_TOKEN: 'xoxb-1234567890-benchmark',
};
