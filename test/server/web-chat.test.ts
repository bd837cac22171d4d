import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import { welcomeOf } from '../../src/bot/welcome.js';
import type { Feedback } from '../../src/channels/directline/feedback.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { realBrain } from '../brain.js';
import { launch, PHONE, type Visit, visit } from '../widget/browser.js';
import { type Serving, serve } from './serving.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHOTS = `${ROOT}/test-output/web-chat`;

test("the page's scripts are type-checked", () => {
  execFileSync(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', `${ROOT}/src/server/web-chat/jsconfig.json`], {
    stdio: 'inherit',
  });
});

describe('/webchat', () => {
  test('loosens the policy of its own page alone', async () => {
    const server = await serve({ frameAncestors: ['https://shop.example'] });
    const policyOf = async (path: string) => (await fetch(server.url + path)).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/webchat')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; connect-src 'self' ws: wss:; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors https://shop.example; require-trusted-types-for 'script'; trusted-types default adaptivecards#deprecatedExportedFunctionPolicy adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy",
    );
    for (const path of ['/', '/webchat/page.js', '/webchat/bundle.js', '/webchat/nothing']) {
      expect(await policyOf(path)).toContain("style-src 'self';");
      expect(await policyOf(path)).toContain("trusted-types 'none'");
    }
    await server.close();
  });

  test('sends the installed bundle compressed, and not twice', async () => {
    const server = await serve();
    const bundle = await fetch(`${server.url}/webchat/bundle.js`);
    expect([bundle.status, bundle.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    const etag = bundle.headers.get('etag') ?? '';
    expect(await bundle.text()).toBe(readFileSync(`${ROOT}/node_modules/botframework-webchat/dist/webchat.js`, 'utf8'));
    expect((await fetch(`${server.url}/webchat/bundle.js`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(`${server.url}/webchat/index.html`)).status).toBe(404);
    await server.close();
  });

  test('takes the bundle from where the owner of the site has it', async () => {
    const own = `${ROOT}/src/server/web-chat/policy.js`;
    const server = await serve({ webChat: own });
    expect(await (await fetch(`${server.url}/webchat/bundle.js`)).text()).toBe(readFileSync(own, 'utf8'));
    await server.close();
  });

  test('says in both languages how to get Web Chat where it is not installed', async () => {
    const server = await serve({ webChat: false });
    const response = await fetch(`${server.url}/webchat`);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const html = await response.text();
    for (const told of ['npm install botframework-webchat', 'ZHIDA_WEBCHAT=', '没有安装', 'not installed']) expect(html).toContain(told);
    expect((await fetch(`${server.url}/webchat/bundle.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/webchat/page.css`)).status).toBe(200);
    await server.close();
  });
});

const browser: Browser | undefined = await launch();

describe.skipIf(!browser)('Web Chat in a browser', { timeout: 60_000 }, () => {
  let server: Serving;
  const heard: Feedback[] = [];
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    const clock = { now: () => new Date() };
    server = await serve({
      bot: createBot({ brain: realBrain, store: createMemoryStore(), clock }),
      directLine: { onFeedback: (feedback) => heard.push(feedback) },
      knowledge: () => '<!doctype html><title>article</title>',
      welcome: (language) => {
        const { text, suggestions } = welcomeOf(realBrain(), language);
        return { text, prompts: suggestions.map(({ send }) => send) };
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  /** Nothing may be asked for elsewhere, and no page may complain. */
  const walk = (steps: (visit: Visit) => Promise<void>, options = {}) =>
    visit(browser, `${server.url}/webchat`, options, async (visited) => {
      visited.context.setDefaultTimeout(20_000);
      await said(visited.page).first().waitFor();
      await steps(visited);
      expect(visited.requests.filter((address) => !new URL(address.replace(/^blob:/, '')).href.startsWith(server.url))).toEqual([]);
    });
  const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });

  const said = (page: Page) => page.locator('.webchat__stacked-layout__message:not(.webchat__bubble--from-user)');
  const mine = (page: Page) => page.locator('.webchat__bubble--from-user');
  const cards = (page: Page) => page.locator('.ac-adaptiveCard');
  const suggested = (page: Page) => page.locator('.webchat__suggested-action');
  const send = async (page: Page, text: string): Promise<void> => {
    const box = page.locator('.webchat__send-box-text-box__input');
    await box.fill(text);
    await box.press('Enter');
  };

  test('greets, answers a fee with text and card, sends no failure, and has all of it after a reload', () =>
    walk(async ({ page }) => {
      await suggested(page).first().waitFor();
      await shot(page, 'welcome-zh');
      await send(page, '微信零钱提5000手续费多少');
      await cards(page).waitFor();
      const card = await cards(page).innerText();
      for (const shown of ['微信零钱提现 5,000 元', '手续费', '5.00 元', '4,995.00 元', '5000.00 × 0.1% = 5.00', '自相矛盾'])
        expect(card).toContain(shown);
      expect((await said(page).allInnerTexts()).join('\n')).toContain('手续费 5.00 元，到账 4,995.00 元');
      expect(await cards(page).locator('a, button', { hasText: '出处' }).count()).toBe(1);
      await suggested(page).filter({ hasText: '限额' }).waitFor();
      expect(await page.getByText('发送失败').count()).toBe(0);
      await shot(page, 'fee-zh');
      await page.reload();
      await cards(page).waitFor();
      expect(await mine(page).allInnerTexts()).toEqual(['微信零钱提5000手续费多少']);
      expect(await cards(page).innerText()).toBe(card);
      await suggested(page).filter({ hasText: '限额' }).waitFor();
    }));

  test('a suggested action is sent by a click, and so is a button of the comparison', () =>
    walk(async ({ page }) => {
      await send(page, '提现5000哪种方式最划算');
      await cards(page).waitFor();
      await shot(page, 'comparison-zh');
      await cards(page).getByRole('button', { name: '云闪付' }).click();
      await cards(page).nth(1).waitFor();
      expect(await cards(page).nth(1).innerText()).toContain('云闪付转账 5,000 元');
      const [choice] = await suggested(page).allInnerTexts();
      expect(choice).not.toBe('');
      await suggested(page).first().click();
      await expect.poll(() => mine(page).count(), { timeout: 10_000 }).toBe(3);
      // The greeting, and an answer to each.
      await expect.poll(() => said(page).count(), { timeout: 10_000 }).toBe(4);
    }));

  test('where no WebSocket opens it polls', () =>
    visit(browser, 'about:blank', {}, async ({ page }) => {
      await page.addInitScript(`globalThis.WebSocket = class extends EventTarget {
        static OPEN = 1;
        readyState = 3;
        constructor() {
          super();
          setTimeout(() => this.onerror?.());
        }
        close() {}
      }`);
      await page.goto(`${server.url}/webchat`);
      await said(page).first().waitFor();
      await send(page, '微信零钱提5000手续费多少');
      await cards(page).waitFor();
      expect(await page.getByText('发送失败').count()).toBe(0);
    }));

  test('thumbs below an answer are heard', () =>
    walk(async ({ page }) => {
      heard.length = 0;
      await send(page, '微信零钱提5000手续费多少');
      await cards(page).waitFor();
      await page.locator('.webchat__thumb-button').nth(1).click();
      await expect.poll(() => heard).toMatchObject([{ sequence: 1, rating: 'down', intents: ['fee-quote'], language: 'zh' }]);
    }));

  test('a source opens the article', () =>
    walk(async ({ page, context }) => {
      await send(page, '微信零钱提5000手续费多少');
      const opened = context.waitForEvent('page');
      await cards(page)
        .getByRole('link', { name: '出处' })
        .or(cards(page).getByRole('button', { name: '出处' }))
        .click();
      expect((await opened).url()).toBe(`${server.url}/knowledge/huabei-wechat?lang=zh#fees`);
    }));

  test('speaks English, on a phone', () =>
    walk(
      async ({ page }) => {
        await send(page, 'What is the fee for withdrawing 5000 yuan from WeChat balance?');
        await cards(page).waitFor();
        expect(await cards(page).innerText()).toContain('5.00 yuan');
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await shot(page, 'fee-en-phone');
      },
      { ...PHONE, locale: 'en-GB' },
    ));

  test('the user deletes the conversation, and a new one begins', () =>
    walk(async ({ page }) => {
      await send(page, '微信零钱提5000手续费多少');
      await cards(page).waitFor();
      page.on('dialog', (dialog) => dialog.accept());
      await Promise.all([page.waitForEvent('load'), page.locator('#erase').click()]);
      await suggested(page).first().waitFor();
      expect(await mine(page).count()).toBe(0);
      expect(await cards(page).count()).toBe(0);
    }));

  test('no barrier that axe finds, with a card open', () =>
    walk(async ({ page }) => {
      await send(page, '提现5000哪种方式最划算');
      await cards(page).waitFor();
      await page
        .context()
        .newCDPSession(page)
        .then((session) => session.send('Runtime.evaluate', { expression: axe.source }));
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))',
      );
      expect(violations).toEqual([]);
    }));
});
