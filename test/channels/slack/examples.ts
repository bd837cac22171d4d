import { SLACK_BOT } from '../platforms/slack.js';

/** What Slack says of one message to the bot, of one that mentions it, and of a tap. */
export const direct = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: '手续费', ts: '1700000000.000100' };
export const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: `<@${SLACK_BOT}> 手续费`, ts: '1700000000.000100' };
export const tap = {
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'U1' },
  channel: { id: 'C1' },
  message: { ts: '1700000000.000200' },
  actions: [{ type: 'button', action_id: 'say-0', value: '提现限额是多少', action_ts: '1700000001.5' }],
};

export const FORM = 'application/x-www-form-urlencoded';

/** Taps come as JSON in a form. */
export const form = (...payloads: readonly unknown[]): string =>
  new URLSearchParams(
    payloads.map((payload): [string, string] => ['payload', typeof payload === 'string' ? payload : JSON.stringify(payload)]),
  ).toString();
