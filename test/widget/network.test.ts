import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECRET, type Serving, serve } from '../server/serving.js';
import { ask, hear, launch, mine, open, replies, type Visit, visit } from './browser.js';
import { withHosts } from './host.js';

const browser: Browser | undefined = await launch();

/** In the page: its token is near its end. */
const age = `for (const [name, value] of Object.entries(localStorage))
  if (name.endsWith(' session')) localStorage.setItem(name, JSON.stringify({ ...JSON.parse(value), until: 0 }))`;

/** In the page, before anything of it. */
const countSockets = `globalThis.socketsOpened = 0;
globalThis.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    this.addEventListener('open', () => socketsOpened++);
  }
}`;

/** Requests for another token, from now on. */
function renewalsIn(context: BrowserContext): readonly string[] {
  const renewals: string[] = [];
  context.on('request', (request) => request.url().endsWith('/v1/session') && renewals.push(request.url()));
  return renewals;
}

describe.skipIf(!browser)('the widget and the network', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve({ page: withHosts() });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  const walk = (steps: (visit: Visit) => Promise<void>) => visit(browser, server.url, {}, steps);
  const said = (text: string) => ({ hasText: `echo: ${text}` });

  test('asks for nothing but its script before a message is sent, greeting and questions included', () =>
    visit(browser, `${server.url}/assets/host.html`, {}, async ({ page, requests }) => {
      await page.locator('.launcher').click();
      expect(await page.locator('.welcome').innerText()).toContain('Hello.');
      expect(await page.locator('.prompt').count()).toBe(3);
      await page.locator('.language').click();
      expect(await page.locator('.welcome').innerText()).toContain('您好。');
      const ofWidget = requests.filter((address) => !address.includes('/assets/'));
      expect(ofWidget).toEqual([`${server.url}/widget.js`]);
    }));

  test('two tabs show the same conversation', () =>
    walk(async ({ page, context }) => {
      await open(page);
      await hear(page, 'one');
      const second = await context.newPage();
      await second.goto(server.url);
      await replies(second).first().waitFor();
      await ask(second, 'two');
      await replies(page).filter(said('two')).waitFor();
      expect(await page.locator('.message').count()).toBe(4);
    }));

  test('what is written without a network is kept over a reload, and sent once when it is back, from one of two tabs', () =>
    walk(async ({ page, context, complaints }) => {
      await open(page);
      await hear(page, 'one');
      const second = await context.newPage();
      await second.goto(server.url);
      await replies(second).first().waitFor();
      await context.route('**/v3/directline/**', (route) => route.abort());
      await page.evaluate("dispatchEvent(new Event('offline'))");
      expect(await page.locator('.status').getAttribute('data-state')).toBe('offline');
      await ask(page, 'two');
      await page.locator('.message .meta', { hasText: '等待发送' }).waitFor();
      await ask(page, 'three');
      await expect.poll(() => page.locator('.message .meta', { hasText: '等待发送' }).count()).toBe(2);
      await page.reload();
      await page.locator('.message .meta', { hasText: '等待发送' }).nth(1).waitFor();
      const posts: string[] = [];
      context.on('requestfinished', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''));
      await context.unroute('**/v3/directline/**');
      for (const tab of [page, second]) await tab.evaluate("dispatchEvent(new Event('online'))");
      await replies(page).filter(said('three')).waitFor();
      await replies(second).filter(said('three')).waitFor();
      expect(await mine(page).locator('.bubble').allTextContents()).toEqual(['one', 'two', 'three']);
      expect(await mine(second).locator('.bubble').allTextContents()).toEqual(['one', 'two', 'three']);
      for (const text of ['two', 'three']) expect(posts.filter((body) => body.includes(`"${text}"`))).toHaveLength(1);
      // The browser reports the aborted requests.
      complaints.length = 0;
    }));

  test('without WebSockets it polls', () =>
    visit(browser, 'about:blank', {}, async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.WebSocket = class extends EventTarget {
          static OPEN = 1;
          readyState = 3;
          onclose: (() => void) | undefined;
          close() {}
          constructor() {
            super();
            setTimeout(() => this.onclose?.(), 10);
          }
        } as unknown as typeof WebSocket;
      });
      await page.goto(server.url);
      await open(page);
      await hear(page, 'one');
      await hear(page, 'two');
      expect(await page.locator('.message').count()).toBe(4);
      expect(await page.locator('.status').getAttribute('data-state')).toBe('online');
    }));

  test('a message that is refused says so, and can be discarded', () =>
    walk(async ({ page, complaints }) => {
      await open(page);
      await hear(page, 'one');
      await ask(page, 'crash');
      await page.locator('.failed').waitFor();
      expect(await page.locator('.failed').textContent()).toContain('没有发送成功');
      await page.locator('.failed button').last().click();
      await expect.poll(() => page.locator('.failed').count()).toBe(0);
      await hear(page, 'two');
      expect(await mine(page).count()).toBe(2);
      expect(complaints.every((complaint) => complaint.includes('502'))).toBe(true);
      complaints.length = 0;
    }));

  test('a token that ran out is renewed, and the conversation goes on', () =>
    walk(async ({ page, complaints }) => {
      await open(page);
      await hear(page, 'one');
      server.advance(3600);
      await hear(page, 'two');
      expect(await page.locator('.message').count()).toBe(4);
      expect(complaints.every((complaint) => complaint.includes('403'))).toBe(true);
      complaints.length = 0;
    }));

  test('a token is renewed before it ends, also when the machine slept, and nothing is refused', () =>
    walk(async ({ page, context }) => {
      await page.clock.install();
      await page.addInitScript(countSockets);
      await page.reload();
      await open(page);
      await hear(page, 'one');
      const renewals = renewalsIn(context);
      // An address of a stream is good for a minute, which must not pass while a socket opens.
      await expect.poll(() => page.evaluate('socketsOpened')).toBe(1);
      // The page sleeps for less than a token's life, and so does the server.
      server.advance(1700);
      await page.clock.fastForward('28:20');
      await expect.poll(() => renewals.length, { timeout: 10_000 }).toBe(1);
      // The silent socket is given up, and a little later another opened with the new token.
      await page.clock.fastForward('00:05');
      await expect.poll(() => page.evaluate('socketsOpened'), { timeout: 15_000 }).toBe(2);
      server.advance(200);
      await hear(page, 'two');
      expect(renewals).toHaveLength(1);
    }));

  test('two tabs renew the token, each at most once, and both go on', () =>
    walk(async ({ page, context }) => {
      await open(page);
      await hear(page, 'one');
      const second = await context.newPage();
      await second.goto(server.url);
      await replies(second).first().waitFor();
      const renewals = renewalsIn(context);
      await page.evaluate(age);
      await Promise.all([page, second].map((tab) => tab.evaluate("dispatchEvent(new Event('online'))")));
      await Promise.all([hear(page, 'two'), second.locator('.message').nth(3).waitFor()]);
      await hear(second, 'three');
      await replies(page).filter(said('three')).waitFor();
      // One of them for both, unless the browser shows the other what was stored too late.
      expect([1, 2]).toContain(renewals.length);
    }));

  test.each([
    ['an address', 'tokens.html', ''],
    [
      'a function',
      'host.html',
      "HTMLElement.prototype.tokens = async (wanted) => (await fetch('/tokens', { method: 'POST', body: JSON.stringify(wanted) })).json()",
    ],
  ])("a page's own way to tokens, by %s, opens conversations and keeps them", async (_way, host, script) => {
    const asked: unknown[] = [];
    const closed = await serve({
      page: withHosts(),
      register: (app) => {
        app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, JSON.parse(`${body}`)));
        // What a site's own server does with the secret.
        app.post('/tokens', async (request) => {
          const { conversationId } = request.body as { conversationId?: string };
          asked.push(conversationId);
          const [method, path] = conversationId ? ['GET', `/conversations/${conversationId}`] : ['POST', '/tokens/generate'];
          const headers = { authorization: `Bearer ${SECRET}` };
          return (await fetch(`${closed.url}/v3/directline${path}`, { method, headers })).json();
        });
      },
    });
    await visit(browser, 'about:blank', {}, async ({ page, requests, complaints }) => {
      const address = `${closed.url}/assets/${host}`;
      await page.addInitScript(script);
      await page.goto(address);
      await page.locator('.launcher').click();
      await hear(page, 'one');
      expect(asked).toEqual([undefined]);
      // A token that still holds is renewed by the server alone; for one that ended the page is asked again.
      await page.evaluate(age);
      await hear(page, 'two');
      expect(asked).toHaveLength(1);
      expect(requests.filter((one) => one.endsWith('/tokens/refresh'))).toHaveLength(1);
      await page.goto('about:blank');
      closed.advance(3600);
      await page.goto(address);
      await hear(page, 'three');
      expect(asked).toEqual([undefined, expect.stringMatching(/./)]);
      await expect.poll(() => page.locator('.message').count()).toBe(6);
      expect(requests.filter((one) => one.endsWith('/v1/session'))).toEqual([]);
      // The token that had ended was refused.
      complaints.length = 0;
    });
    await closed.close();
  });

  test('an answer that comes while the panel is closed is counted, and seen when it opens', () =>
    walk(async ({ page, context }) => {
      await page.evaluate("document.querySelector('zhida-chat').removeAttribute('mode')");
      await page.evaluate("document.querySelector('zhida-chat').close()");
      const second = await context.newPage();
      await second.goto(server.url);
      await open(second);
      await hear(second, 'one');
      await second.close();
      await page.evaluate("document.querySelector('zhida-chat').send('two')");
      await expect.poll(() => page.locator('.badge').textContent()).toBe('1');
      expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('打开对话, 1 条未读');
      await page.locator('.launcher').click();
      await replies(page).filter(said('two')).waitFor();
      expect(await page.locator('.badge').isVisible()).toBe(false);
    }));

  test('a server that lost the conversation gives a new one, and says so', async () => {
    const first = await serve();
    await visit(browser, first.url, {}, async ({ page, complaints }) => {
      await page.clock.install();
      await open(page);
      await hear(page, 'one');
      await first.close();
      await expect.poll(() => page.locator('.status').getAttribute('data-state')).toBe('reconnecting');
      const again = await serve({}, first.port);
      // It tries again by itself, ever more seldom.
      await page.clock.fastForward('00:20');
      await page.locator('.notice', { hasText: '这是新的对话' }).waitFor({ timeout: 15_000 });
      await hear(page, 'two');
      expect(await page.locator('.message').count()).toBe(2);
      complaints.length = 0;
      await page.goto('about:blank');
      await again.close();
    });
  });

  test('typing is shown while an answer takes its time', () =>
    walk(async ({ page }) => {
      await open(page);
      // It is there for a moment only.
      const shown = page.locator('.typing').evaluate(
        (typing) =>
          new Promise<void>((resolve) => {
            const { MutationObserver } = typing.ownerDocument.defaultView;
            new MutationObserver(() => typing.checkVisibility() && resolve()).observe(typing, { attributes: true });
          }),
      );
      await ask(page, 'slow one');
      await shown;
      await replies(page).first().waitFor();
      expect(await page.locator('.typing').isVisible()).toBe(false);
    }));

  test('deleting takes the conversation from the server too', () =>
    walk(async ({ page, complaints }) => {
      await open(page);
      await hear(page, 'one');
      const session = await page.evaluate<string>(
        "localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(' session')))",
      );
      const { conversationId, token } = JSON.parse(session) as { conversationId: string; token: string };
      const kept = () =>
        fetch(`${server.url}/v3/directline/conversations/${conversationId}/activities`, { headers: { authorization: `Bearer ${token}` } });
      expect((await kept()).status).toBe(200);
      await page.locator('.round:has(.i-menu)').click();
      await page.locator('.item.erase').click();
      await page.locator('.confirm .choice').first().click();
      expect(await page.locator('.message').count()).toBe(2);
      await page.locator('.round:has(.i-menu)').click();
      await page.locator('.item.erase').click();
      await page.locator('.danger').click();
      await page.locator('.notice', { hasText: '已删除' }).waitFor();
      expect(await page.locator('.message').count()).toBe(0);
      expect((await kept()).status).toBe(404);
      expect(await server.bot.history(conversationId as never, 0, 10)).toEqual([]);
      await hear(page, 'two');
      expect(await page.locator('.message').count()).toBe(2);
      expect(complaints).toEqual([]);
    }));
});
