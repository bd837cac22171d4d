import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ConversationId } from '../../src/bot/ports.js';
import { openStore } from '../../src/stores/open.js';
import { copyPack } from '../workspace/pack-folder.js';
import { builtProgram, zhida } from './program.js';

const FREE = { PORT: '0', ZHIDA_STORE: 'memory:' };
const STOPS_WITHIN = 10_000;

beforeAll(() => void builtProgram(), 120_000);

describe('a configuration that cannot be served', () => {
  test.each<readonly [Readonly<Record<string, string>>, RegExp]>([
    [{ PORT: 'abc', DIRECTLINE_SECRET: 'short' }, /^PORT .*\nDIRECTLINE_SECRET .*\n$/],
    [{ HOST: '0.0.0.0' }, /^DIRECTLINE_SECRET is missing: on 0\.0\.0\.0 .*\n$/],
    [{ ZHIDA_STORE: 'redis://:hidden@x' }, /^ZHIDA_STORE names no store\. Write sqlite:PATH.*\n$/],
    [{ ZHIDA_WEBCHAT: '/nowhere/webchat.js' }, /^ZHIDA_WEBCHAT must be the path of Web Chat's webchat\.js\n$/],
    [{ ZHIDA_CONFIG: 'nowhere.yaml' }, /^ZHIDA_CONFIG names nowhere\.yaml, which is not there\n$/],
  ])('%j ends the program, with a line on what to do', async (env, says) => {
    const { code, stdout, stderr } = await zhida(['serve'], { env: { ...FREE, ...env } });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
  });

  test('a port that is taken', async () => {
    const other = await listening();
    const { port } = other.address() as { port: number };
    const { code, stderr } = await zhida(['serve'], { env: { ...FREE, PORT: `${port}` } });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^cannot listen on 127\\.0\\.0\\.1:${port}: .*EADDRINUSE`));
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('serve --check', () => {
  test('says what would run, without a secret', async () => {
    const secret = 'do-not-print-this-one';
    const { code, stdout, stderr } = await zhida(['serve', '--check'], {
      env: { HOST: '0.0.0.0', DIRECTLINE_SECRET: secret, DIRECTLINE_SECRET_PREVIOUS: `${secret}-2`, ZHIDA_ORIGINS: 'https://a.example' },
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^address +0\.0\.0\.0, port 3978$/m);
    expect(stdout).toMatch(/^store +sqlite:data\/zhida\.db$/m);
    expect(stdout).toMatch(/^direct line +secret set; previous secret accepted too; pages of https:\/\/a\.example$/m);
    expect(stdout).toMatch(/^pack in \//m);
    expect(stdout).not.toContain(secret);
  });

  test('ends with 1 and every problem of settings and pack', async () => {
    const pack = copyPack();
    pack.replace('intents/desk-fee.yaml', '{desk.minimum}。', '{desk.least}。');
    const { code, stdout } = await zhida(['serve', '--check', '--pack', pack.root], { env: { PORT: 'x', HOST: '::' } });
    pack.delete();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^PORT must be a number[\s\S]*^DIRECTLINE_SECRET is missing[\s\S]*desk\.least/m);
  });
});

const listening = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });

describe('a broken pack', () => {
  test.each<readonly [string, string, string, string, RegExp]>([
    [
      'an unknown fact',
      'intents/desk-fee.yaml',
      '{desk.minimum}。',
      '{desk.least}。',
      /^intents\/desk-fee\.yaml:13 {2}unknown-fact .*desk\.least.* → /m,
    ],
    [
      'two values',
      'knowledge/cards/article.en.md',
      '[20 minutes]',
      '[2 hours]',
      /^knowledge\/cards\/article\.en\.md:\d+ {2}fact-value .* → /m,
    ],
    ['no YAML', 'intents/concepts.yaml', 'concepts:', 'concepts: [', /^intents\/concepts\.yaml:\d+ {2}yaml .* → /m],
  ])('%s: lint and serve say where, and do not start', async (_, file, old, by, says) => {
    const pack = copyPack();
    pack.replace(file, old, by);
    const [lint, serve, ask] = await Promise.all([
      zhida(['lint', '--pack', pack.root]),
      zhida(['serve', '--pack', pack.root], { env: FREE }),
      zhida(['ask', '柜台收多少', '--pack', pack.root]),
    ]);
    pack.delete();
    expect([lint.code, serve.code, ask.code]).toEqual([1, 1, 1]);
    expect(lint.stdout).toMatch(says);
    for (const { stdout, stderr } of [serve, ask]) {
      expect(stdout).toBe('');
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/problems? in the pack; it was not used\n$/);
    }
  });
});

let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
});

const takesConnections = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .once('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .once('error', () => resolve(false));
  });

interface Serving {
  readonly url: string;
  /** Resolves with the first line of the log that fits. */
  readonly logged: (pattern: RegExp) => Promise<string>;
  /** Sends the signal and resolves with the exit code. */
  readonly stop: (signal: 'SIGTERM' | 'SIGINT') => Promise<number | null>;
}

async function serve(pack: string, env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const main = join(builtProgram(), 'dist/cli/main.js');
  const child = spawn(process.execPath, [main, 'serve', '--pack', pack], {
    env: { PATH: process.env['PATH'] ?? '', ...FREE, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  let log = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
    for (const look of watchers) look();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const logged = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = log.split('\n').find((each) => pattern.test(each));
        if (line !== undefined) resolve(line);
      };
      watchers.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern} was logged:\n${log}`)));
    });
  const { url } = JSON.parse(await logged(/ready on/)) as { url: string };
  return {
    url,
    logged,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

describe('serve', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('answers /healthz, and ends on %s with 0', async (signal) => {
    const server = await serve(builtProgram());
    const health = await fetch(`${server.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) }]);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const page = await fetch(`${server.url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const asked = performance.now();
    expect(await server.stop(signal)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(STOPS_WITHIN);
  });

  test('ends although a request is half sent', async () => {
    const server = await serve(builtProgram());
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => {});
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.write('POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n');
    // 0, and not the 1 of a stop that was waited for in vain.
    expect(await server.stop('SIGTERM')).toBe(0);
    socket.destroy();
  });

  test('ends under load with every message that it took stored and answered, half-sent ones beside', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhida-stop-'));
    const file = join(folder, 'zhida.db');
    const secret = 'a-secret-for-the-tests';
    const server = await serve(builtProgram(), { ZHIDA_STORE: `sqlite:${file}`, DIRECTLINE_SECRET: secret });
    const halves = Array.from({ length: 8 }, () =>
      connect(Number(new URL(server.url).port), '127.0.0.1')
        .on('error', () => {})
        .resume(),
    );
    for (const half of halves) half.write('POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');

    const post = (path: string, body: object) =>
      fetch(`${server.url}/v3/directline${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const answered = new Map<string, string[]>();
    const statuses = new Set<number>();
    let busy = (): void => {};
    const underLoad = new Promise<void>((resolve) => {
      busy = resolve;
    });
    let turns = 0;
    const talk = async (): Promise<void> => {
      const { conversationId: id } = (await (await post('/conversations', {})).json()) as { conversationId: string };
      const keys: string[] = [];
      answered.set(id, keys);
      for (let n = 1; ; n++) {
        const message = { type: 'message', id: `key ${n}`, text: '花呗提现手续费多少' };
        // It ends when it is no longer let in; what was let in is answered in full.
        const sent = await post(`/conversations/${id}/activities`, message).catch(() => undefined);
        if (!sent) return;
        statuses.add(sent.status);
        await sent.arrayBuffer();
        keys.push(`key ${n}`);
        if (++turns === 100) busy();
      }
    };
    const talks = Promise.all(Array.from({ length: 16 }, talk));
    await underLoad;
    const stopped = server.stop('SIGTERM');
    while (await takesConnections(Number(new URL(server.url).port)));
    // Noticed by then; another one, as npm sends it, must not cut the stop short, which waits for half-sent requests still.
    void server.stop('SIGTERM');
    expect(await stopped).toBe(0);
    await talks;
    expect([...statuses]).toEqual([200]);
    for (const half of halves) half.destroy();

    const store = await openStore(`sqlite:${file}`);
    for (const [id, keys] of answered) {
      const stored = await store.history(id as ConversationId, 0, 100_000);
      expect(stored.map(({ key }) => key)).toEqual(keys);
    }
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('keeps conversations in a file below the folder it runs in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhida-serve-'));
    const server = await serve(builtProgram(), { ZHIDA_STORE: `sqlite:${join(folder, 'a', 'zhida.db')}` });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await server.stop('SIGTERM')).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('takes over a changed pack without a restart, and refuses a broken one while the old goes on', async () => {
    const pack = copyPack();
    const server = await serve(pack.root);
    const title = async () => /<h1>(.*?)<\/h1>/s.exec(await (await fetch(`${server.url}/knowledge/cards?lang=en`)).text())?.[1];
    const before = await title();
    expect(before).toContain('Turning a gift card into cash');

    pack.replace('knowledge/cards/article.en.md', 'title: Turning a gift card into cash', 'title: From card to cash');
    await server.logged(/pack taken over/);
    expect(await title()).toContain('From card to cash');

    pack.replace('intents/desk-fee.yaml', '{desk.minimum}。', '{desk.least}。');
    expect(await server.logged(/changed pack refused/)).toContain('desk.least');
    expect(await title()).toContain('From card to cash');
    expect(await server.stop('SIGTERM')).toBe(0);
    pack.delete();
  }, 60_000);
});
