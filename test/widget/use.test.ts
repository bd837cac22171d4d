import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feedback } from '../../src/channels/directline/feedback.js';
import { serveWithDesk } from '../channels/directline/with-desk.js';
import { type Serving, serve } from '../server/serving.js';
import { ask, hear, launch, mine, open, PHONE, replies, SMALL_PHONE, stillness, type Visit, visit } from './browser.js';
import { withHosts } from './host.js';

const browser: Browser | undefined = await launch();

const WORDS = {
  'zh-CN': { fee: '手续费', person: '转人工', you: '您：', thanks: '谢谢，记下了。', copied: '已复制', echo: 'echo: 好' },
  en: { fee: 'fee', person: 'Talk to a person', you: 'You: ', thanks: 'Thank you, noted.', copied: 'Copied', echo: 'echo: good' },
} as const;

/** How light a picture is, of 255, a little within its left and its right edge. */
const edgesOf = (page: Page, png: Buffer) =>
  page.evaluate<{ left: number; right: number }>(`(async () => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,${png.toString('base64')}';
    await picture.decode();
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    canvas.drawImage(picture, 0, 0);
    const lightness = (x) => {
      const { data } = canvas.getImageData(x, height / 4, 1, height / 2);
      return data.reduce((sum, value, index) => sum + (index % 4 === 3 ? 0 : value), 0) / (data.length * 0.75);
    };
    return { left: lightness(4), right: lightness(width - 5) };
  })()`);

describe.skipIf(!browser)('what a user can do in the widget', () => {
  let server: Serving;
  const verdicts: Feedback[] = [];
  beforeAll(async () => {
    server = await serve({ page: withHosts(), directLine: { onFeedback: (feedback) => verdicts.push(feedback) } });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  const walk = (steps: (visit: Visit) => Promise<void>, options = {}) => visit(browser, server.url, options, steps);

  test.each(Object.entries(WORDS))('in %s: thumbs with a reason, copy, a person, download', (locale, words) =>
    walk(
      async ({ page, context }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await open(page);
        await hear(page, words.fee);
        verdicts.length = 0;
        await page.locator('.round:has(.i-up)').click();
        await expect.poll(() => page.locator('.round:has(.i-up)').getAttribute('aria-pressed')).toBe('true');
        await expect.poll(() => page.locator('[aria-live]').textContent()).toBe(words.thanks);
        await page.locator('.round:has(.i-down)').press('Enter');
        expect(await page.locator('.reasons .choice').allTextContents()).toHaveLength(4);
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('.round:has(.i-down)').getAttribute('aria-pressed')).toBe('true');
        expect(verdicts.map(({ rating, reason, sequence }) => [rating, reason, sequence])).toEqual([
          ['up', undefined, 1],
          ['down', 'wrong', 1],
        ]);

        await page.locator('.round:has(.i-copy)').click();
        await expect.poll(() => page.locator('[aria-live]').textContent()).toBe(words.copied);
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(copied).toContain(locale === 'en' ? 'Withdrawing 5,000 yuan' : '提现 5,000 元');

        await page.locator('.round:has(.i-menu)').click();
        await page.locator('.item.person').click();
        await replies(page).nth(1).waitFor();
        expect(await mine(page).last().locator('.bubble').textContent()).toBe(words.person);

        await page.locator('.round:has(.i-menu)').click();
        const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('.item.download').click()]);
        const text = readFileSync(await saved.path(), 'utf8');
        expect(saved.suggestedFilename()).toBe('zhida.txt');
        expect(text).toContain(words.you);
        expect(text).toContain(`\n${words.fee}\n`);
        expect(text).toContain(copied);
      },
      { locale },
    ),
  );

  test('a person of the team takes over: his words come with his name, without thumbs, and stay', { timeout: 120_000 }, async () => {
    const desked = await serveWithDesk({ page: withHosts() });
    await visit(browser, desked.server.url, {}, async ({ page, shot }) => {
      await open(page);
      await page.locator('.round:has(.i-menu)').click();
      await page.locator('.item.person').click();
      await replies(page).first().waitFor();
      await expect.poll(() => desked.desk).toEqual(['open: user bot']);
      const session = await page.evaluate<string>(
        "localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(' session')))",
      );
      const { conversationId } = JSON.parse(session) as { conversationId: string };
      await desked.floor.say(conversationId, 'one', '您好，我是小王。');
      const words = replies(page).filter({ hasText: '我是小王' });
      await words.waitFor();
      expect([await words.locator('.meta').textContent(), await words.locator('button').count()]).toEqual(['人工客服', 0]);
      await expect.poll(() => page.locator('[aria-live]').textContent()).toBe('您好，我是小王。');
      await ask(page, '我的钱没到账');
      await expect.poll(() => desked.desk.at(-1)).toBe('hear: 我的钱没到账');
      await expect.poll(() => page.locator('.message .meta', { hasText: '…' }).count()).toBe(0);
      expect(await page.locator('.typing').isVisible()).toBe(false);
      await stillness(page);
      await shot('person');
      await page.reload();
      await words.waitFor();
      expect(await mine(page).locator('.bubble').allTextContents()).toEqual(['转人工', '我的钱没到账']);
      expect(await replies(page).count()).toBe(2);
    });
    await desked.close();
  });

  test.each(Object.entries(WORDS))(
    'in %s: printing shows the conversation alone, whole, dark on white, and leaves the page as it was',
    (locale) =>
      walk(
        async ({ page, shot }) => {
          await page.evaluate("document.querySelector('zhida-chat').setAttribute('theme', 'dark')");
          await open(page);
          await hear(page, '手续费');
          await hear(page, '哪种');
          await page.evaluate('globalThis.printed = 0; globalThis.print = () => globalThis.printed++');
          await page.locator('.round:has(.i-menu)').click();
          await page.locator('.item.print').click();
          expect(await page.evaluate('printed')).toBe(1);
          await page.emulateMedia({ media: 'print' });
          expect(await page.locator('h1').isVisible()).toBe(false);
          expect(await page.locator('.composer').isVisible()).toBe(false);
          expect(await replies(page).last().isVisible()).toBe(true);
          const [whole, shown] = await page
            .locator('.transcript')
            .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
          expect(shown).toBeGreaterThanOrEqual(whole ?? 0);
          expect(
            await replies(page)
              .last()
              .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).color),
          ).toBe('rgb(20, 24, 29)');
          await shot(`print-${locale}`);
          await page.emulateMedia({ media: 'screen' });
          await page.evaluate("dispatchEvent(new Event('afterprint'))");
          expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0);
        },
        { locale },
      ),
  );

  test('of an answer longer than the view its start is shown', () =>
    walk(
      async ({ page }) => {
        await page.locator('#begin').tap();
        await hear(page, '手续费');
        await stillness(page);
        const [view, answer] = [await page.locator('.transcript').boundingBox(), await replies(page).last().boundingBox()];
        expect(answer?.height).toBeGreaterThan(view?.height ?? 0);
        expect((answer?.y ?? 0) - (view?.y ?? 0)).toBeCloseTo(8, 0);
      },
      { ...SMALL_PHONE },
    ));

  test('the keyboard reaches everything, Escape closes what is open, and the focus comes back', () =>
    visit(browser, `${server.url}/assets/host.html`, {}, async ({ page }) => {
      const focused = (selector: string) => page.locator(selector).evaluate((element) => element.matches(':focus'));
      await page.locator('.launcher').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused('.launcher')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await focused('.input')).toBe(true);
      await page.keyboard.type('fee');
      await page.keyboard.press('Enter');
      await replies(page).first().waitFor();
      const reached = new Set<string>();
      for (let i = 0; i < 20; i++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate<string>("document.activeElement.shadowRoot?.activeElement?.className ?? ''");
        reached.add(name);
      }
      for (const name of ['round language', 'round', 'round closer', 'transcript', 'scroll', 'choice', 'input', 'round send'])
        expect([...reached], name).toContain(name);
      await page.locator('.round:has(.i-menu)').press('Enter');
      expect(await focused('.item.person')).toBe(true);
      await page.keyboard.press('Escape');
      expect([await page.locator('.menu').isVisible(), await focused('.round:has(.i-menu)')]).toEqual([false, true]);
      await page.keyboard.press('Escape');
      expect([await page.locator('.panel').isVisible(), await focused('.launcher')]).toEqual([false, true]);
    }));

  test('a page opens, closes and sends, and hears of it', () =>
    visit(browser, `${server.url}/assets/named.html`, {}, async ({ page }) => {
      await page.locator('.launcher').waitFor();
      await page.evaluate(`
        globalThis.heard = [];
        for (const name of ['open', 'close', 'message', 'state'])
          addEventListener('zhida-' + name, ({ detail }) => heard.push([name, detail?.from ?? detail?.state ?? null]));
        globalThis.chat = document.querySelector('zhida-chat');
        chat.open(); chat.send('hello');
      `);
      await replies(page).first().waitFor();
      expect(await page.locator('.title').textContent()).toBe('Money desk');
      expect(await page.evaluate('chat.lang')).toBe('en');
      await page.evaluate("chat.lang = 'zh'; chat.close()");
      expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('打开对话');
      const heard = await page.evaluate<[string, string][]>('heard');
      for (const event of [
        ['open', null],
        ['state', 'online'],
        ['message', 'user'],
        ['message', 'bot'],
        ['close', null],
      ])
        expect(heard).toContainEqual(event);
      // Taken out of the page it is quiet, put back it goes on.
      await page.evaluate('document.body.append(chat)');
      await page.evaluate('chat.remove()');
      await page.evaluate('document.body.append(chat); chat.open()');
      await replies(page).first().waitFor();
    }));

  test('on a page of a listed origin under a strict policy it works, on another it does not', async () => {
    const shop = createServer();
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const { port } = shop.address() as AddressInfo;
    const listing = await serve({ directLine: { origins: [`http://shop.localhost:${port}`] } });
    const socket = listing.url.replace('http', 'ws');
    const policy = `default-src 'none'; script-src ${listing.url}; style-src 'self'; img-src data:; connect-src ${listing.url} ${socket}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const body = `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><script src="${listing.url}/widget.js" defer></script><zhida-chat></zhida-chat></html>`;
    shop.on('request', (_request, response) => {
      response.setHeader('content-type', 'text/html').setHeader('content-security-policy', policy);
      response.end(body);
    });
    await visit(browser, `http://shop.localhost:${port}`, {}, async ({ page }) => {
      await open(page);
      await hear(page, 'hello');
      await expect.poll(() => page.locator('.status').getAttribute('data-state')).toBe('online');
      expect(await page.locator('.panel').evaluate((panel) => panel.clientWidth)).toBe(398);
    });
    await visit(browser, `http://other.localhost:${port}`, {}, async ({ page, complaints }) => {
      await open(page);
      await page.locator('.input').fill('hello');
      await page.locator('.input').press('Enter');
      await page.locator('.failed, .message .meta').first().waitFor();
      expect(await replies(page).count()).toBe(0);
      complaints.length = 0;
    });
    await new Promise((resolve) => shop.close(resolve));
    await listing.close();
  });

  test('a page themes it by properties and parts, and nothing else of the page comes in', () =>
    visit(browser, `${server.url}/assets/host.html`, {}, async ({ page }) => {
      await page.evaluate(`
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(\`
          body { font: italic 40px/3 serif; letter-spacing: 9px; text-transform: uppercase; color: red; visibility: visible; text-align: right }
          zhida-chat { --zhida-accent: rgb(1, 2, 3); --zhida-width: 333px; --zhida-radius: 7px }
          zhida-chat::part(title) { color: rgb(4, 5, 6) }
        \`);
        document.adoptedStyleSheets = [sheet];`);
      await page.locator('.launcher').click();
      await stillness(page);
      const style = (selector: string, ...names: readonly string[]) =>
        page.locator(selector).evaluate((element, all) => {
          const computed = element.ownerDocument.defaultView.getComputedStyle(element);
          return all.map((name: string) => computed.getPropertyValue(name));
        }, names);
      expect(await style('.logo', 'background-color')).toEqual(['rgb(1, 2, 3)']);
      expect(await style('.panel', 'width', 'border-top-left-radius')).toEqual(['333px', '7px']);
      expect(await style('.title', 'color')).toEqual(['rgb(4, 5, 6)']);
      expect(await style('.greeting + p', 'font-style', 'font-size', 'letter-spacing', 'text-transform', 'text-align', 'color')).toEqual([
        'normal',
        '15px',
        'normal',
        'none',
        'start',
        'rgb(20, 24, 29)',
      ]);
      await page.evaluate("document.querySelector('zhida-chat').hidden = true");
      expect(await page.locator('.panel').isVisible()).toBe(false);
    }));

  test('on a phone with a notch nothing stands under it', () =>
    walk(
      async ({ page, context }) => {
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setSafeAreaInsetsOverride' as never, { insets: { top: 44, bottom: 34 } } as never);
        await page.locator('#begin').tap();
        await page.locator('.prompt').first().waitFor();
        await stillness(page);
        const [header, send] = [await page.locator('.header').boundingBox(), await page.locator('.send').boundingBox()];
        expect(header?.y).toBe(44);
        expect((send?.y ?? 0) + (send?.height ?? 0)).toBeLessThanOrEqual(844 - 34);
      },
      { ...PHONE },
    ));

  test('right to left it is mirrored; without motion nothing moves; in forced colours edges stay', () =>
    visit(browser, `${server.url}/assets/rtl.html`, { reducedMotion: 'reduce', forcedColors: 'active' }, async ({ page, shot }) => {
      expect((await page.locator('.launcher').boundingBox())?.x).toBe(20);
      await open(page);
      await hear(page, 'fee');
      expect((await page.locator('.panel').boundingBox())?.x).toBe(20);
      const user = await mine(page).locator('.bubble').boundingBox();
      expect(user?.x).toBeLessThan(100);
      const moving = await page.evaluate('document.getAnimations().length');
      expect(moving).toBe(0);
      expect(
        await replies(page)
          .first()
          .locator('.note')
          .first()
          .evaluate((note) => note.ownerDocument.defaultView?.getComputedStyle(note).borderTopStyle),
      ).toBe('solid');
      await shot('forced-colors-rtl');
    }));

  test('the shade of a table with more behind its edge stands where that edge is, in either direction', () =>
    visit(browser, `${server.url}/assets/host.html`, { viewport: { width: 360, height: 800 } }, async ({ page }) => {
      await open(page);
      await hear(page, 'fee');
      const table = page.locator('.message > .bubble > .scroll').first();
      for (const [dir, far, near] of [
        ['ltr', 'right', 'left'],
        ['rtl', 'left', 'right'],
      ] as const) {
        await table.evaluate((element, to) => element.setAttribute('dir', to), dir);
        await table.locator('table').evaluate((element) => {
          element.style.minWidth = '700px';
        });
        const scrolledTo = async (left: number) => {
          await table.evaluate((element, to) => element.scrollTo(to, 0), dir === 'rtl' ? -left : left);
          return edgesOf(page, await table.screenshot());
        };
        const [start, end] = [await scrolledTo(0), await scrolledTo(9999)];
        expect(start[far], dir).toBeLessThan(start[near] - 20);
        expect(Math.abs(end.left - end.right), dir).toBeLessThan(5);
      }
    }));

  test('on a phone it is modal over the whole screen, follows the keyboard, and does not raise it by itself', () =>
    walk(
      async ({ page, shot }) => {
        await page.locator('#begin').tap();
        await page.locator('.prompt').first().waitFor();
        expect(await page.locator('.panel').evaluate((panel) => panel.matches(':modal'))).toBe(true);
        expect(await page.locator('.title').evaluate((title) => title.matches(':focus'))).toBe(true);
        await stillness(page);
        expect(await page.locator('.panel').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
        expect(await page.locator('.input').evaluate((input) => input.ownerDocument.defaultView?.getComputedStyle(input).fontSize)).toBe(
          '16px',
        );
        await page.evaluate(`
          Object.defineProperty(visualViewport, 'height', { get: () => 500 });
          visualViewport.dispatchEvent(new Event('resize'));
        `);
        expect((await page.locator('.panel').boundingBox())?.height).toBe(500);
        const composer = await page.locator('.composer').boundingBox();
        expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(500);
        await shot('phone-keyboard');
        await page.locator('.closer').tap();
        expect(await page.locator('.panel').isVisible()).toBe(false);
      },
      { ...PHONE },
    ));
});
