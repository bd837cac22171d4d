import { afterEach, describe, expect, test } from 'vitest';
import type { ConversationId, Store } from '../../../src/bot/ports.js';
import type { ChannelKind } from '../../../src/channels/kind.js';
import { slack } from '../../../src/channels/slack/slack.js';
import { wechat } from '../../../src/channels/wechat/wechat.js';
import { wecomKf } from '../../../src/channels/wecom-kf/wecom-kf.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { slackPlatform } from '../platforms/slack.js';
import { type Played, type PlayOptions, play } from '../played.js';
import type { StandIn } from '../stand-in.js';
import { wechatStandIn } from '../wechat/stand-in.js';
import { wecomKfStandIn } from '../wecom-kf/stand-in.js';

const NOBODY = '暂时没能接通人工，接下来由我继续回答。需要的话，请稍后再说一次。';

const plays: Played[] = [];
afterEach(async () => {
  for (const played of plays.splice(0)) await played.stop();
});

const script: PlayOptions['script'] = (text) => (text === 'person' ? { kind: 'handoff', text: '马上转人工。' } : { text: `答：${text}` });

function start(kind: ChannelKind, standIn: () => StandIn, options: Partial<PlayOptions> = {}): Played {
  const played = play(kind, standIn, { script, ...options });
  plays.push(played);
  return played;
}

const said = (id: string, text: string) => ({ id, from: 'user-1', text });
const conversationIn = ({ desk }: Played): string => /^open (\S+):/.exec(desk[0] ?? '')?.[1] ?? '';

/** The conversation of the one person here, before the desk has named it. */
const handedIn = async ({ channel, standIn, time }: Played): Promise<string> => {
  const received = channel.receive(standIn.says(said('9', 'x'), time.clock.now()), time.clock.now());
  const [event] = received.kind === 'events' ? received.events : [];
  return event?.kind === 'message' ? `${channel.id}:${event.conversation}` : expect.fail('no message');
};

describe('a desk', () => {
  test('that cannot be reached: the bot goes on, the user is told, and another request is carried there', async () => {
    let isThere = false;
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async () => {
        if (!isThere) throw new Error('the desk is away');
      },
    });
    await played.say(said('1', 'person'));
    expect((await played.say(said('2', '在吗'))).status).toBe(200);
    await played.until(() => played.seen.length === 3);
    expect([...played.seen].sort()).toEqual([NOBODY, '答：在吗', '马上转人工。'].sort());
    isThere = true;
    await played.say(said('3', 'person'));
    await played.until(() => played.desk.length > 0);
    expect(played.desk[0]).toContain('user person');
  });

  test('that is away while a person talks gets all that is said once it is back, in order, and the bot is silent', async () => {
    let isThere = true;
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async () => {
        if (!isThere) throw new Error('the desk is away');
      },
    });
    await played.say(said('1', 'person'));
    await played.until(() => played.desk.length === 1);
    await played.host.floor.takeOver(conversationIn(played));
    isThere = false;
    const request = played.standIn.says(said('2', '在吗'), played.time.clock.now());
    // Some platforms bring a message once and never again.
    expect((await played.bring(request)).status).toBe(200);
    expect((await played.say(said('3', '有人吗'))).status).toBe(200);
    await played.time.advance(60_000);
    expect(played.desk).toHaveLength(1);
    isThere = true;
    await played.until(() => played.desk.length === 3);
    expect((await played.bring(request)).status).toBe(200);
    await played.time.advance(60_000);
    const conversation = conversationIn(played);
    expect(played.desk.slice(1)).toEqual([`hear ${conversation}: 在吗`, `hear ${conversation}: 有人吗`]);
    expect(played.bot.heard).toEqual(['person']);
  });

  test('that is away has what was said after a restart of ours', async () => {
    let isThere = true;
    const atDesk = async () => {
      if (!isThere) throw new Error('the desk is away');
    };
    const before = start(slack, slackPlatform, { desk: true, atDesk });
    await before.say(said('1', 'person'));
    await before.until(() => before.desk.length === 1);
    await before.host.floor.takeOver(conversationIn(before));
    isThere = false;
    await before.say(said('2', '在吗'));
    const { store, standIn, time } = before;
    await before.stop();
    const after = start(slack, slackPlatform, { desk: true, store, standIn, time });
    await after.until(() => after.desk.length === 1);
    expect(after.desk[0]).toContain('在吗');
  });

  test('that stays away while a person talks: the user is told, and the bot answers what nobody has read', async () => {
    let isThere = true;
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async () => {
        if (!isThere) throw new Error('the desk is away');
      },
    });
    await played.say(said('1', 'person'));
    await played.until(() => played.desk.length === 1);
    await played.host.floor.takeOver(conversationIn(played));
    isThere = false;
    await played.say(said('2', '在吗'));
    await played.say(said('3', '有人吗'));
    await played.time.advance(20 * 60_000);
    expect(played.seen).toEqual(['马上转人工。', NOBODY, '答：在吗', '答：有人吗']);
  });

  test('whose answers are lost, and whose person came: nobody is told that nobody came', async () => {
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async (call, host) => {
        if (call !== 'open') return;
        await host.floor.takeOver(await handedIn(played));
        throw new Error('the answer was lost');
      },
    });
    await played.say(said('1', 'person'));
    await played.time.advance(5 * 60_000);
    expect(played.seen).toEqual(['马上转人工。']);
    expect(played.errors).toEqual([]);
    await played.say(said('2', '在吗'));
    await played.until(() => played.desk.length === 1);
    expect(played.bot.heard).toEqual(['person']);
  });

  test('whose person comes while he is told what was said: the bot is silent from then on', async () => {
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async (call, host) => {
        if (call === 'hear') await host.floor.takeOver(conversationIn(played));
      },
    });
    await played.say(said('1', 'person'));
    await played.until(() => played.desk.length === 1);
    await played.say(said('2', '在吗'));
    await played.say(said('3', '您好'));
    await played.time.advance(5_000);
    expect(played.bot.heard).toEqual(['person']);
  });

  test('whose person goes while he is told what was said: the bot has the conversation again', async () => {
    const played = start(slack, slackPlatform, {
      desk: true,
      atDesk: async (call, host) => {
        if (call === 'hear') await host.floor.handBack(conversationIn(played), 'd1');
      },
    });
    await played.say(said('1', 'person'));
    await played.until(() => played.desk.length === 1);
    await played.host.floor.takeOver(conversationIn(played));
    await played.say(said('2', '谢谢'));
    await played.say(said('3', '再见'));
    await played.until(() => played.seen.includes('答：再见'));
    expect(played.bot.heard).toEqual(['person', '谢谢', '再见']);
  });
});

test('what a person says is sent once, however often and late it comes, and in the order of the calls', async () => {
  const played = start(slack, slackPlatform, { desk: true });
  await played.say(said('1', 'person'));
  await played.until(() => played.desk.length === 1);
  const { floor } = played.host;
  const conversation = conversationIn(played);
  const calls = [floor.say(conversation, 'd1', '您好'), floor.say(conversation, 'd1', '您好'), floor.say(conversation, 'd2', '请讲')];
  expect(await Promise.all(calls)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await floor.say(conversation, 'd1', '您好')).toMatchObject({ ok: true });
  expect(played.seen).toEqual(['马上转人工。', '您好', '请讲']);
});

test('nothing of a hand-over outlives its conversation', async () => {
  const memory = createMemoryStore();
  const values = new Map<string, string>();
  const remember: Store['remember'] = async (name, value, expiresAt) => {
    values.set(name, value);
    await memory.remember(name, value, expiresAt);
  };
  const forget: Store['forget'] = async (names) => {
    for (const name of names) values.delete(name);
    await memory.forget(names);
  };
  const played = start(slack, slackPlatform, { desk: true, store: { ...memory, remember, forget } });
  await played.say(said('1', 'person'));
  await played.until(() => played.desk.length === 1);
  const conversation = conversationIn(played) as ConversationId;
  await played.host.floor.say(conversation, 'd1', '您好');
  const [, , channel = ''] = conversation.split(':');
  const kept = () => [...values].filter((entry) => entry.join(' ').includes(channel));
  expect(kept()).toHaveLength(1);
  expect(kept()[0]?.[0]).not.toContain(channel);
  await played.host.forget(conversation);
  expect(kept()).toEqual([]);
  // Nor does this process know what was said there.
  await played.say(said('2', 'person'));
  await played.until(() => played.desk.length === 2);
  await played.host.floor.say(conversation, 'd1', '您好');
  expect(played.seen.filter((text) => text === '您好')).toHaveLength(2);
});

test.each<readonly [string, number]>([
  ['refuses', 95_014],
  ['is too busy for long', 6000],
])('a platform with people of its own that %s: the user is told, and the bot is not silent for ever', async (_name, errcode) => {
  const played = start(wecomKf, wecomKfStandIn);
  played.intercept = (request) =>
    request.url.includes('/service_state/trans') ? Promise.resolve(Response.json({ errcode, errmsg: 'no' })) : undefined;
  await played.say(said('1', 'person'));
  await played.until(() => played.seen.includes(NOBODY));
  await played.say(said('2', '在吗'));
  await played.until(() => played.seen.includes('答：在吗'));
  expect(played.seen).toEqual(['马上转人工。', NOBODY, '答：在吗']);
});

test('a notice that a platform takes only much later holds nobody up', async () => {
  const played = start(slack, slackPlatform);
  played.intercept = () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '3600' } }));
  // Too long for the bot.
  await played.say(said('1', '很'.repeat(2001)));
  await played.until(() => played.errors.length > 0);
  played.intercept = () => undefined;
  await played.say(said('2', '你好'));
  await played.until(() => played.seen.length === 1);
  expect(played.seen).toEqual(['答：你好']);
  expect(played.errors).toEqual(['dead: status 429']);
});

test.each(['asked for', 'spoken to'])(
  'an erasure while a person is %s is the last word: nothing that was on its way begins the conversation anew',
  async (when) => {
    const store = createMemoryStore();
    let calls = 0;
    let conversation = '' as ConversationId;
    const played = start(slack, slackPlatform, {
      desk: true,
      store,
      atDesk: async (call) => {
        if (call !== (when === 'asked for' ? 'open' : 'hear')) return;
        calls++;
        conversation = (await handedIn(played)) as ConversationId;
        // As another instance does, at the last attempt that is made.
        if (calls === (when === 'asked for' ? 6 : 10)) {
          await store.erase(conversation);
          await played.host.forget(conversation);
        }
        throw new Error('the desk is away');
      },
    });
    await played.say(said('1', 'person'));
    if (when === 'spoken to') {
      await played.until(() => played.desk.length === 1);
      await played.host.floor.takeOver(conversationIn(played));
      await played.say(said('2', '在吗'));
    }
    await played.time.advance(1_200_000);
    expect(calls).toBe(when === 'asked for' ? 6 : 10);
    expect(await store.load(conversation)).toBeUndefined();
    expect(await played.host.kept(conversation)).toBeUndefined();
    expect(played.bot.heard).toEqual(['person']);
  },
);

test('a message that its platform brings again after an erasure begins nothing anew', async () => {
  const store = createMemoryStore();
  const played = start(wechat, wechatStandIn, { store });
  const before = await played.say(said('1', '你好'));
  expect(before.read).toBe('答：你好');
  // Its reply is not held here.
  expect((await played.say(said('1', '你好'))).read ?? '答：你好').toBe('答：你好');
  const conversation = (await allOf(store))[0] as ConversationId;
  await store.erase(conversation);
  await played.host.forget(conversation);
  expect(await played.say(said('1', '你好'))).toEqual({ ...before, read: undefined });
  await played.time.advance(60_000);
  expect(await store.load(conversation)).toBeUndefined();
});

const allOf = (store: Store): Promise<readonly ConversationId[]> => store.old('9999-01-01T00:00:00.000Z', 10);
