import { telegram } from '../../../src/channels/telegram/telegram.js';
import { describeChannel } from '../../contract/channel.js';
import { telegramPlatform } from '../platforms/telegram.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: telegram, standIn: telegramPlatform, forgeries: () => forgeries() });
