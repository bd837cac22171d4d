import { wecomKf } from '../../../src/channels/wecom-kf/wecom-kf.js';
import { describeChannel } from '../../contract/channel.js';
import { sealedForgeries } from '../tencent/forgeries.js';
import { wecomKfStandIn } from './stand-in.js';

describeChannel({
  kind: wecomKf,
  standIn: wecomKfStandIn,
  forgeries: (standIn, now) => {
    const good = standIn.says({ id: '1', from: 'user-1', text: '你好' }, now);
    const { WECOM_KF_TOKEN = '', WECOM_KF_AES_KEY = '', WECOM_KF_CORP_ID = '' } = standIn.variables('https://platform.example');
    return sealedForgeries(good, { token: WECOM_KF_TOKEN, key: WECOM_KF_AES_KEY, receiver: WECOM_KF_CORP_ID }, now, [
      ['for another corporation', (xml) => xml.replace(WECOM_KF_CORP_ID, 'ww0000000000000000')],
      ['without an account', (xml) => xml.replace(/<OpenKfId>.*<\/OpenKfId>/, '')],
    ]);
  },
});
