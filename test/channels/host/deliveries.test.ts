import { expect, test } from 'vitest';
import type { MessageEvent, Shown } from '../../../src/channels/channel.js';
import { noticesFor, outgoingFor, wordFor } from '../../../src/channels/host/deliveries.js';
import { notice } from '../../../src/channels/host/notice.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { conversation } from '../../contract/turns.js';
import { channelOf } from '../played.js';
import { wechatStandIn } from '../wechat/stand-in.js';

const channel = channelOf(wechat, wechatStandIn());
const event: MessageEvent = { kind: 'message', id: '1', conversation: 'o1', text: '你好', addressed: true, target: {} };
const shown: Shown = notice('长'.repeat(2000), 'zh');
const HERE = conversation('wechat:o1');

test('all that is sent for one message has names of its own, the same each time, that every platform takes', () => {
  const all = () => [
    ...outgoingFor(channel, HERE, event, channel.render(shown), { heldUntil: undefined, handsOff: true }),
    ...noticesFor(channel, HERE, event.id, event.target, shown),
    wordFor(channel, HERE, event),
  ];
  const names = all().map(({ delivery }) => delivery);
  // Three parts and the hand-off, three parts of the notice, the word to the desk.
  expect(names).toHaveLength(8);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[\w-]{1,32}$/);
  expect(all().map(({ delivery }) => delivery)).toEqual(names);
  expect(wordFor(channel, conversation('wechat:o2'), event).delivery).not.toBe(names.at(-1));
});
