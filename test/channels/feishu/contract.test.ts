import { feishu } from '../../../src/channels/feishu/feishu.js';
import { describeChannel } from '../../contract/channel.js';
import { feishuPlatform } from '../platforms/feishu.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: feishu, standIn: feishuPlatform, forgeries: (_, now) => forgeries(now) });
