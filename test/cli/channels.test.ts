import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../src/channels/list.js';
import { channels } from '../../src/cli/commands/channels.js';
import { wechatStandIn } from '../channels/wechat/stand-in.js';
import { wecomStandIn } from '../channels/wecom/stand-in.js';
import { wecomKfStandIn } from '../channels/wecom-kf/stand-in.js';

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
  test.each([
    ['wechat', wechatStandIn],
    ['wecom', wecomStandIn],
    ['wecom-kf', wecomKfStandIn],
  ] as const)('%s: the handshake is answered', async (id, standIn) => {
    expect(await run(['check', id], standIn().variables('https://api.example.org'))).toMatchObject({
      code: 0,
      out: expect.stringContaining(`/channels/${id}`),
    });
  });

  test('says what is missing', async () => {
    expect(await run(['check', 'wecom'])).toMatchObject({ code: 1, err: expect.stringContaining('WECOM_CORP_ID') });
    expect(await run(['check', 'wechat'], { WECHAT_TOKEN: 'abc' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('WECHAT_APPID'),
    });
  });

  test.each([[['check', 'carrier']], [['check']], [['try', 'wechat']]])('%j is no call', async (args) => {
    await expect(run(args)).rejects.toThrow();
  });
});
