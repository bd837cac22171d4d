import { dingtalk } from '../../../src/channels/dingtalk/dingtalk.js';
import { describeChannel } from '../../contract/channel.js';
import { dingtalkPlatform } from '../platforms/dingtalk.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: dingtalk, standIn: dingtalkPlatform, forgeries: (_, now) => forgeries(now, 'https://platform.example') });
