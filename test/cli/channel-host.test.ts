import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/channels/list.js';
import { isNamedByNumber } from '../../src/cli/channel-host.js';
import { channelOf } from '../channels/played.js';
import { PLAYED_CHANNELS } from '../channels/stand-ins.js';

const configuration = { channels: PLAYED_CHANNELS.map(({ kind, standIn }) => channelOf(kind, standIn())) };

describe('a conversation is named by somebody’s number', () => {
  test('on WhatsApp alone of the platforms', () => {
    expect(CHANNELS.map(({ id }) => id).filter((id) => isNamedByNumber(configuration, `${id}:8613812345678`))).toEqual(['whatsapp']);
  });

  test.each([
    ['botframework:sms:%2B8613812345678', true],
    ['botframework:msteams:13812345678', false],
    ['whatsapp', false],
    ['directline:whatsapp:1', false],
  ])('%s: %s', (conversation, is) => {
    expect(isNamedByNumber(configuration, conversation)).toBe(is);
  });
});
