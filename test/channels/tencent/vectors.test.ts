import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, RawRequest } from '../../../src/channels/channel.js';
import { createCipher, signatureOf } from '../../../src/channels/tencent/cipher.js';
import { readFields, writeXml } from '../../../src/channels/tencent/xml.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { wecom } from '../../../src/channels/wecom/wecom.js';

/** The platforms' own worked examples. */
const WECHAT = { token: 'AAAAA', key: 'A'.repeat(43), appid: 'wxba5fad812f8e6fb9' };
const WECOM = { token: 'QDG6eK', key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', corporation: 'wx5823bf96d3bd56c7' };

const WECHAT_SEALED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const WECHAT_PLAIN =
  '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}';
const WECOM_ECHO = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==';
const WECOM_SEALED =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==';

const DINGTALK = {
  key: 'Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7',
  id: 'ding6ccabc44d2c8d38b',
  sealed:
    '0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3',
};

const get = (query: { readonly [name: string]: string }): RawRequest => ({
  method: 'GET',
  headers: {},
  query: new URLSearchParams(query),
  body: Buffer.alloc(0),
});
const post = (query: { readonly [name: string]: string }, body: string): RawRequest => ({
  ...get(query),
  method: 'POST',
  body: Buffer.from(body),
});
const at = (seconds: number): Date => new Date(seconds * 1000);

function configured(kind: typeof wechat, env: { readonly [name: string]: string }): Channel {
  const read = kind.settings.read(new Map(Object.entries(env)));
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

describe('WeChat’s worked example', () => {
  const cipher = createCipher(WECHAT.key, WECHAT.appid);
  const env = { WECHAT_APPID: WECHAT.appid, WECHAT_TOKEN: WECHAT.token };
  const safe = configured(wechat, { ...env, WECHAT_AES_KEY: WECHAT.key });
  const plain = configured(wechat, { ...env, WECHAT_MODE: 'plain' });

  test.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
    ['1714112445', '415670741', '6c5c811b55cc85e0e1b54100749188c20beb3f5d'],
  ])('signature of %s and %s', (timestamp, nonce, signature) => {
    expect(signatureOf(WECHAT.token, timestamp, nonce)).toBe(signature);
  });

  test.each([['safe', safe] as const, ['plain', plain] as const])('the handshake in %s mode', (_mode, channel) => {
    const request = get({
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      timestamp: '1714036504',
      nonce: '1514711492',
      echostr: '4375120948345356249',
    });
    expect(channel.receive(request, at(1714036504))).toMatchObject({ kind: 'respond', response: { body: '4375120948345356249' } });
    expect(channel.receive(request, at(1714036504 + 301))).toMatchObject({ kind: 'reject', status: 401 });
  });

  test('a message in plain mode', () => {
    const query = { signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', timestamp: '1714037059', nonce: '486452656' };
    const body = writeXml({
      ToUserName: 'gh_1',
      FromUserName: 'o1',
      CreateTime: 1714037059,
      MsgType: 'text',
      Content: '1 < 2 & ]]> é',
      MsgId: 23,
    });
    expect(plain.receive(post(query, body), at(1714037059))).toMatchObject({
      kind: 'events',
      events: [{ kind: 'message', id: '23', conversation: 'o1', text: '1 < 2 & ]]> é', addressed: true }],
      acknowledge: { status: 200, body: 'success' },
    });
    expect(safe.receive(post(query, body), at(1714037059))).toMatchObject({ kind: 'reject' });
  });

  test('a message in safe mode', () => {
    expect(signatureOf(WECHAT.token, '1714112445', '415670741', WECHAT_SEALED)).toBe('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3');
    expect(cipher.open(WECHAT_SEALED)).toEqual({ ok: true, value: WECHAT_PLAIN });
    const query = {
      signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
      timestamp: '1714112445',
      nonce: '415670741',
      encrypt_type: 'aes',
      msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
    };
    for (const body of [writeXml({ ToUserName: 'gh_97417a04a28d', Encrypt: WECHAT_SEALED }), JSON.stringify({ Encrypt: WECHAT_SEALED })])
      expect(safe.receive(post(query, body), at(1714112445))).toMatchObject({ kind: 'respond', response: { body: 'success' } });
  });

  test('sealing', () => {
    const sealed = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
    expect(cipher.seal('{"demo_resp":"good luck"}', Buffer.from('707722b803182950'))).toBe(sealed);
    expect(signatureOf(WECHAT.token, '1713424427', '415670741', sealed)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
  });

  test('sealing Chinese', () => {
    const other = createCipher('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', 'wxb11529c136998cb6');
    const sealed = 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';
    expect(other.seal('我是中文abcd123', Buffer.from('aaaabbbbccccdddd'))).toBe(sealed);
    expect(other.open(sealed)).toEqual({ ok: true, value: '我是中文abcd123' });
  });
});

describe('WeCom’s sample', () => {
  const channel = configured(wecom, {
    WECOM_CORP_ID: WECOM.corporation,
    WECOM_AGENT_ID: '218',
    WECOM_TOKEN: WECOM.token,
    WECOM_AES_KEY: WECOM.key,
  });

  test('the handshake', () => {
    const query = {
      msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
      timestamp: '1409659589',
      nonce: '263014780',
      echostr: WECOM_ECHO,
    };
    expect(channel.receive(get(query), at(1409659589))).toMatchObject({ kind: 'respond', response: { body: '1616140317555161061' } });
    expect(channel.receive(get({ ...query, nonce: '263014781' }), at(1409659589))).toMatchObject({ kind: 'reject', status: 401 });
  });

  test('a message', () => {
    const query = { msg_signature: '477715d11cdb4164915debcba66cb864d751f3e6', timestamp: '1409659813', nonce: '1372623149' };
    const body = writeXml({ ToUserName: WECOM.corporation, Encrypt: WECOM_SEALED, AgentID: '218' });
    expect(channel.receive(post(query, body), at(1409659813))).toMatchObject({
      kind: 'events',
      events: [{ kind: 'message', id: '4561255354251345929', conversation: 'mycreate', text: 'hello', from: 'mycreate' }],
    });
  });
});

test.each([
  ['WeChat’s message', WECHAT.key, WECHAT.appid, WECHAT_SEALED],
  ['WeCom’s echo', WECOM.key, WECOM.corporation, WECOM_ECHO],
  ['WeCom’s message', WECOM.key, WECOM.corporation, WECOM_SEALED],
  ['DingTalk’s event', DINGTALK.key, DINGTALK.id, DINGTALK.sealed],
])('%s, opened and sealed again, is what was published', (_, key, receiver, sealed) => {
  const cipher = createCipher(key, receiver);
  const opened = cipher.open(sealed);
  // The first bytes are random; the published ones are taken over.
  expect(opened.ok && cipher.seal(opened.value, decrypt(key, sealed).random)).toBe(sealed);
});

test('DingTalk’s event is signed and sealed as WeChat’s messages are', () => {
  const { key, id, sealed } = DINGTALK;
  expect(createCipher(key, id).open(sealed)).toEqual({ ok: true, value: '{"EventType":"check_url"}' });
  expect(signatureOf('mryue', '1608001896814', 'WL4PK6yA', sealed)).toBe('03044561471240d4a14bb09372dfcfd4fd0e40cb');
});

describe('against the published implementation', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const random = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes));
  const cipher = createCipher(WECOM.key, WECOM.corporation);

  test('both seal the same, and each opens what the other sealed', () => {
    fc.assert(
      fc.property(text, random, (message, bytes) => {
        const sealed = cipher.seal(message, bytes);
        expect(sealed).toBe(encrypt(WECOM.key, message, WECOM.corporation, bytes));
        expect(decrypt(WECOM.key, sealed)).toMatchObject({ message, id: WECOM.corporation });
        expect(cipher.open(sealed)).toEqual({ ok: true, value: message });
      }),
    );
  });

  test('both sign the same', () => {
    fc.assert(
      fc.property(text, text, text, (timestamp, nonce, sealed) => {
        expect(signatureOf(WECOM.token, timestamp, nonce, sealed)).toBe(getSignature(WECOM.token, timestamp, nonce, sealed));
      }),
    );
  });

  test('whatever is not sealed so is an error, and never thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64')),
        ),
        (given) => {
          expect(cipher.open(given).ok).toBe(false);
        },
      ),
    );
  });
});

describe('XML', () => {
  test('what is written is read again', () => {
    const value = fc
      .array(fc.constantFrom('a', '<', '>', '&', ']]>', '<![CDATA[', '中', 'é', '👍🏽', '"', ' ', '\n', '0'))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(value, value, (Content, EventKey) => {
        expect(readFields(writeXml({ Content, EventKey, CreateTime: 12 }))).toEqual({
          ok: true,
          value: { Content, EventKey, CreateTime: '12' },
        });
      }),
    );
  });

  test.each([
    ['<xml><a>1</a></xml>', { a: '1' }],
    ['<xml><a><![CDATA[<!DOCTYPE x>]]></a></xml>', { a: '<!DOCTYPE x>' }],
    ['<xml><a>&amp;</a></xml>', { a: '&amp;' }],
    ['<xml><a> 007 </a></xml>', { a: ' 007 ' }],
    ['<?xml version="1.0"?><xml><a>1</a><b><c>2</c></b></xml>', { a: '1' }],
    ['{"a":1,"b":{"c":2}}', { a: '1' }],
  ])('%s', (text, value) => {
    expect(readFields(text)).toEqual({ ok: true, value });
  });

  test.each([
    '',
    'a',
    '<xml>',
    '<xml/>',
    '<xml>a</xml>',
    '<html><a>1</a></html>',
    '<xml><a>1</a><a>2</a></xml>',
    '<xml><a>1</a></xml><xml><a>1</a></xml>',
    '<!DOCTYPE xml><xml><a>1</a></xml>',
    '<!doctype xml><xml><a>1</a></xml>',
    '<xml><!ENTITY a "b"><a>1</a></xml>',
    '<xml><!-- a --><a>1</a></xml>',
    '{"a":[1]}',
    '{"a":1,"a":2}',
    '{"a"',
  ])('not %j', (text) => {
    expect(readFields(text).ok).toBe(false);
  });
});
