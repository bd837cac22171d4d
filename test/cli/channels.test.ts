import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/channels/list.js';
import { channels } from '../../src/cli/commands/channels.js';
import { PLAYED_CHANNELS } from '../channels/stand-ins.js';
import { wechatStandIn } from '../channels/wechat/stand-in.js';

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await channels.run(args, { stdin: new PassThrough(), stdout, stderr, env });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

const WECHAT = wechatStandIn().variables('https://api.example.org');

describe('zhida channels', () => {
  test('lists every platform with what it needs', async () => {
    const { code, out } = await run([]);
    expect(code).toBe(0);
    for (const { id, name } of CHANNELS)
      expect(out).toMatch(new RegExp(`^${id} +${name.replaceAll('/', '.')} +off +needs [A-Z0-9_, ]+$`, 'm'));
  });

  test('what is configured has its path, and what is half configured its problems; no secret is shown', async () => {
    const { code, out } = await run([], { ...WECHAT, WECOM_TOKEN: 'ab' });
    expect(code).toBe(1);
    expect(out).toMatch(/^wechat .* configured +\/channels\/wechat$/m);
    expect(out).toMatch(/^wecom .* broken +WECOM_CORP_ID is missing: WECOM_TOKEN is set and needs it; .*WECOM_TOKEN must have 3 to 32/m);
    expect(out).not.toContain(WECHAT['WECHAT_SECRET']);
  });

  test('safe mode needs its key, and plain mode is asked for by name', async () => {
    const { WECHAT_AES_KEY: _, ...plain } = WECHAT;
    expect((await run([], plain)).out).toMatch(/^wechat .* broken +WECHAT_AES_KEY is missing: /m);
    expect((await run([], { ...plain, WECHAT_MODE: 'plain' })).out).toMatch(/^wechat .* configured/m);
  });
});

describe('zhida channels check', () => {
  describe.each(PLAYED_CHANNELS.map(({ kind, standIn }) => [kind.id, kind, standIn] as const))('%s', (id, { settings }, standIn) => {
    const variables = standIn().variables('https://api.example.org');

    test('the handshake is answered', async () => {
      expect(await run(['check', id], variables)).toMatchObject({ code: 0, out: expect.stringContaining(`/channels/${id}`) });
    });

    test('nothing set: all that it needs is named', async () => {
      const { code, err } = await run(['check', id]);
      expect(code).toBe(1);
      expect(settings.names.filter((name) => err.includes(name)).length).toBeGreaterThan(0);
    });

    test.each(Object.keys(variables))('without %s, or with what it cannot be, it is named, and no value is shown', async (name) => {
      const { [name]: _, ...others } = variables;
      for (const texts of [others, { ...variables, [name]: '\u0007' }]) {
        const { code, out, err } = await run(['check', id], texts);
        if (code !== 0) expect(err).toContain(name);
        for (const [other, text] of Object.entries(texts)) if (settings.isSecret(other, text)) expect(out + err).not.toContain(text);
      }
    });
  });

  test('what the console called is tried on the secrets that are set', async () => {
    const official = { WECHAT_APPID: 'wxba5fad812f8e6fb9', WECHAT_TOKEN: 'AAAAA', WECHAT_AES_KEY: 'A'.repeat(43) };
    const signature = 'f464b24fc39322e44b38aa78f5edd27bd1441696';
    const called = `/channels/wechat?signature=${signature}&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249`;
    expect(await run(['check', 'wechat', `https://bot.example.org${called}`], official)).toMatchObject({ code: 0 });
    expect(await run(['check', 'wechat', called], official)).toMatchObject({ code: 0 });
    const { code, err } = await run(['check', 'wechat', called], { ...official, WECHAT_TOKEN: 'AAAAB' });
    expect({ code, err }).toEqual({ code: 1, err: "the platform's handshake is refused: the signature is wrong\n" });
    expect((await run(['check', 'wechat', '/channels/wechat'], official)).code).toBe(1);
  });

  test('says what is missing', async () => {
    expect(await run(['check', 'wecom'])).toMatchObject({ code: 1, err: expect.stringContaining('WECOM_CORP_ID') });
    expect(await run(['check', 'wechat'], { WECHAT_TOKEN: 'abc' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('WECHAT_APPID'),
    });
  });

  test.each([[['check', 'carrier']], [['check', 'wechat', '/a', '/b']], [['check']], [['try', 'wechat']]])(
    '%j is no call',
    async (args) => {
      await expect(run(args)).rejects.toThrow();
    },
  );
});
