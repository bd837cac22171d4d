import { line } from '../../../src/channels/line/line.js';
import { describeChannel } from '../../contract/channel.js';
import { linePlatform } from '../platforms/line.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: line, standIn: linePlatform, forgeries: (_, now) => forgeries(now) });
