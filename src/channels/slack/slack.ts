import { z } from 'zod';
import type { Channel } from '../channel.js';
import { defineChannel } from '../kind.js';
import { apiBase } from '../outbound/api-base.js';
import type { SlackTarget } from './events.js';
import { receiveSlack } from './receive.js';
import { renderSlack, SLACK, type SlackPart } from './render.js';
import { sendSlack } from './send.js';
import { slackSignature } from './signature.js';

const variables = {
  SLACK_SIGNING_SECRET: z.string(),
  SLACK_BOT_TOKEN: z.string().regex(/^xox[a-z]-[\w-]+$/, 'must be a bot token such as xoxb-…'),
  SLACK_API_BASE: apiBase('https://slack.com/api'),
};

type SlackSettings = z.infer<z.ZodObject<typeof variables>>;

export function createSlack(settings: SlackSettings): Channel<SlackTarget, SlackPart> {
  const { SLACK_SIGNING_SECRET: secret, SLACK_BOT_TOKEN: token, SLACK_API_BASE: base } = settings;
  return {
    id: 'slack',
    capabilities: SLACK,
    receive: (request, now) => receiveSlack(secret, request, now),
    render: renderSlack,
    send: (target, part, _delivery, io) => sendSlack({ base, token }, target, part, io),
    handshake: (now) => {
      const body = Buffer.from(JSON.stringify({ type: 'url_verification', challenge: CHALLENGE }));
      const timestamp = `${Math.floor(now.getTime() / 1000)}`;
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': slackSignature(secret, timestamp, body),
      };
      return { request: { method: 'POST', headers, query: new URLSearchParams(), body }, answer: CHALLENGE };
    },
  };
}

const CHALLENGE = 'zhida-tries-the-callback';

export const slack = defineChannel({
  id: 'slack',
  name: 'Slack',
  variables,
  secrets: { SLACK_SIGNING_SECRET: true, SLACK_BOT_TOKEN: true },
  create: createSlack,
});
