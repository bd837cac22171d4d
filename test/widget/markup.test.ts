import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../src/base/result.js';
import type { Bot } from '../../src/bot/bot.js';
import type { TurnRecord } from '../../src/bot/ports.js';
import type { Reply } from '../../src/rendering/reply.js';
import { createFakeBot } from '../channels/fake-bot.js';
import { type Serving, serve } from '../server/serving.js';
import { ask, launch, mine, open, replies, visit } from './browser.js';
import { HOSTILE } from './hostile.js';

const browser: Browser | undefined = await launch();

/** A reply that has a text wherever one can stand. */
const everywhere = (conversation: string, text: string): Reply => ({
  conversation,
  kind: 'answer',
  language: 'en',
  intents: [],
  slots: {},
  text,
  blocks: [
    { kind: 'paragraph', text },
    { kind: 'list', ordered: true, items: [text] },
    { kind: 'table', title: text, header: [text, text], rows: [[text, text]] },
    { kind: 'quote', title: text, rows: [{ label: text, value: text }], formula: text },
    {
      kind: 'plot',
      title: text,
      costUnit: 'CNY',
      points: [{ label: text, cost: { min: '1', max: '2' }, minutes: { min: '1', max: '2' } }],
    },
    { kind: 'note', tone: 'conflict', text },
    { kind: 'options', choices: [{ label: text, send: text }] },
  ],
  figures: [{ value: '1', unit: 'CNY', origin: { fact: text } }],
  sources: [{ article: text, section: text, title: text, asOf: text }],
  conflicts: [{ id: text, note: text }],
  suggestions: [{ label: text, send: text }],
});

/** Answers what it hears, as if the pack said so. */
function parrot(): Bot {
  const bot = createFakeBot({ now: () => new Date() });
  const said = new Map<string, TurnRecord[]>();
  return {
    ...bot,
    history: async (id, after) => (said.get(id) ?? []).filter(({ sequence }) => sequence > after),
    turn: async ({ conversation, key, ...incoming }) => {
      const turns = said.get(conversation) ?? [];
      const at = new Date().toISOString();
      const reply = everywhere(conversation, incoming.text);
      const turn: TurnRecord = { conversation, sequence: turns.length + 1, key, bodyHash: key, at, incoming, reply };
      said.set(conversation, [...turns, turn]);
      return ok(turn);
    },
  };
}

describe.skipIf(!browser)('text is never markup', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serve({ bot: parrot() });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  const KNOWN = 'svg path text rect div p span li ol ul a table thead tbody tr th td caption button strong bdi time i'.split(' ');

  /** The tags of what stands in the messages, and the addresses of its links. */
  const built = (page: Page) =>
    page.locator('.transcript').evaluate((transcript) => {
      const all = [...transcript.querySelectorAll('*')];
      return {
        tags: [...new Set(all.map(({ localName }) => localName))],
        links: all.flatMap((element) => (element.localName === 'a' ? [(element as unknown as { protocol: string }).protocol] : [])),
        handlers: all.filter((element) => element.getAttributeNames().some((name: string) => name.startsWith('on') || name === 'style'))
          .length,
      };
    });

  test(
    `${HOSTILE.length} hostile texts, from the user, in every part of an answer and as suggestions, stay texts`,
    { timeout: 60_000 },
    () =>
      visit(browser, server.url, { locale: 'en' }, async ({ page, requests }) => {
        expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
        await page.evaluate('globalThis.zhidaHit = () => console.error("hit")');
        await open(page);
        // The first by hand, the rest by the API, which takes the same way.
        await ask(page, HOSTILE[0] ?? '');
        await replies(page).first().waitFor();
        await page.evaluate((texts) => {
          const chat = (globalThis as unknown as { document: { querySelector(name: string): { send(text: string): void } } }).document;
          for (const text of texts) chat.querySelector('zhida-chat').send(text);
        }, HOSTILE.slice(1));
        await expect.poll(() => replies(page).count(), { timeout: 40_000 }).toBe(HOSTILE.length);
        expect(await mine(page).locator('.bubble').allTextContents()).toEqual(HOSTILE);
        const first = await replies(page).locator('.bubble > p:first-child').allTextContents();
        expect(first).toEqual(HOSTILE.map((text) => text));
        await page.locator('.suggestions .choice').click();
        await expect.poll(() => replies(page).count()).toBe(HOSTILE.length + 1);
        for (const state of ['as said', 'as stored']) {
          const { tags, links, handlers } = await built(page);
          expect(
            tags.filter((tag) => !KNOWN.includes(tag)),
            state,
          ).toEqual(['section']);
          expect(
            links.filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)),
            state,
          ).toEqual([]);
          expect(handlers, state).toBe(0);
          if (state === 'as said') {
            await page.reload();
            await expect.poll(() => replies(page).count()).toBe(HOSTILE.length + 1);
          }
        }
        expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
      }),
  );
});
