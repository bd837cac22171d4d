import { whatsapp } from '../../../src/channels/whatsapp/whatsapp.js';
import { describeChannel } from '../../contract/channel.js';
import { whatsappPlatform } from '../platforms/whatsapp.js';
import { forgeries } from './forgeries.js';

describeChannel({ kind: whatsapp, standIn: whatsappPlatform, forgeries: () => forgeries() });
