import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../server/serving.js';
import { hear, launch, open, PHONE, visit } from './browser.js';

const browser: Browser | undefined = await launch();

interface Node {
  readonly nodeId: string;
  readonly childIds: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** Roles that a screen reader tells by themselves; what they hold is told as their name. */
const TOLD = [
  'dialog',
  'heading',
  'button',
  'link',
  'textbox',
  'region',
  'table',
  'rowheader',
  'cell',
  'list',
  'status',
  'image',
  'group',
  'paragraph',
];
const WHOLE = ['heading', 'button', 'link', 'rowheader', 'cell', 'status', 'paragraph', 'textbox'];

/** What a screen reader comes by on its way through the widget, in order. */
async function heardOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree' as never)) as unknown as { readonly nodes: readonly Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = (node: Node): readonly Node[] => node.childIds.flatMap((id) => byId.get(id) ?? []);
  const textOf = (node: Node): string =>
    node.role?.value === 'StaticText' ? (node.name?.value ?? '') : children(node).map(textOf).join('');
  const walk = (node: Node): readonly string[] => {
    const role = node.role?.value ?? '';
    if (node.ignored || !TOLD.includes(role)) return children(node).flatMap(walk);
    const line = `${role}: ${node.name?.value || textOf(node)}`;
    return [line, ...(WHOLE.includes(role) ? [] : children(node).flatMap(walk))];
  };
  const dialog = nodes.find(({ role }) => role?.value === 'dialog');
  return dialog ? walk(dialog) : [];
}

const LANGUAGES = {
  'zh-CN': {
    question: '提现 5000 元的手续费？',
    before: ['dialog: 知答', 'heading: 知答', 'status: 数字都有出处', 'button: English', 'button: 更多'],
    welcome: ['region: 对话内容', 'paragraph: 想问什么？', 'paragraph: 您好。', 'group: 可以这样问'],
    after: ['textbox: 您的问题', 'button: 发送'],
    actions: ['button: 复制回答', 'button: 有帮助', 'button: 没帮助'],
  },
  en: {
    question: 'What is the fee for withdrawing 5000 yuan?',
    before: ['dialog: Zhida', 'heading: Zhida', 'status: Every figure has a source', 'button: 中文', 'button: More'],
    welcome: ['region: Conversation', 'paragraph: What would you like to know?', 'paragraph: Hello.', 'group: You could ask'],
    after: ['textbox: Your question', 'button: Send'],
    actions: ['button: Copy answer', 'button: Helpful', 'button: Not helpful'],
  },
} as const;

describe.skipIf(!browser)('what a screen reader tells of the widget', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  test.each(Object.entries(LANGUAGES))('in %s: all of it named, in the order of the eye, answers said once', (locale, words) =>
    visit(browser, server.url, { locale }, async ({ page }) => {
      await open(page);
      await page.locator('.language', { hasText: /./ }).waitFor();
      const welcome = await heardOf(page);
      expect(welcome.slice(0, 9)).toEqual([...words.before, ...words.welcome]);
      expect(welcome.slice(9, 12).every((line) => /^button: ./.test(line))).toBe(true);
      expect(welcome.slice(12)).toEqual(words.after);

      // What is said aloud is added to the live region alone; the transcript is no such region, which would be read anew.
      const live = page.locator('[aria-live], [role=status], [role=log], [role=alert]');
      expect(await page.locator('.transcript').locator('[aria-live], [role=status], [role=log]').count()).toBe(0);
      const spoken = page.locator('[aria-live]').evaluate(
        (region) =>
          new Promise<string[]>((resolve) => {
            const texts: string[] = [];
            const { MutationObserver } = region.ownerDocument.defaultView;
            new MutationObserver(() => {
              if (region.textContent) texts.push(region.textContent);
              if (texts.length > 0) setTimeout(() => resolve(texts), 200);
            }).observe(region, { childList: true });
          }),
      );
      await hear(page, words.question);
      expect(await spoken).toHaveLength(1);
      expect((await spoken)[0]).toMatch(/5,?000/);
      expect(await live.count()).toBe(3);

      const told = await heardOf(page);
      const place = (line: string) => told.findIndex((one) => one.startsWith(line));
      // First what the user said, then the quote's rows, its source, what can be done with the answer, what could be asked next, the composer.
      const order = ['region', 'table', 'rowheader', 'cell', 'link', ...words.actions, 'group', ...words.after].map(place);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).not.toContain(-1);
      expect(told.filter((line) => /^(button|link|textbox|region|table|image|dialog): *$/.test(line))).toEqual([]);
    }),
  );

  test('on a phone nothing behind the panel is in reach', () =>
    visit(browser, server.url, { ...PHONE }, async ({ page }) => {
      await page.locator('#begin').tap();
      await page.locator('.prompt').first().waitFor();
      const session = await page.context().newCDPSession(page);
      const { nodes } = (await session.send('Accessibility.getFullAXTree' as never)) as unknown as { readonly nodes: readonly Node[] };
      const dialog = nodes.find(({ role }) => role?.value === 'dialog');
      expect(dialog?.properties?.find(({ name }) => name === 'modal')?.value.value).toBe(true);
      const named = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'heading').map(({ name }) => name?.value);
      expect(named).toEqual(['知答']);
    }));
});
