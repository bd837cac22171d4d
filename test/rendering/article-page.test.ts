import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import type { Article } from '../../src/knowledge/article.js';
import type { FactId } from '../../src/knowledge/fact.js';
import { articlePage } from '../../src/rendering/article-page.js';
import { pack } from '../answers/replies.js';

const both = <T>(value: T) => ({ zh: value, en: value });
const EVIL = `<script>alert("1" & '2')</script>`;

const hostile: Article = {
  id: 'a',
  title: both(EVIL),
  source: both(EVIL),
  asOf: EVIL,
  sections: [
    {
      id: 'one',
      title: both(EVIL),
      blocks: both([
        { kind: 'paragraph', inlines: [{ text: EVIL }, { text: EVIL, fact: EVIL as FactId }] },
        { kind: 'list', ordered: true, items: [[{ text: EVIL }]] },
        { kind: 'table', header: [[{ text: EVIL }]], rows: [[[{ text: EVIL }]]] },
      ]),
    },
  ],
  facts: new Map(),
  conflicts: [{ id: EVIL, between: [], note: both(EVIL) }],
};

describe('the page of an article', () => {
  it.each(LANGUAGES)('shows nothing of the article as markup (%s)', (language) => {
    const page = articlePage(hostile, language);
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`"1"`);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;');
    expect(page).toContain('<ol><li>');
    expect(page).toContain('<thead><tr><th>');
  });

  it.each(pack.articles.flatMap((article) => LANGUAGES.map((language) => [article, language] as const)))(
    'has all of $id',
    (article, language) => {
      const page = articlePage(article, language);
      expect(page).toContain(`<html lang="${language}">`);
      for (const { id } of article.sections) expect(page.match(new RegExp(`<section id="${id}">`, 'g'))).toHaveLength(1);
      for (const { id } of article.conflicts) expect(page).toContain(`id="conflict-${id}"`);
      for (const id of article.facts.keys()) expect(page).toContain(`<data value="${id}">`);
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    },
  );

  it('links the other language', () => {
    const [article] = pack.articles;
    if (!article) throw new Error('the pack has an article');
    expect(articlePage(article, 'en')).toContain('<a href="?lang=zh" hreflang="zh" lang="zh">中文</a>');
  });
});
