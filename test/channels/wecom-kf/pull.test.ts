import { afterEach, describe, expect, test } from 'vitest';
import { err } from '../../../src/base/result.js';
import type { ChannelIo } from '../../../src/channels/channel.js';
import { wecomKf } from '../../../src/channels/wecom-kf/wecom-kf.js';
import { channelOf, type Played, type PlayOptions, play, START } from '../played.js';
import { wecomKfStandIn } from './stand-in.js';

const plays: Played[] = [];
afterEach(async () => {
  for (const played of plays.splice(0)) await played.stop();
});

function start(options: Partial<PlayOptions> = {}): Played {
  const script: PlayOptions['script'] = (text) => {
    if (text === 'poison') throw new Error('a bug');
    return text === 'person' ? { kind: 'handoff', text: '马上转人工。' } : { text: `答：${text}` };
  };
  const played = play(wecomKf, wecomKfStandIn, { script, ...options });
  plays.push(played);
  return played;
}

const said = (id: string, text: string, from = 'user-1') => ({ id, from, text });

describe('pulling', () => {
  test('one call of many fetches what all have brought, page by page', async () => {
    const played = start();
    for (const id of ['1', '2', '3', '4', '5', '6']) played.standIn.says(said(id, `第${id}条`), played.time.clock.now());
    await played.say(said('7', '第7条'));
    await played.until(() => played.seen.length === 7);
    expect(played.seen).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((id) => `答：第${id}条`));
  });

  test('goes on from the stored cursor, also at a start that nobody called for', async () => {
    const before = start();
    await before.say(said('1', '第1条'));
    await before.until(() => before.seen.length === 1);
    const { store, standIn, time } = before;
    await before.stop();
    standIn.says(said('2', '第2条'), time.clock.now());
    const after = start({ store, standIn, time });
    await after.host.start();
    await after.until(() => after.seen.length === 1);
    expect(after.seen).toEqual(['答：第2条']);
    expect(after.bot.heard).toEqual(['第2条']);
  });

  test('the callback is answered before anything is fetched', async () => {
    const played = start();
    let fetched = false;
    played.intercept = () => {
      fetched = true;
      return undefined;
    };
    const { response } = await played.host.exchange(played.channel, played.standIn.says(said('1', '你好'), played.time.clock.now()), {
      isOpen: () => true,
    });
    expect([response.status, response.body, fetched]).toEqual([200, 'success', false]);
    await played.until(() => played.seen.length === 1);
  });

  test('a message that the bot always fails on is given up, and those after it are answered', async () => {
    const played = start();
    played.standIn.says(said('1', 'poison'), played.time.clock.now());
    await played.say(said('2', '你好', 'user-2'));
    await played.until(() => played.seen.length === 2);
    expect([...played.seen].sort()).toEqual(['刚才出了点问题，没能回答。请稍后再发一次。', '答：你好']);
    expect(played.errors.join('\n')).toContain('a message was given up: Error: a bug');
  });

  test('a message that could not be taken is fetched again, although those of the next page were', async () => {
    const played = start();
    const { turn } = played.bot;
    played.bot.turn = async (incoming) => (incoming.text === '一' ? err({ kind: 'busy' }) : turn(incoming));
    const requests = ['一', '二', '三'].map((text, index) =>
      played.standIn.says(said(`${index + 1}`, text, `user-${index}`), played.time.clock.now()),
    );
    const [last] = requests.slice(-1);
    if (last) await played.bring(last);
    await played.until(() => played.errors.length > 0);
    expect([...played.seen].sort()).toEqual(['答：三', '答：二']);
    expect(played.errors).toEqual([expect.stringContaining('messages were not taken')]);
    played.bot.turn = turn;
    await played.host.start();
    await played.until(() => played.seen.length === 3);
    expect(played.seen.at(-1)).toBe('答：一');
  });

  test('an API that fails for a while loses nothing', async () => {
    const played = start();
    let failures = 0;
    played.intercept = (request) =>
      request.url.includes('sync_msg') && ++failures <= 3
        ? Promise.resolve(Response.json({ errcode: -1, errmsg: 'system busy' }))
        : undefined;
    await played.say(said('1', '你好'));
    await played.until(() => played.seen.length === 1);
    expect(failures).toBeGreaterThan(3);
  });
});

describe('what is pulled', () => {
  const channel = channelOf(wecomKf, wecomKfStandIn());
  const page = (messages: readonly object[]) => ({ errcode: 0, next_cursor: 'c2', has_more: 0, msg_list: messages });
  const io = (answer: object, sent: string[] = []): ChannelIo => ({
    now: () => new Date(START),
    random: (length) => Buffer.alloc(length),
    fetch: async (_url, init) => {
      sent.push(String(init?.body));
      return Response.json(answer);
    },
    token: async () => 'token',
    dropToken: async () => {},
  });
  const at = (secondsAgo: number) => Math.floor(START / 1000) - secondsAgo;
  const message = (changes: object) => ({ msgid: 'm', external_userid: 'u', send_time: at(5), origin: 3, msgtype: 'text', ...changes });

  test('without a cursor only what is new is for the bot; with one everything is', async () => {
    const old = message({ msgid: 'old', send_time: at(3_600), text: { content: '早' } });
    const fresh = message({ msgid: 'new', text: { content: '你好' } });
    expect((await channel.pull?.('wk', 'hint', '', io(page([old, fresh]))))?.events).toMatchObject([{ id: 'new' }]);
    expect((await channel.pull?.('wk', 'hint', 'c1', io(page([old, fresh]))))?.events).toMatchObject([{ id: 'old' }, { id: 'new' }]);
  });

  test.each<readonly [string, object, readonly object[]]>([
    ['a text', message({ text: { content: '你好' } }), [{ kind: 'message', text: '你好', conversation: 'wk:u', addressed: true }]],
    ['a tap on a menu', message({ text: { content: '限额', menu_id: '限额是多少' } }), [{ kind: 'message', text: '限额是多少' }]],
    ['a picture', message({ msgtype: 'image', image: {} }), [{ kind: 'message', text: undefined }]],
    [
      'entering',
      message({ origin: 4, msgtype: 'event', event: { event_type: 'enter_session', external_userid: 'u', welcome_code: 'w' } }),
      [{ kind: 'greet', target: { account: 'wk', user: 'u', code: 'w' } }],
    ],
    ['entering again soon', message({ origin: 4, msgtype: 'event', event: { event_type: 'enter_session', external_userid: 'u' } }), []],
    [
      'a person takes over',
      message({ origin: 4, msgtype: 'event', event: { event_type: 'session_status_change', external_userid: 'u', change_type: 1 } }),
      [{ kind: 'person', talks: true, conversation: 'wk:u' }],
    ],
    [
      'a person ends the session',
      message({ origin: 4, msgtype: 'event', event: { event_type: 'session_status_change', external_userid: 'u', change_type: 3 } }),
      [{ kind: 'person', talks: false }],
    ],
    ['what a person of the team wrote', message({ origin: 5, text: { content: '您好' } }), []],
    ['something unknown', { msgid: 1 }, []],
  ])('%s', async (_name, given, events) => {
    expect((await channel.pull?.('wk', 'hint', 'c1', io(page([given]))))?.events).toMatchObject(events);
  });

  test('a page that leads nowhere ends the pulling', async () => {
    const pulled = await channel.pull?.('wk', '', 'c1', io({ errcode: 0, next_cursor: '', has_more: 1 }));
    expect(pulled).toMatchObject({ cursor: 'c1', more: false });
  });

  test('a refusal is an error, so that the cursor stays', async () => {
    await expect(channel.pull?.('wk', 'hint', 'c1', io({ errcode: 95007, errmsg: 'invalid msg token' }))).rejects.toThrow('95007');
  });
});

describe('handing over', () => {
  test('goes by the platform: after the bot’s last word, and the bot is silent until the session ends', async () => {
    const played = start();
    const calls: string[] = [];
    played.intercept = (request) => {
      calls.push(new URL(request.url).pathname);
      return undefined;
    };
    await played.say(said('1', 'person'));
    await played.until(() => calls.some((path) => path.endsWith('/service_state/trans')));
    expect(played.seen).toEqual(['马上转人工。']);
    await played.say(said('2', '在吗'));
    await played.time.advance(10_000);
    expect(played.bot.heard).toEqual(['person']);
  });
});

describe('a menu', () => {
  test('stands under the answer, and sends what is meant', () => {
    const channel = channelOf(wecomKf, wecomKfStandIn());
    const suggestions = [
      { label: '限额', send: '提现限额是多少' },
      { label: '比较', send: '长'.repeat(60) },
    ];
    const shown = { kind: 'answer', language: 'zh', blocks: [{ kind: 'paragraph', text: '好。' }], sources: [], suggestions } as const;
    expect(channel.render(shown)).toEqual([
      {
        msgtype: 'msgmenu',
        msgmenu: {
          head_content: '好。',
          list: [
            { type: 'click', click: { id: '提现限额是多少', content: '限额' } },
            { type: 'click', click: { id: '比较', content: '比较' } },
          ],
        },
      },
    ]);
    const long = channel.render({ ...shown, blocks: [{ kind: 'paragraph', text: '很'.repeat(400) }] });
    expect(long).toMatchObject([{ msgtype: 'text' }, { msgtype: 'msgmenu', msgmenu: { head_content: '接下来可以问：' } }]);
  });
});
