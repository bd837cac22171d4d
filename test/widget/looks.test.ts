import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import { findArticle } from '../../src/knowledge/pack.js';
import { articlePage } from '../../src/rendering/article-page.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { realBrain } from '../brain.js';
import { call } from '../channels/directline/client.js';
import { type Serving, serve } from '../server/serving.js';
import { ask, launch, PHONE, replies, SMALL_PHONE, stillness, type Visit, visit } from './browser.js';
import { withHosts } from './host.js';
import { findings } from './looks.js';

const browser: Browser | undefined = await launch();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const QUESTIONS = {
  'zh-CN': ['手续费', '从微信零钱提现5000要多少手续费', '哪种方式最划算 5000', '花呗分期利息多少'],
  en: ['the fee', 'What is the fee to withdraw 5000 from WeChat?', 'compare the ways for 5000', 'what does a loan cost in instalments'],
} as const;

type Locale = keyof typeof QUESTIONS;

const LOCALES = Object.keys(QUESTIONS) as readonly Locale[];

interface Session {
  readonly conversationId: string;
  readonly token: string;
}

const SCREENS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['desktop', { viewport: { width: 1280, height: 800 } }],
  ['phone', PHONE],
  ['small-phone', SMALL_PHONE],
];

/** Links in answers, and what the id of their target begins with. */
const LINKS = [
  ['.quote .sources a', 'fees'],
  ['.note.conflict a', 'conflict-'],
] as const;

describe.skipIf(!browser)('how the widget looks', () => {
  let server: Serving;
  beforeAll(async () => {
    const brain = realBrain();
    const clock = { now: () => new Date() };
    server = await serve({
      bot: createBot({ brain: () => brain, store: createMemoryStore(), clock }),
      page: withHosts(),
      knowledge: (id, language, cited) => {
        const article = findArticle(brain.pack, id);
        return article && articlePage(article, language, cited);
      },
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  /** Nothing for axe to complain of, nothing over an edge, nothing too small to hit, nothing hard to read. */
  async function judge(page: Page, state: string): Promise<void> {
    await stillness(page);
    if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
    const violations = await page.evaluate<string[]>(
      // What is dark differs from what is light in its colours alone.
      "axe.run({ resultTypes: ['violations'], ...(matchMedia('(prefers-color-scheme: dark)').matches && { runOnly: ['color-contrast', 'link-in-text-block'] }) }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) => target.join(' ') + ' ' + (any[0]?.message ?? '')).slice(0, 3).join(' | ')))",
    );
    expect(violations, `axe: ${state}`).toEqual([]);
    expect(await page.evaluate(findings), state).toEqual([]);
  }

  /** A conversation, and what the browser has kept that was in it before. */
  async function talkBefore(locale: Locale): Promise<NonNullable<BrowserContextOptions['storageState']>> {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const session = (await (await fetch(`${server.url}/v1/session`, { method: 'POST', headers, body: '{}' })).json()) as Session;
    for (const text of QUESTIONS[locale])
      await call(server, 'POST', `/conversations/${session.conversationId}/activities`, session.token, { type: 'message', text, locale });
    const known = { session: JSON.stringify(session), language: JSON.stringify(locale.slice(0, 2)), open: 'false' };
    const localStorage = Object.entries(known).map(([name, value]) => ({ name: `zhida ${server.url} ${name}`, value }));
    return { cookies: [], origins: [{ origin: server.url, localStorage }] };
  }

  async function showAll({ page, context, shot, complaints }: Visit, locale: Locale, name: string): Promise<void> {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const menu = page.locator('.round:has(.i-menu)');
    await page.locator('.badge:visible').waitFor();
    await judge(page, 'unread');
    await shot(`${name}-1-unread`);
    await page.locator('.launcher').click();
    await page.locator('.plot').waitFor();
    await stillness(page);
    await shot(`${name}-2-end`);
    for (const [part, selector] of [
      ['3-quote', '.quote'],
      ['4-table', '.message:has(.scroll) >> nth=-1 >> .scroll'],
      ['5-plot', '.plot'],
    ] as const) {
      await page
        .locator(selector)
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await shot(`${name}-${part}`);
    }
    // The picture and its table say the same.
    const plot = page.locator('.plot').first();
    const marked = (await plot.locator('.on-mark').allTextContents()).flatMap((names) => names.split('·')).sort();
    expect(marked).toEqual((await plot.locator('tbody th').allTextContents()).sort());
    // Where a link leads is the same in either colours.
    for (const [link, place] of name.includes('dark') ? [] : LINKS) {
      const [article] = await Promise.all([context.waitForEvent('page'), page.locator(link).first().click()]);
      await article.waitForLoadState();
      expect(await article.locator(':target').getAttribute('id')).toContain(place);
      expect(await article.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2));
      if (place === 'fees') expect(await article.locator(':target mark').count()).toBeGreaterThan(0);
      await article.close();
    }
    expect(await page.locator('.transcript').innerText()).not.toMatch(/undefined|NaN|\[object/);
    await page.locator('.round:has(.i-down)').last().click();
    await judge(page, 'a conversation, reasons open');
    await shot(`${name}-6-reasons`);
    await page.locator('.reasons .choice').last().click();
    await page.locator('.round[aria-pressed="true"]:has(.i-down)').waitFor();
    await page.locator('.round:has(.i-copy)').last().click();
    await page.locator('[aria-live]', { hasText: locale === 'en' ? 'Copied' : '已复制' }).waitFor({ state: 'attached' });
    const last = await page.locator('.message.theirs .bubble li').last().textContent();
    await menu.click();
    await judge(page, 'menu');
    await shot(`${name}-7-menu`);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('.item.download').click()]);
    expect(readFileSync(await saved.path(), 'utf8')).toContain(last);
    await menu.click();
    await page.locator('.item.erase').click();
    await judge(page, 'confirm');
    await shot(`${name}-8-confirm`);
    await page.locator('.confirm .choice').first().click();

    // An answer that is long in coming, and then refused.
    let refuse: (() => Promise<void>) | undefined;
    const posts = (url: URL) => url.pathname.endsWith('/activities');
    await context.route(posts, (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      refuse = () => route.fulfill({ status: 400, body: '{}' });
    });
    await ask(page, '?');
    await page.locator('.typing').waitFor();
    expect(await page.locator('.message .meta', { hasText: /…/ }).count()).toBe(0);
    await judge(page, 'typing');
    await shot(`${name}-9-typing`);
    await refuse?.();
    await page.locator('.failed').waitFor();
    await judge(page, 'not sent');
    await shot(`${name}-10-not-sent`);
    await page.locator('.failed button').last().click();
    await context.unroute(posts);
    await context.route('**/v3/directline/**', (route) => route.abort());
    await page.evaluate("dispatchEvent(new Event('offline'))");
    await ask(page, locale === 'en' ? 'Talk to a person' : '转人工');
    await page.locator('.message .meta', { hasText: /…/ }).waitFor();
    await judge(page, 'offline');
    await shot(`${name}-11-offline`);
    const before = await replies(page).count();
    await context.unroute('**/v3/directline/**');
    await page.evaluate("dispatchEvent(new Event('online'))");
    await replies(page).nth(before).waitFor();

    await menu.click();
    await page.locator('.item.erase').click();
    await page.locator('.danger').click();
    await page.locator('.notice:visible').waitFor();
    await judge(page, 'deleted');
    await shot(`${name}-12-deleted`);
    await page.locator('.closer').click();
    await judge(page, 'launcher');
    // The browser reports the refused and the aborted requests.
    complaints.length = 0;
  }

  for (const [screen, options] of SCREENS)
    describe.each(['light', 'dark'] as const)(`${screen}, %s`, (colorScheme) => {
      test.each(LOCALES)('%s', { timeout: 60_000, concurrent: true }, async (locale) => {
        const storageState = await talkBefore(locale);
        await visit(browser, `${server.url}/assets/host.html`, { ...options, locale, colorScheme, storageState }, (one) =>
          showAll(one, locale, `${screen}-${colorScheme}-${locale}`),
        );
      });

      test.each(LOCALES)('the front page and an article in %s', { timeout: 60_000, concurrent: true }, (locale) =>
        visit(browser, server.url, { ...options, locale, colorScheme }, async ({ page, shot }) => {
          const name = `${screen}-${colorScheme}-${locale}`;
          if (await page.locator('#begin').isVisible()) {
            await judge(page, 'front page');
            await shot(`${name}-front`);
            await page.locator('#begin').click();
          }
          await page.locator('.prompt').nth(2).waitFor();
          await judge(page, 'welcome');
          await shot(`${name}-welcome`);
          const cited = 'wechat-balance.rate,wechat-balance.limit~per-day';
          await page.goto(`${server.url}/knowledge/huabei-wechat?lang=${locale}&mark=${cited}#fees`);
          expect(await page.locator('section:target').getAttribute('id')).toBe('fees');
          expect(await page.locator('mark').allTextContents()).toContain('0.1%');
          expect(await page.locator('mark data').evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('value')))])).toEqual(
            cited.split(','),
          );
          await judge(page, 'article');
          await shot(`${name}-article`);
        }),
      );
    });
});
