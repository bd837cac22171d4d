// The widget beside other chat widgets: size, requests, time until one can type on a desktop and on a throttled phone, heap over a blank page,
// what axe finds, and what a strict policy (style-src 'self', Trusted Types 'none') blocks.
//   npm run build && (cd bench && npm ci) && node bench/widget.mjs
//
// Ready: the composer is laid out and that picture painted, as the page itself sees it, frame by frame; whoever asks from outside asks every
// 20 to 500 ms and measures his own steps. Then the same composer must take a text. Requests are those before that, without the page's own.
// CPU: what the page's main thread was busy with until then, which a busy machine changes little. Runs alternate. `node bench/widget.mjs 1` is a try.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RUNS = Number(process.argv[2] ?? 5);
/** The closest peer, on which the goal is set, is measured as often as this. */
const CLOSE_RUNS = RUNS * 3;
/** Ready times of a bare prototype as parts of deep-chat's. */
const GOAL = { desktop: 0.77, phone: 0.56 };
const SECRET = 'a-secret-for-the-benchmark';
const ZHIDA = 'http://127.0.0.1:3979';
// A slow mobile network and a processor a quarter as fast.
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWER_BY = 4;
const read = (path) => readFileSync(join(ROOT, path));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const chatui = await build({
  entryPoints: [join(ROOT, 'bench/widget/chatui.mjs')],
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
});
const webChat = `WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token: TOKEN, domain: '${ZHIDA}/v3/directline' }) }, document.getElementById('root'));`;

/** Each as its own documentation embeds it; `composer` is where one types. */
const PEERS = {
  'zhida-chat': {
    // As the server sends it, with its pack's greeting; filled in below.
    files: {},
    body: `<script src="/zhida-chat/widget.js" defer></script><zhida-chat open lang="en" server="${ZHIDA}"></zhida-chat>`,
    composer: 'textarea',
  },
  'deep-chat': {
    files: { 'deepChat.bundle.js': read('bench/node_modules/deep-chat/dist/deepChat.bundle.js') },
    body: '<script type="module" src="/deep-chat/deepChat.bundle.js"></script><deep-chat demo="true"></deep-chat>',
    composer: '#text-input',
  },
  '@chatui/core': {
    files: { 'chat.js': chatui.outputFiles[0].contents, 'index.css': read('bench/node_modules/@chatui/core/dist/index.css') },
    body: '<link rel="stylesheet" href="/@chatui/core/index.css"><div id="root"></div><script src="/@chatui/core/chat.js" defer></script>',
    composer: '.Composer-input',
  },
  'botframework-webchat': {
    files: { 'webchat.js': read('node_modules/botframework-webchat/dist/webchat.js'), 'start.js': '' },
    body: '<div id="root"></div><script src="/botframework-webchat/webchat.js"></script><script src="/botframework-webchat/start.js"></script>',
    composer: '[data-testid="send box text area"], .webchat__send-box-text-box__input',
  },
};

const STRICT = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${ZHIDA} ${ZHIDA.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types 'none'`;
const html = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title><link rel="icon" href="data:,"></head><body><main><h1>Host</h1></main>${body}</body></html>`;
const type = (name) =>
  name.endsWith('.css') ? 'text/css' : name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8';

let token = '';
const zipped = new Map();
const pages = createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const found = Object.entries(PEERS).find(([name]) => pathname.startsWith(`/${name}/`));
  const file = found && pathname.slice(found[0].length + 2);
  const bytes =
    file === 'start.js' ? webChat.replace('TOKEN', JSON.stringify(token)) : file ? found[1].files[file] : html(found ? found[1].body : '');
  if (bytes === undefined) return response.writeHead(404).end();
  if (!zipped.has(bytes)) zipped.set(bytes, gzipSync(bytes));
  response.writeHead(200, {
    'content-type': type(file ?? ''),
    'content-encoding': 'gzip',
    'cache-control': 'no-store',
    ...(search === '?strict' && { 'content-security-policy': STRICT }),
  });
  return response.end(zipped.get(bytes));
});

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kilobytes = (bytes) => (bytes / 1024).toFixed(1);

/** One visit in a browser of its own memory; gives what `look` gives. */
async function visit(browser, url, { phone = false, composer } = {}, look = async () => undefined) {
  const context = await browser.newContext(
    phone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'en' } : { locale: 'en' },
  );
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const seen = { requests: -1, blocked: 0 };
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) seen.requests++;
    });
    await page.addInitScript("globalThis.blocked = 0; addEventListener('securitypolicyviolation', () => blocked++)");
    if (composer) await page.addInitScript(watch(composer));
    if (phone) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
    }
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url, { waitUntil: 'commit' });
    if (!composer) await page.waitForLoadState();
    const patience = new Promise((resolve) => setTimeout(resolve, phone ? 30_000 : 8000));
    const ready = composer && (await Promise.race([page.evaluate('ready'), patience]));
    const before = { requests: seen.requests, cpu: await busyTime(session) };
    const isReady = ready !== undefined && (await takesText(page, composer));
    return { ...before, isReady, ready, ...(await look(page, session)) };
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything of it. */
const watch = (composer) => `globalThis.ready = new Promise((resolve) => {
  const find = (root) =>
    root.querySelector(${JSON.stringify(composer)}) ??
    [...root.querySelectorAll('zhida-chat, deep-chat')].map(({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean);
  const look = () => {
    const { width = 0, height = 0 } = find(document)?.getBoundingClientRect() ?? {};
    requestAnimationFrame(width * height > 0 ? () => resolve(performance.now()) : look);
  };
  requestAnimationFrame(look);
})`;

/** Milliseconds of the main thread so far. */
async function busyTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Typed by keys, as a person would. */
async function takesText(page, composer) {
  const input = page.locator(composer).first();
  await input.click({ timeout: 8000 });
  await page.keyboard.type('abc');
  return (await input.evaluate((element) => element.value ?? element.textContent)).includes('abc');
}

const heapOf = async (_page, session) => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize };
};

const server = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'serve'], {
  cwd: ROOT,
  env: { ...process.env, PORT: new URL(ZHIDA).port, DIRECTLINE_SECRET: SECRET, ZHIDA_STORE: 'memory:' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  while (!(await fetch(`${ZHIDA}/readyz`).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 100));
  const generated = await fetch(`${ZHIDA}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: '{}',
  });
  ({ token } = await generated.json());
  await new Promise((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${pages.address().port}`;

  PEERS['zhida-chat'].files['widget.js'] = Buffer.from(await (await fetch(`${ZHIDA}/widget.js`)).arrayBuffer());
  const results = Object.fromEntries(Object.keys(PEERS).map((name) => [name, { desktop: [], phone: [], heap: [], cpu: [] }]));
  const blank = [];
  for (let run = 0; run < CLOSE_RUNS; run++) {
    blank.push((await visit(browser, `${origin}/`, {}, heapOf)).heap);
    const measured = Object.entries(PEERS).slice(0, run < RUNS ? undefined : 2);
    // Who comes second finds things warm.
    for (const [name, { composer }] of run % 2 ? measured.reverse() : measured) {
      const desktop = await visit(browser, `${origin}/${name}/`, { composer }, heapOf);
      if (!desktop.isReady) throw new Error(`${name} takes no text`);
      results[name].desktop.push(desktop.ready);
      results[name].heap.push(desktop.heap);
      results[name].cpu.push(desktop.cpu);
      results[name].requests = desktop.requests;
      results[name].phone.push((await visit(browser, `${origin}/${name}/`, { composer, phone: true })).ready);
    }
  }

  const rows = [];
  for (const [name, { files, composer }] of Object.entries(PEERS)) {
    const axe = await visit(browser, `${origin}/${name}/`, { composer }, async (page) => {
      await page.evaluate(AXE);
      return { violations: await page.evaluate("axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.length)") };
    });
    const strict = await visit(browser, `${origin}/${name}/?strict`, { composer }, async (page) => ({
      blocked: await page.evaluate('blocked'),
    }));
    const all = Object.values(files).map((bytes) => Buffer.from(bytes));
    const sum = (measure) => all.reduce((total, bytes) => total + measure(bytes), 0);
    const { desktop, phone, heap, cpu, requests } = results[name];
    rows.push({
      name,
      'raw KB': kilobytes(sum((bytes) => bytes.length)),
      'gzip KB': kilobytes(sum((bytes) => gzipSync(bytes, { level: 9 }).length)),
      'brotli KB': kilobytes(sum((bytes) => brotliCompressSync(bytes).length)),
      requests,
      'desktop ms': Math.round(median(desktop)),
      'phone ms': Math.round(median(phone)),
      'CPU ms': Math.round(median(cpu)),
      'heap MB': ((median(heap) - median(blank)) / 1024 / 1024).toFixed(2),
      axe: axe.violations,
      'strict policy': strict.isReady ? `${strict.blocked} blocked` : `does not start, ${strict.blocked} blocked`,
    });
  }
  console.table(rows);
  const [own, ...peers] = Object.entries(results);
  for (const [name, { desktop, phone }] of peers) {
    const times = (of, to) => (median(of) / median(to)).toFixed(2);
    console.log(
      `ready, ${own[0]} to ${name}: ${times(own[1].desktop, desktop)} on the desktop, ${times(own[1].phone, phone)} on the phone` +
        (name === 'deep-chat' ? ` (goal: ${GOAL.desktop} and ${GOAL.phone}; medians of ${CLOSE_RUNS})` : ''),
    );
  }
} finally {
  await browser.close();
  pages.close();
  server.kill('SIGTERM');
}
