import { slack } from '../../../src/channels/slack/slack.js';
import { describeChannel } from '../../contract/channel.js';
import { slackPlatform } from '../platforms/slack.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: slack, standIn: slackPlatform, forgeries: (_, now) => forgeries(now) });
