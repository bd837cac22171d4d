import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wechatStandIn } from '../channels/wechat/stand-in.js';
import { builtProgram } from '../cli/program.js';
import { startPostgres } from '../stores/postgres-server.js';

const KEY = 'the-key-of-the-operator';
const SECRET = 'the-secret-of-the-tests';
const PERSON = 'openid-of-quetzalcoatlus';
const database = await startPostgres();
beforeAll(() => void builtProgram(), 120_000);

const standIn = wechatStandIn();
const platform: Server = createServer(async (request, response) => {
  const url = `http://127.0.0.1${request.url}`;
  const answer = await standIn.api(new Request(url, { method: 'POST', body: await text(request) }));
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
});
const folder = mkdtempSync(join(tmpdir(), 'zhida-memory-'));
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  platform.close();
  await database?.stop();
  rmSync(folder, { recursive: true });
});

interface Instance {
  readonly url: string;
  /** All that its memory holds, as text, after a collection of garbage. */
  memory(): Promise<string>;
}

async function startInstance(name: string, store: string, api: string): Promise<Instance> {
  const root = builtProgram();
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', ZHIDA_STORE: store, DIRECTLINE_SECRET: SECRET, ZHIDA_OPERATOR_KEY: KEY };
  const snapshots = [
    '--heapsnapshot-signal=SIGUSR2',
    `--diagnostic-dir=${folder}`,
    join(root, 'dist/cli/main.js'),
    'serve',
    '--pack',
    root,
  ];
  const child = spawn(process.execPath, snapshots, {
    cwd: root,
    env: { ...env, ZHIDA_HANDOFF_URL: 'console:', ZHIDA_HANDOFF_SECRET: `${SECRET}-desk`, ...standIn.variables(api) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
      const { url: found } = JSON.parse(line) as { url?: string };
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    async memory() {
      const isMine = (file: string) => file.endsWith('.heapsnapshot') && file.includes(`.${child.pid}.`);
      child.kill('SIGUSR2');
      // Its loop stands still until the file is whole.
      await expect.poll(() => readdirSync(folder).some(isMine), { timeout: 60_000 }).toBe(true);
      await fetch(`${url}/healthz`);
      return readFileSync(join(folder, readdirSync(folder).find(isMine) ?? ''), 'utf8');
    },
  };
}

/** One request on a connection of its own. */
const send = (url: string, method: string, headers: { readonly [name: string]: string } = {}, body?: string | Buffer) =>
  fetch(url, { method, headers: { connection: 'close', ...headers }, ...(body !== undefined && { body }) });

test.skipIf(!database)(
  'when an erasure is answered, neither instance’s memory holds a name or a message of the conversation, and no row does',
  async () => {
    if (!database) return;
    platform.listen(0, '127.0.0.1');
    await once(platform, 'listening');
    const api = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
    const url = await database.database();
    const [one, other] = await Promise.all([startInstance('one', url, api), startInstance('other', url, api)]);
    const json = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };

    const started = (await (await send(`${one.url}/v3/directline/conversations`, 'POST', json, '{}')).json()) as { conversationId: string };
    const id = started.conversationId;
    const sentences = ['提现五千零十七元要多少手续费', '那么四千零十九元呢', 'how long does it take, asked iguanodon'];
    for (const [n, sentence] of sentences.entries()) {
      const body = JSON.stringify({
        type: 'message',
        from: { id: 'dl-free-user' },
        text: sentence,
        channelData: { clientActivityID: `key-of-ankylosaur-${n}` },
      });
      for (const { url: at } of n === 1 ? [other, one] : [one, other])
        expect((await send(`${at}/v3/directline/conversations/${id}/activities`, 'POST', json, body)).status).toBe(200);
    }
    // By WeChat too, in both: answered, told again, handed to a person, and what is said to him.
    for (const [n, said] of [...sentences, '转人工', '我在等'].entries()) {
      const request = standIn.says({ id: `${7_770_000_001 + n}`, from: PERSON, text: said }, new Date());
      for (const { url: at } of n % 2 ? [other, one] : [one, other]) {
        const answer = await send(`${at}/channels/wechat?${request.query}`, 'POST', { 'content-type': 'text/xml' }, request.body);
        expect(answer.status).toBe(200);
      }
    }
    const conversations = [id, `wechat:${PERSON}`];
    const operate = (at: Instance, method: string, conversation: string) =>
      send(`${at.url}/v1/conversations/${encodeURIComponent(conversation)}`, method, { authorization: `Bearer ${KEY}` });
    // What is just being sent is in work; a platform may be waited for.
    for (const conversation of conversations)
      await expect
        .poll(async () => ((await (await operate(other, 'GET', conversation)).json()) as { undelivered: unknown }).undelivered, {
          timeout: 30_000,
        })
        .toEqual([]);

    for (const conversation of conversations) expect((await operate(one, 'DELETE', conversation)).status).toBe(204);
    const marks = [id, PERSON, 'key-of-ankylosaur', ...sentences, '7770000001', 'dl-free-user'];
    const memories = await Promise.all([one.memory(), other.memory()]);
    for (const [n, memory] of memories.entries()) {
      expect(memory.length).toBeGreaterThan(1_000_000);
      expect([n, marks.filter((mark) => memory.includes(mark))]).toEqual([n, []]);
    }
    const tables = await database.run(url, "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE 'zhida%'");
    for (const { name } of tables)
      for (const mark of marks) expect(await database.run(url, `SELECT t::text FROM ${name} t WHERE t::text LIKE '%${mark}%'`)).toEqual([]);
  },
  180_000,
);
