import { describe, expect, test } from 'vitest';
import type { Channel, RawRequest } from '../../src/channels/channel.js';
import { dingtalkSignature } from '../../src/channels/dingtalk/signature.js';
import { decrypt, encrypt, feishuSignature } from '../../src/channels/feishu/crypto.js';
import { lineSignature } from '../../src/channels/line/receive.js';
import { slackSignature } from '../../src/channels/slack/signature.js';
import { metaSignature } from '../../src/channels/whatsapp/receive.js';
import { configured } from './platforms/configured.js';
import { dingtalkPlatform } from './platforms/dingtalk.js';
import { feishuPlatform } from './platforms/feishu.js';
import { linePlatform } from './platforms/line.js';
import { post } from './platforms/platform.js';
import { slackPlatform } from './platforms/slack.js';
import { whatsappPlatform } from './platforms/whatsapp.js';

const BASE = 'https://api.example.org';

/** Why a request is refused, if it is. A vector whose body is no message is refused for its body, once its signature has been found right. */
function refusal(channel: Channel, request: RawRequest, at: Date): string | undefined {
  const received = channel.receive(request, at);
  return received.kind === 'reject' ? received.reason : undefined;
}

describe('the platforms’ own examples', () => {
  test('Slack: a signed request', () => {
    const secret = '8f742231b10e8888abcd99yyyzzz85a5';
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
    expect(slackSignature(secret, '1531420618', Buffer.from(body))).toBe(signature);

    const channel = configured(slackPlatform(), BASE, { SLACK_SIGNING_SECRET: secret });
    const at = new Date(1_531_420_618_000);
    const request = (headers: Record<string, string>) =>
      post(
        body,
        { 'x-slack-request-timestamp': '1531420618', 'x-slack-signature': signature, ...headers },
        'application/x-www-form-urlencoded',
      );
    expect(refusal(channel, request({}), at)).toBe('not one payload');
    expect(refusal(channel, request({ 'x-slack-signature': signature.replace('a2', 'a3') }), at)).toBe('wrong signature');
    expect(refusal(channel, request({}), new Date(at.getTime() + 301_000))).toBe('the timestamp is not of these minutes');
  });

  test('LINE: a signed body', () => {
    const body = '{"hello":"world"}';
    const signature = 't7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM=';
    expect(lineSignature('test_secret', Buffer.from(body))).toBe(signature);

    const channel = configured(linePlatform(), BASE, { LINE_CHANNEL_SECRET: 'test_secret' });
    expect(refusal(channel, post(body, { 'x-line-signature': signature }), new Date())).toBe('not a webhook of LINE');
    expect(refusal(channel, post(`${body} `, { 'x-line-signature': signature }), new Date())).toBe('wrong signature');
  });

  test('Meta: a signed body', () => {
    const secret = "It's a Secret to Everybody";
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    expect(metaSignature(secret, Buffer.from('Hello, World!'))).toBe(signature);

    const channel = configured(whatsappPlatform(), BASE, { WHATSAPP_APP_SECRET: secret });
    expect(refusal(channel, post('Hello, World!', { 'x-hub-signature-256': signature }), new Date())).toBe(
      'not a notification of WhatsApp',
    );
    expect(refusal(channel, post('Hello, World', { 'x-hub-signature-256': signature }), new Date())).toBe('wrong signature');
  });

  test('DingTalk: a robot’s signature', () => {
    const signature = 'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=';
    expect(dingtalkSignature('this is secret', '1577262236757')).toBe(signature);

    const channel = configured(dingtalkPlatform(), BASE, { DINGTALK_APP_SECRET: 'this is secret' });
    const at = new Date(1_577_262_236_757);
    const request = (headers: Record<string, string>) => post('{}', { timestamp: '1577262236757', sign: signature, ...headers });
    expect(refusal(channel, request({}), at)).toBe('not a message of DingTalk');
    expect(refusal(channel, request({ timestamp: '1577262236758' }), at)).toBe('wrong signature');
    expect(refusal(channel, request({}), new Date(at.getTime() + 3_600_001))).toBe('the timestamp is not of this hour');
  });

  test('Feishu: a ciphertext, and the signature over the body that carries it', () => {
    const encrypted = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    expect(decrypt('test key', encrypted)?.toString()).toBe('hello world');
    expect(encrypt('test key', 'hello world', Buffer.from(encrypted, 'base64').subarray(0, 16))).toBe(encrypted);
    const body = `{"encrypt":"${encrypted}"}`;
    const signature = '20e0244a0a89579fc6c725e19463ad506f2d8179a94226a40da918063c980598';
    expect(feishuSignature('test key', '1700000000', 'n1', Buffer.from(body))).toBe(signature);

    const channel = configured(feishuPlatform(), BASE, { FEISHU_ENCRYPT_KEY: 'test key' });
    const at = new Date(1_700_000_000_000);
    const request = (headers: Record<string, string>) =>
      post(body, { 'x-lark-request-timestamp': '1700000000', 'x-lark-request-nonce': 'n1', 'x-lark-signature': signature, ...headers });
    expect(refusal(channel, request({}), at)).toBe('not an event of Feishu');
    expect(refusal(channel, request({ 'x-lark-request-nonce': 'n2' }), at)).toBe('wrong signature');
    expect(refusal(channel, request({}), new Date(at.getTime() + 9 * 3_600_000))).toBe('the timestamp is not of these hours');
  });
});
