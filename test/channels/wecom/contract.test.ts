import { wecom } from '../../../src/channels/wecom/wecom.js';
import { describeChannel } from '../../contract/channel.js';
import { sealedForgeries } from '../tencent/forgeries.js';
import { wecomStandIn } from './stand-in.js';

describeChannel({
  kind: wecom,
  standIn: wecomStandIn,
  forgeries: (standIn, now) => {
    const good = standIn.says({ id: '1', from: 'user-1', text: '你好' }, now);
    const { WECOM_TOKEN = '', WECOM_AES_KEY = '', WECOM_CORP_ID = '' } = standIn.variables('https://platform.example');
    return sealedForgeries(good, { token: WECOM_TOKEN, key: WECOM_AES_KEY, receiver: WECOM_CORP_ID }, now, [
      ['for another corporation', (xml) => xml.replace(WECOM_CORP_ID, 'ww0000000000000000')],
      ['for another app', (xml) => xml.replace(/<AgentID>\d+/, '<AgentID>1')],
    ]);
  },
});
