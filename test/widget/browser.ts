import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const SHOTS = fileURLToPath(new URL('../../test-output/widget', import.meta.url));
const { CI, CHROMIUM_PATH: executablePath = '/usr/bin/chromium' } = process.env;

/** The system's browser; `undefined`, said loudly, where none starts. */
export async function launch(): Promise<Browser | undefined> {
  mkdirSync(SHOTS, { recursive: true });
  const browser = existsSync(executablePath)
    ? await chromium.launch({ executablePath, args: ['--no-sandbox'] }).catch(() => undefined)
    : undefined;
  if (!browser) {
    const message = `no Chromium starts from ${executablePath} (CHROMIUM_PATH names another): the widget is NOT tested`;
    if (CI === 'true') throw new Error(message);
    console.warn(`\n*** ${message} ***\n`);
  }
  return browser;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, warnings and violations of policies, as the pages reported them. Empty at the end, but for what a test takes out. */
  readonly complaints: string[];
  /** Addresses that were asked for. */
  readonly requests: string[];
  shot(name: string): Promise<unknown>;
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const SMALL_PHONE = { ...PHONE, viewport: { width: 320, height: 568 } } as const;

/** A fresh browser at an address; at the end nothing may have been reported by its pages. */
export async function visit(
  browser: Browser | undefined,
  url: string,
  options: BrowserContextOptions,
  walk: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser?.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
  if (!context) throw new Error('no browser');
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('console', (message) => message.type() !== 'log' && complaints.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => requests.push(request.url()));
  await context.addInitScript("addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective))");
  try {
    const page = await context.newPage();
    await page.goto(url);
    await walk({ page, context, complaints, requests, shot: (name) => page.screenshot({ path: `${SHOTS}/${name}.png` }) });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** When nothing moves any more, but for what never ends. */
export const stillness = (page: Page) =>
  page.evaluate(`Promise.all(
    [document, document.querySelector('zhida-chat')?.shadowRoot]
      .flatMap((root) => root?.getAnimations() ?? [])
      .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished.catch(() => {})),
  ).then(() => {})`);

export const replies = (page: Page) => page.locator('.message.theirs');
export const mine = (page: Page) => page.locator('.message.mine');

/** Opens the panel, unless it is a part of the page. */
export async function open(page: Page): Promise<void> {
  const launcher = page.locator('.launcher');
  if (await launcher.isVisible()) await launcher.click();
  await page.locator('.welcome .prompt, .message').first().waitFor();
}

export async function ask(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.locator('textarea').press('Enter');
}

/** Asks, and waits for the answer. */
export async function hear(page: Page, text: string): Promise<void> {
  const before = await replies(page).count();
  await ask(page, text);
  await replies(page).nth(before).waitFor();
}
