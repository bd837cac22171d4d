// Webhooks a second, beside a bare echo of the same bytes, in one run: signed and encrypted WeChat (verify, decrypt, parse, store, seal the reply)
// and signed Slack (verify, parse, store, send by the outbox to an API that answers at once).
//   npm run build && node bench/channels.mjs [--slices 10]
// Each server is a process of its own; fifty connections, a conversation each. Requests are signed before the clock runs. The servers are loaded
// in short slices by turns, and the best quarter of each one's slices counts. The generator shares the machine: read the ratios.
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCipher, signatureOf } from '../dist/channels/tencent/cipher.js';
import { SETTINGS } from './channels/settings.mjs';
import { connection, load } from './server/load.mjs';

const { values: options } = parseArgs({ options: { slices: { type: 'string', default: '10' } } });
const CONNECTIONS = 50;
/** Seconds. */
const SLICE = 0.4;
const WARM_UP = 0.5;
const TARGET = fileURLToPath(new URL('./channels/target.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhida-bench-'));

const cipher = createCipher(SETTINGS.WECHAT_AES_KEY, SETTINGS.WECHAT_APPID);
let ids = 100_000_000;

function wechatRequest(user) {
  const seconds = Math.floor(Date.now() / 1000);
  const text = `微信零钱提${8000 + (ids % 500)}要多少手续费`;
  const xml = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${user}]]></FromUserName><CreateTime>${seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${ids++}</MsgId></xml>`;
  const sealed = cipher.seal(xml, randomBytes(16));
  const query = new URLSearchParams({
    timestamp: `${seconds}`,
    nonce: 'n',
    encrypt_type: 'aes',
    msg_signature: signatureOf(SETTINGS.WECHAT_TOKEN, `${seconds}`, 'n', sealed),
  });
  const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  return { path: `/channels/wechat?${query}`, headers: '', body };
}

function slackRequest(user) {
  const seconds = `${Math.floor(Date.now() / 1000)}`;
  const id = ids++;
  const text = `微信零钱提${8000 + (id % 500)}要多少手续费`;
  const event = { type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts: `${seconds}.${id}`, team: 'T1' };
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${id}`,
    event_time: Number(seconds),
    event,
  });
  const signature = createHmac('sha256', SETTINGS.SLACK_SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return { path: '/channels/slack', headers: `x-slack-request-timestamp: ${seconds}\r\nx-slack-signature: v0=${signature}\r\n`, body };
}

const start = (job) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TARGET, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.once('data', (port) => resolve({ child, port: Number(port) }));
  });

async function prepare(name, job, make) {
  const { child, port } = await start(job);
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connection(port)));
  const slices = [];
  /** More requests than a connection can send in a slice; what is left over was signed for nothing. */
  let expected = 2000 / CONNECTIONS;
  const slice = async (seconds) => {
    const queues = connections.map((_, n) => Array.from({ length: Math.ceil(expected * 3) }, () => make(`U${n}`)));
    const senders = connections.map((each, n) => {
      const queue = queues[n];
      return () => {
        const { path, headers, body } = queue.pop() ?? make(`U${n}`);
        return each.post(path, headers, body);
      };
    });
    const { latencies, seconds: took } = await load(senders, seconds);
    expected = latencies.length / CONNECTIONS;
    return { perSecond: latencies.length / took, latencies };
  };
  await slice(WARM_UP);
  return {
    slice: async () => slices.push(await slice(SLICE)),
    row() {
      const best = slices.sort((x, y) => y.perSecond - x.perSecond).slice(0, Math.ceil(slices.length / 4));
      const latencies = best.flatMap((each) => each.latencies).sort((x, y) => x - y);
      const at = (share) => latencies[Math.floor(latencies.length * share)];
      return { name, perSecond: best.reduce((sum, each) => sum + each.perSecond, 0) / best.length, p50: at(0.5), p99: at(0.99) };
    },
    stop() {
      for (const each of connections) each.close();
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
    },
  };
}

const sqlite = (name) => ({ kind: 'channels', store: `sqlite:${join(folder, `${name}.db`)}` });
const memory = { kind: 'channels', store: 'memory:' };
const echo = { kind: 'echo' };
const jobs = [
  ['echo of a WeChat request', echo, wechatRequest],
  ['echo of a Slack request', echo, slackRequest],
  ['wechat, in memory', memory, wechatRequest],
  ['slack, in memory', memory, slackRequest],
  ['wechat, sqlite', sqlite('wechat'), wechatRequest],
  ['slack, sqlite', sqlite('slack'), slackRequest],
];
const running = [];
try {
  for (const job of jobs) running.push(await prepare(...job));
  for (let i = 0; i < Number(options.slices); i++) for (const each of running) await each.slice();
  console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`);
  console.log('                            webhooks/s    of echo   p50 ms   p99 ms');
  const rows = running.map((each) => each.row());
  rows.forEach(({ name, perSecond, p50, p99 }, index) => {
    const share = perSecond / rows[index % 2].perSecond;
    console.log(
      `${name.padEnd(28)}${perSecond.toFixed(0).padStart(10)}${share.toFixed(2).padStart(11)}${p50.toFixed(2).padStart(9)}${p99.toFixed(2).padStart(9)}`,
    );
  });
} finally {
  for (const each of running) each.stop();
  rmSync(folder, { recursive: true, force: true });
}
