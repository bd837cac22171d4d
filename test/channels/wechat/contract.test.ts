import { wechat } from '../../../src/channels/wechat/wechat.js';
import { describeChannel } from '../../contract/channel.js';
import { withQuery } from '../tampered.js';
import { plainForgeries, sealedForgeries } from '../tencent/forgeries.js';
import { plainWechatStandIn, wechatStandIn } from './stand-in.js';

describeChannel({
  kind: wechat,
  standIn: wechatStandIn,
  forgeries: (standIn, now) => {
    const good = standIn.says({ id: '1', from: 'user-1', text: '你好' }, now);
    const { WECHAT_TOKEN = '', WECHAT_AES_KEY = '', WECHAT_APPID = '' } = standIn.variables('https://platform.example');
    return [
      ...sealedForgeries(good, { token: WECHAT_TOKEN, key: WECHAT_AES_KEY, receiver: WECHAT_APPID }, now),
      ['without encrypt_type', withQuery(good, { encrypt_type: undefined })],
      ['an encrypt_type of raw', withQuery(good, { encrypt_type: 'raw' })],
    ];
  },
});

describeChannel({
  kind: wechat,
  mode: 'in plain mode',
  standIn: plainWechatStandIn,
  forgeries: (standIn, now) => {
    const good = standIn.says({ id: '1', from: 'user-1', text: '你好' }, now);
    const { WECHAT_TOKEN = '' } = standIn.variables('https://platform.example');
    return plainForgeries(good, WECHAT_TOKEN, now);
  },
});
