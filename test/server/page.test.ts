import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from './serving.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHOTS = `${ROOT}/test-output`;

test("the page's scripts are type-checked", () => {
  execFileSync(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', `${ROOT}/src/server/page/jsconfig.json`], {
    stdio: 'inherit',
  });
});

const { CI, CHROMIUM_PATH: executablePath = '/usr/bin/chromium' } = process.env;
const browser: Browser | undefined = existsSync(executablePath)
  ? await chromium.launch({ executablePath, args: ['--no-sandbox'] }).catch(() => undefined)
  : undefined;
if (!browser) {
  const message = `no Chromium starts from ${executablePath} (CHROMIUM_PATH names another): the chat page is NOT tested`;
  if (CI === 'true') throw new Error(message);
  console.warn(`\n*** ${message} ***\n`);
}

describe.skipIf(!browser)('chat page', () => {
  let server: Serving;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    server = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  /** A fresh browser; at the end nothing may have been reported by the page. */
  async function visit(options: BrowserContextOptions, walk: (page: Page, complaints: string[]) => Promise<void>): Promise<void> {
    const context = await browser?.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
    if (!context) throw new Error('no browser');
    const complaints: string[] = [];
    // A page reports what its policy blocked to the console as an error too.
    context.on('console', (message) => message.type() !== 'log' && complaints.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => complaints.push(String(error.error())));
    const page = await context.newPage();
    await page.addInitScript("addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective))");
    await page.goto(server.url);
    await walk(page, complaints);
    expect(complaints).toEqual([]);
    await context.close();
  }

  const ask = async (page: Page, text: string): Promise<void> => {
    await page.locator('#message').fill(text);
    await page.locator('#message').press('Enter');
  };
  const replies = (page: Page) => page.locator('.message.theirs');

  test('opens, asks, shows the reply, and has it after a reload and in the history of the server', async () => {
    await visit({}, async (page) => {
      await page.locator('#welcome .prompt').first().waitFor();
      expect(await page.locator('#welcome .prompt').count()).toBe(3);
      await ask(page, '提现 5000 元的手续费？');
      await replies(page).first().waitFor();
      expect(await page.locator('.quote dd').allTextContents()).toContain('4.00 元');
      expect(await page.locator('.sources a').getAttribute('href')).toBe('/knowledge/huabei-wechat?lang=zh#fees');
      expect(await page.locator('#welcome').isVisible()).toBe(false);
      await page.reload();
      await replies(page).first().waitFor();
      expect(await page.locator('.message.mine .bubble').allTextContents()).toEqual(['提现 5000 元的手续费？']);
      expect(await replies(page).count()).toBe(1);
    });
  });

  test('a suggestion, an option and a prompt are sent by a tap', async () => {
    await visit({}, async (page) => {
      await page.locator('#welcome .prompt').last().click();
      await page.locator('.choices .choice', { hasText: '微信零钱' }).click();
      await page.locator('.quote').waitFor();
      await page.locator('#suggestions .choice', { hasText: '多久到账' }).click();
      await page.locator('.message.theirs', { hasText: 'echo: 多久到账？' }).waitFor();
      expect(await page.locator('.message.mine').count()).toBe(3);
      expect(await page.locator('#announcer').textContent()).toBe('echo: 多久到账？');
    });
  });

  test('the language can be switched, and stays after a reload', async () => {
    await visit({}, async (page) => {
      await ask(page, '手续费');
      await replies(page).first().waitFor();
      await page.locator('#language').click();
      expect(await page.locator('#send').textContent()).toBe('Send');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('.note strong').textContent()).toBe('Please note');
      await page.reload();
      await replies(page).first().waitFor();
      expect(await page.locator('#send').textContent()).toBe('Send');
    });
    await visit({ locale: 'en-GB' }, async (page) => {
      expect(await page.locator('#welcome h2').textContent()).toContain('What would you like to know');
    });
  });

  test('markup in a message is text', async () => {
    await visit({}, async (page) => {
      await ask(page, '<img src=x onerror=alert(1)><b>bold</b>');
      await replies(page).first().waitFor();
      expect(await replies(page).first().locator('.bubble').textContent()).toBe('echo: <img src=x onerror=alert(1)><b>bold</b>');
      expect(await page.locator('.message img, .message b').count()).toBe(0);
    });
  });

  test('Enter while an input method composes sends nothing; Shift+Enter is a new line', async () => {
    await visit({}, async (page) => {
      const input = page.locator('#message');
      await input.fill('ni hao');
      await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
      await input.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
      expect(await input.inputValue()).toBe('ni hao');
      await input.press('Shift+Enter');
      expect(await input.inputValue()).toBe('ni hao\n');
      expect(await page.locator('.message').count()).toBe(0);
      await input.press('Enter');
      await replies(page).first().waitFor();
    });
  });

  test('a new chat leaves the old one', async () => {
    await visit({}, async (page) => {
      await ask(page, 'one');
      await replies(page).first().waitFor();
      await page.locator('#restart').click();
      await page.locator('#welcome').waitFor();
      await ask(page, 'two');
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(2);
      await page.reload();
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(2);
    });
  });

  test('two tabs show the same conversation', async () => {
    await visit({}, async (page) => {
      await ask(page, 'one');
      await replies(page).first().waitFor();
      const second = await page.context().newPage();
      await second.goto(server.url);
      await replies(second).first().waitFor();
      await ask(second, 'two');
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(4);
    });
  });

  test('without WebSockets it polls', async () => {
    await visit({}, async (page, complaints) => {
      await page.addInitScript(() => {
        globalThis.WebSocket = class extends EventTarget {
          static OPEN = 1;
          readyState = 3;
          close() {}
          constructor() {
            super();
            setTimeout(() => this.dispatchEvent(new Event('close')), 10);
          }
        } as unknown as typeof WebSocket;
      });
      await page.reload();
      await ask(page, 'one');
      await replies(page).first().waitFor();
      await ask(page, 'two');
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(4);
      expect(await page.locator('#status').isVisible()).toBe(false);
      expect(complaints).toEqual([]);
    });
  });

  test('a message that does not go out says so, and goes out once when it is sent again', async () => {
    await visit({}, async (page, complaints) => {
      await ask(page, 'one');
      await replies(page).first().waitFor();
      await page.route('**/activities', (route) => route.abort());
      await ask(page, 'two');
      await page.locator('.message.failed').waitFor();
      expect(await page.locator('.message.failed .meta').textContent()).toContain('没有发送成功');
      await page.screenshot({ path: `${SHOTS}/page-failed.png` });
      await page.unroute('**/activities');
      await page.locator('.message.failed button').click();
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message.mine').count()).toBe(2);
      // The browser reports the aborted request.
      complaints.splice(0);
    });
  });

  test('a message that is refused says why', async () => {
    await visit({}, async (page, complaints) => {
      await ask(page, 'x'.repeat(3000));
      await page.locator('.message.failed').waitFor();
      expect(await page.locator('.message.failed .meta').textContent()).toContain('2000');
      expect(complaints.every((complaint) => complaint.includes('400'))).toBe(true);
      complaints.splice(0);
    });
  });

  test('when the token ran out the conversation goes on', async () => {
    await visit({}, async (page, complaints) => {
      await ask(page, 'one');
      await replies(page).first().waitFor();
      server.advance(3600);
      await ask(page, 'two');
      await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(4);
      expect(complaints.every((complaint) => complaint.includes('403'))).toBe(true);
      complaints.splice(0);
    });
  });

  test('a restarted server that lost the conversation gives a new one, and says so', async () => {
    const first = await serve();
    const context = await browser?.newContext({ locale: 'zh-CN' });
    const page = await context?.newPage();
    if (!context || !page) throw new Error('no browser');
    await page.goto(first.url);
    await ask(page, 'one');
    await replies(page).first().waitFor();
    await first.close();
    await page.locator('#status').waitFor();
    const second = await serve({}, first.port);
    await page.locator('#status', { hasText: '新的对话' }).waitFor();
    await ask(page, 'two');
    await page.locator('.message.theirs', { hasText: 'echo: two' }).waitFor();
    expect(await page.locator('.message').count()).toBe(2);
    await context.close();
    await second.close();
  });

  test('nothing reaches over the edge, and every target is large enough', async () => {
    await visit({ viewport: { width: 360, height: 640 } }, async (page) => {
      await ask(page, '手续费 fee');
      await ask(page, `a-very-${'long-'.repeat(60)}word`);
      await page.locator('.message.theirs').nth(1).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      const heights = await page
        .locator('button:visible, textarea')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    });
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([
      ['desktop', { width: 1280, height: 800 }, 'zh-CN', '提现 5000 元的手续费是多少？', '哪种方式最划算'],
      ['desktop', { width: 1280, height: 800 }, 'en', 'What is the fee for withdrawing 5000 yuan?', 'which way is best'],
      ['phone', { width: 390, height: 844 }, 'zh-CN', '提现 5000 元的手续费是多少？', '哪种方式最划算'],
      ['phone', { width: 390, height: 844 }, 'en', 'What is the fee for withdrawing 5000 yuan?', 'which way is best'],
    ])('screenshots: %s %o %s', async (device, viewport, locale, first, second) => {
      const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/page-${device}-${colorScheme}-${locale}-${name}.png` });
      await visit(
        { viewport, locale, colorScheme, ...(device === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }) },
        async (page) => {
          await page.locator('#welcome .prompt').first().waitFor();
          await shot(page, '1-welcome');
          await ask(page, first);
          await replies(page).first().waitFor();
          await page.waitForTimeout(300);
          await shot(page, '2-answer');
          await ask(page, second);
          await replies(page).nth(1).waitFor();
          await page.waitForTimeout(300);
          await shot(page, '3-clarify');
        },
      );
    });
  });
});
