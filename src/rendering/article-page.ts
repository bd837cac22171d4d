import { assertNever } from '../base/assert-never.js';
import { LANGUAGES, type Language } from '../base/language.js';
import type { Article, Block, Inline, Section } from '../knowledge/article.js';
import { WORDINGS } from './wording/index.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/**
 * An article as a whole HTML document: sections under their ids, each with the contradictions that touch it, figures marked with their facts, those
 * of `cited` highlighted; no script and no inline style.
 */
export function articlePage(article: Article, language: Language, cited: ReadonlySet<string> = new Set()): string {
  const wording = WORDINGS[language].article;
  const page: PageParts = { article, language, cited };
  const title = escapeHtml(article.title[language]);
  const marked = [...article.facts.keys()].filter((fact) => cited.has(fact));
  const mark = marked.length > 0 ? `&amp;mark=${encodeURIComponent(marked.join(','))}` : '';
  const others = LANGUAGES.filter((other) => other !== language).map(
    (other) => `<a href="?lang=${other}${mark}" hreflang="${other}" lang="${other}">${WORDINGS[other].article.language}</a>`,
  );
  const contents = article.sections.map(
    ({ id, title: heading }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(heading[language])}</a></li>`,
  );
  const conflicts = article.conflicts.map(({ id, note }) => `<li id="conflict-${escapeHtml(id)}">${escapeHtml(note[language])}</li>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/article.css">
</head>
<body>
<header><a href="/?lang=${language}">${escapeHtml(wording.back)}</a> ${others.join(' ')}</header>
<main>
<h1>${title}</h1>
<p class="source">${escapeHtml(article.source[language])} · ${escapeHtml(wording.asOf(article.asOf))}</p>
<nav aria-label="${escapeHtml(wording.contents)}"><ul>${contents.join('')}</ul></nav>
${article.sections.map((section) => sectionHtml(section, page)).join('\n')}
${conflicts.length > 0 ? `<section id="conflicts"><h2>${escapeHtml(wording.conflicts)}</h2><ul>${conflicts.join('')}</ul></section>` : ''}
</main>
</body>
</html>
`;
}

interface PageParts {
  readonly article: Article;
  readonly language: Language;
  readonly cited: ReadonlySet<string>;
}

function sectionHtml({ id, title, blocks }: Section, { article, language, cited }: PageParts): string {
  const heading = escapeHtml(title[language]);
  const facts = new Set(blocks[language].flatMap(inlinesOf).flatMap(({ fact }) => fact ?? []));
  const touching = article.conflicts.filter(({ between }) => between.some((fact) => facts.has(fact)));
  const notes = touching.map(
    ({ id: conflict, note }) => `<p class="conflict"><a href="#conflict-${escapeHtml(conflict)}">${escapeHtml(note[language])}</a></p>`,
  );
  const body = blocks[language].map((block) => blockHtml(block, heading, cited));
  return `<section id="${escapeHtml(id)}"><h2><a href="#${escapeHtml(id)}">${heading}</a></h2>${body.join('')}${notes.join('')}</section>`;
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return block.inlines;
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.header, ...block.rows.flat()].flat();
    default:
      return assertNever(block);
  }
}

function blockHtml(block: Block, heading: string, cited: ReadonlySet<string>): string {
  const inlineHtml = (inlines: readonly Inline[]): string => inlines.map((inline) => runHtml(inline, cited)).join('');
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
      const rows = block.rows.map((cells) => row(cells, 'td')).join('');
      // It scrolls sideways on a phone, so the keyboard must reach it.
      return `<div class="table" tabindex="0" role="region" aria-label="${heading}"><table><thead>${row(block.header, 'th')}</thead><tbody>${rows}</tbody></table></div>`;
    }
    default:
      return assertNever(block);
  }
}

function runHtml({ text, fact }: Inline, cited: ReadonlySet<string>): string {
  if (fact === undefined) return escapeHtml(text);
  const figure = `<data value="${escapeHtml(fact)}">${escapeHtml(text)}</data>`;
  return cited.has(fact) ? `<mark>${figure}</mark>` : figure;
}
