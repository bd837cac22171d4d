import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_SECRET, readConfiguration } from '../../src/cli/configuration.js';

type Env = Readonly<Record<string, string>>;

const SECRET = 'a-secret-for-the-tests';
const APP_ID = '11111111-2222-3333-4444-555555555555';
const OTHER = 'an-older-secret-of-the-tests';

const problems = (env: Env): string => {
  const read = readConfiguration(env);
  return read.ok ? 'none' : read.error.join('\n');
};

describe('refused', () => {
  test.each<readonly [Env, RegExp]>([
    [{ PORT: 'abc' }, /^PORT must be a number from 0 to 65535$/],
    [{ PORT: '70000' }, /^PORT must be a number/],
    [{ PORT: '-1' }, /^PORT must be a number/],
    [{ PORT: '80.5' }, /^PORT must be a number/],
    [{ PORT: '1e3' }, /^PORT must be a number/],
    [{ PORT: '0x50' }, /^PORT must be a number/],
    [{ PORT: ' ' }, /^PORT must be a number/],
    [{ HOST: ' ', DIRECTLINE_SECRET: SECRET }, /^HOST must not be empty/],
    [{ DIRECTLINE_SECRET: 'short' }, /^DIRECTLINE_SECRET must have at least 16 characters; make one with: openssl/],
    [{ DIRECTLINE_SECRET: SECRET, DIRECTLINE_SECRET_PREVIOUS: 'short' }, /^DIRECTLINE_SECRET_PREVIOUS must have at least 16/],
    [{ DIRECTLINE_SECRET_PREVIOUS: SECRET }, /^DIRECTLINE_SECRET_PREVIOUS is set without DIRECTLINE_SECRET/],
    [{ DIRECTLINE_SECRET: SECRET, DIRECTLINE_SECRET_PREVIOUS: SECRET }, /^DIRECTLINE_SECRET_PREVIOUS is the same as DIRECTLINE_SECRET/],
    [{ HOST: '0.0.0.0' }, /^DIRECTLINE_SECRET is missing: on 0\.0\.0\.0 other machines can connect/],
    [{ HOST: '::' }, /^DIRECTLINE_SECRET is missing/],
    [{ HOST: '127.0.0.1.example.org' }, /^DIRECTLINE_SECRET is missing/],
    [{ ZHIDA_ORIGINS: 'https://a.example' }, /^DIRECTLINE_SECRET is missing: behind/],
    [{ ZHIDA_PUBLIC_URL: 'https://bot.example' }, /^DIRECTLINE_SECRET is missing: behind/],
    [{ ZHIDA_PUBLIC_URL: 'bot', DIRECTLINE_SECRET: SECRET }, /^ZHIDA_PUBLIC_URL must be a URL/],
    [{ ZHIDA_PUBLIC_URL: 'file:///etc', DIRECTLINE_SECRET: SECRET }, /^ZHIDA_PUBLIC_URL must be a URL/],
    [{ MICROSOFT_APP_ID: APP_ID }, /^MICROSOFT_APP_PASSWORD is missing: MICROSOFT_APP_ID is set and needs it$/],
    [{ MICROSOFT_APP_PASSWORD: 'hidden' }, /^MICROSOFT_APP_ID is missing: MICROSOFT_APP_PASSWORD is set and needs it$/],
    [{ MICROSOFT_APP_ID: 'zhida', MICROSOFT_APP_PASSWORD: 'hidden' }, /^MICROSOFT_APP_ID must be the registration's app id, a GUID$/],
    [{ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'hidden', MICROSOFT_APP_TENANT_ID: 'a/b' }, /^MICROSOFT_APP_TENANT_ID must be/],
    [{ ZHIDA_RECORD: 'recorded', ZHIDA_STORE: 'postgres://u@h/d' }, /^ZHIDA_RECORD writes files that other instances .* could not erase/],
    [{ ZHIDA_STORE: 'zhida.db' }, /^ZHIDA_STORE names no store\. Write sqlite:PATH/],
  ])('%j', (env, says) => {
    expect(problems(env)).toMatch(says);
    expect(problems(env).split('\n')).toHaveLength(1);
  });

  test('every problem is named at once, and no secret', () => {
    const all = problems({ PORT: 'abc', ZHIDA_PUBLIC_URL: 'bot', ZHIDA_STORE: 'x://me:hidden@host', HOST: '0.0.0.0' });
    expect(all.split('\n').map((line) => line.split(' ')[0])).toEqual(['PORT', 'ZHIDA_PUBLIC_URL', 'ZHIDA_STORE', 'DIRECTLINE_SECRET']);
    expect(all).not.toContain('hidden');
  });
});

test.each<readonly [Env, object]>([
  [
    {},
    {
      server: { host: '127.0.0.1', port: 3978, publicUrl: undefined },
      store: { url: 'sqlite:data/zhida.db' },
      directLine: { secret: LOCAL_SECRET, isLocalSecret: true, origins: [] },
      record: { folder: undefined },
    },
  ],
  [{ PORT: '', HOST: '' }, { server: { host: '127.0.0.1', port: 3978 } }],
  [{ PORT: '0' }, { server: { port: 0 } }],
  [{ PORT: '65535' }, { server: { port: 65_535 } }],
  [{ HOST: '::1' }, { server: { host: '::1' }, directLine: { isLocalSecret: true } }],
  [{ HOST: 'localhost' }, { server: { host: 'localhost' }, directLine: { isLocalSecret: true } }],
  [
    { HOST: '0.0.0.0', DIRECTLINE_SECRET: '0123456789abcdef' },
    { server: { host: '0.0.0.0' }, directLine: { secret: '0123456789abcdef', isLocalSecret: false } },
  ],
  [{ DIRECTLINE_SECRET: SECRET, DIRECTLINE_SECRET_PREVIOUS: OTHER }, { directLine: { secret: SECRET, previousSecret: OTHER } }],
  [
    { ZHIDA_ORIGINS: 'https://a.example, ,https://b.example', DIRECTLINE_SECRET: SECRET },
    { directLine: { origins: ['https://a.example', 'https://b.example'] } },
  ],
  [{ ZHIDA_PUBLIC_URL: 'https://bot.example', DIRECTLINE_SECRET: SECRET }, { server: { publicUrl: 'https://bot.example' } }],
  [{ DIRECTLINE_SECRET: SECRET }, { isLocal: true, botFramework: undefined }],
  [{ ZHIDA_ORIGINS: 'https://a.example', DIRECTLINE_SECRET: SECRET }, { isLocal: false }],
  [{ HOST: '0.0.0.0', DIRECTLINE_SECRET: SECRET }, { isLocal: false }],
  [
    { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'hidden', MICROSOFT_APP_TENANT_ID: 'zhida.example' },
    { botFramework: { appId: APP_ID, password: 'hidden', tenantId: 'zhida.example' } },
  ],
])('%j is served', (env, configuration) => {
  const read = readConfiguration(env);
  expect(read.ok && read.value).toMatchObject(configuration);
});

describe('limits', () => {
  const limitsOf = (env: Readonly<Record<string, string>>) => {
    const read = readConfiguration(env);
    return read.ok ? read.value.server.perMinute : read.error;
  };

  test('a server tried out on one machine has those that were set', () => {
    expect(limitsOf({})).toEqual({ address: undefined, token: undefined, conversation: undefined });
    expect(limitsOf({ ZHIDA_LIMIT_TOKEN: '7' })).toEqual({ address: undefined, token: 7, conversation: undefined });
  });

  test('one with a secret has them all', () => {
    expect(limitsOf({ DIRECTLINE_SECRET: SECRET, ZHIDA_LIMIT_CONVERSATION: '0' })).toEqual({
      address: 6000,
      token: 240,
      conversation: undefined,
    });
  });
});

describe('the file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhida-config-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const withFile = (yaml: string, env: Env = {}) => {
    const path = join(folder, 'some.yaml');
    writeFileSync(path, yaml);
    return readConfiguration({ ZHIDA_CONFIG: path, ...env });
  };

  test('sets what the environment does not', () => {
    const read = withFile('# what we run\nPORT: 8080\nHOST: 10.0.0.7\nZHIDA_ORIGINS:\n  - https://a.example\n  - https://b.example\n', {
      HOST: '10.0.0.8',
      DIRECTLINE_SECRET: SECRET,
    });
    expect(read.ok && read.value).toMatchObject({
      server: { port: 8080, host: '10.0.0.8' },
      directLine: { origins: ['https://a.example', 'https://b.example'] },
    });
  });

  test('may be empty', () => expect(withFile('# nothing yet\n').ok).toBe(true));

  test.each<readonly [string, string, RegExp]>([
    [
      'a secret',
      `DIRECTLINE_SECRET: ${SECRET}`,
      /:1 DIRECTLINE_SECRET is a secret: take it out of the file and set it in the environment$/,
    ],
    ['a password in an address', 'ZHIDA_STORE: postgres://bot:hidden@db/zhida', /:1 ZHIDA_STORE is a secret/],
    ['a wrong value, with its line', '\nPORT: many', /:2 PORT must be a number from 0 to 65535$/],
    ['a setting that is none', 'PROT: 1', /:1 PROT is no setting/],
    ['a map', 'PORT: {a: 1}', /:1 PORT: /],
    ['no map', '- PORT', /:1 file: /],
    ['no YAML', 'PORT: [', /:1 /],
    ['a name twice', 'PORT: 1\nPORT: 2', /:2 .*unique/],
  ])('%s is refused', (_, yaml, says) => {
    const read = withFile(yaml);
    expect(read.ok ? [] : read.error).toEqual([expect.stringMatching(says)]);
    expect(JSON.stringify(read)).not.toMatch(/hidden|a-secret-for/);
  });

  test('a secret in it is refused although the environment has one', () => {
    const read = withFile(`PORT: x\nDIRECTLINE_SECRET: ${OTHER}`, { DIRECTLINE_SECRET: SECRET });
    expect(read.ok ? [] : read.error).toHaveLength(2);
  });

  test('that is named must be there', () => {
    expect(problems({ ZHIDA_CONFIG: join(folder, 'none.yaml') })).toMatch(/^ZHIDA_CONFIG names .*none\.yaml, which is not there$/);
  });
});
