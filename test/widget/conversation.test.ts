import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.js';
import { ask, hear, launch, mine, open, replies, type Visit, visit } from './browser.js';

const browser: Browser | undefined = await launch();

describe.skipIf(!browser)('a conversation in the widget', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  const walk = (steps: (visit: Visit) => Promise<void>, options = {}) => visit(browser, server.url, options, steps);

  test('asks, shows the reply, and has it after a reload', () =>
    walk(async ({ page }) => {
      await open(page);
      expect(await page.locator('.prompt').count()).toBe(3);
      await hear(page, '提现 5000 元的手续费？');
      expect(await page.locator('.quote td').allTextContents()).toContain('4.00 元');
      expect(await page.locator('.sources a').getAttribute('href')).toBe(`${server.url}/knowledge/huabei-wechat?lang=zh#fees`);
      expect(await page.locator('.welcome').isVisible()).toBe(false);
      await page.locator('.round:has(.i-up)').click();
      await expect.poll(() => page.locator('.round:has(.i-up)').getAttribute('aria-pressed')).toBe('true');
      await page.reload();
      await replies(page).first().waitFor();
      expect(await mine(page).locator('.bubble').allTextContents()).toEqual(['提现 5000 元的手续费？']);
      expect(await replies(page).count()).toBe(1);
      expect(await page.locator('.round:has(.i-up)').getAttribute('aria-pressed')).toBe('true');
    }));

  test('a prompt, an option and a suggestion are sent by a tap', () =>
    walk(async ({ page }) => {
      await open(page);
      await page.locator('.prompt').last().click();
      await page.locator('.message .choice', { hasText: '微信零钱' }).click();
      await page.locator('.quote').waitFor();
      await page.locator('.suggestions .choice', { hasText: '多久到账' }).click();
      await replies(page).filter({ hasText: 'echo: 多久到账？' }).waitFor();
      expect(await mine(page).count()).toBe(3);
      await expect.poll(() => page.locator('[aria-live]').textContent()).toBe('echo: 多久到账？');
    }));

  test('Enter while an input method composes sends nothing; Shift+Enter is a new line', () =>
    walk(async ({ page }) => {
      await open(page);
      const input = page.locator('textarea');
      await input.fill('ni hao');
      await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
      await input.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
      expect(await input.inputValue()).toBe('ni hao');
      await input.press('Shift+Enter');
      expect(await input.inputValue()).toBe('ni hao\n');
      expect(await mine(page).count()).toBe(0);
      await input.press('Enter');
      await replies(page).first().waitFor();
    }));

  test('the language can be switched at any time, and stays after a reload', () =>
    walk(async ({ page }) => {
      await open(page);
      await hear(page, '手续费');
      await page.locator('.language').click();
      expect(await page.locator('textarea').getAttribute('placeholder')).toBe('Ask a question…');
      expect(await page.locator('zhida-chat').getAttribute('lang')).toBe('en');
      expect(await page.locator('.note strong').textContent()).toBe('Please note');
      await page.reload();
      await replies(page).first().waitFor();
      expect(await page.locator('textarea').getAttribute('placeholder')).toBe('Ask a question…');
    }));

  test('a new conversation leaves the old one', () =>
    walk(async ({ page }) => {
      await open(page);
      await hear(page, 'one');
      await page.locator('.round:has(.i-menu)').click();
      await page.locator('.item.restart').click();
      await page.locator('.prompt').first().waitFor();
      await ask(page, 'two');
      await replies(page).filter({ hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(2);
      await page.reload();
      await replies(page).filter({ hasText: 'echo: two' }).waitFor();
      expect(await page.locator('.message').count()).toBe(2);
    }));
});
