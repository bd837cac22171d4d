import { assertNever } from '../base/assert-never.js';
import { LANGUAGES, type Language } from '../base/language.js';
import type { Article, Block, Inline } from '../knowledge/article.js';
import { WORDINGS } from './wording/index.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** An article as a whole HTML document: sections under their ids, figures marked with their facts, no script and no inline style. */
export function articlePage(article: Article, language: Language): string {
  const wording = WORDINGS[language].article;
  const title = escapeHtml(article.title[language]);
  const others = LANGUAGES.filter((other) => other !== language).map(
    (other) => `<a href="?lang=${other}" hreflang="${other}" lang="${other}">${WORDINGS[other].article.language}</a>`,
  );
  const sections = article.sections.map(
    ({ id, title: heading, blocks }) =>
      `<section id="${escapeHtml(id)}"><h2><a href="#${escapeHtml(id)}">${escapeHtml(heading[language])}</a></h2>${blocks[language].map(blockHtml).join('')}</section>`,
  );
  const conflicts = article.conflicts.map(({ id, note }) => `<li id="conflict-${escapeHtml(id)}">${escapeHtml(note[language])}</li>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/article.css">
</head>
<body>
<nav><a href="/?lang=${language}">${escapeHtml(wording.back)}</a> ${others.join(' ')}</nav>
<main>
<h1>${title}</h1>
<p>${escapeHtml(article.source[language])} · ${escapeHtml(wording.asOf(article.asOf))}</p>
${sections.join('\n')}
${conflicts.length > 0 ? `<section id="conflicts"><h2>${escapeHtml(wording.conflicts)}</h2><ul>${conflicts.join('')}</ul></section>` : ''}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.inlines)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const row = (cells: readonly (readonly Inline[])[], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><thead>${row(block.header, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    }
    default:
      return assertNever(block);
  }
}

const inlineHtml = (inlines: readonly Inline[]): string =>
  inlines
    .map(({ text, fact }) => (fact === undefined ? escapeHtml(text) : `<data value="${escapeHtml(fact)}">${escapeHtml(text)}</data>`))
    .join('');
