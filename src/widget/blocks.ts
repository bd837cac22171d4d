import type { Choice, ReplyBlock, TypedReply } from '../channels/directline/protocol.js';
import { button, type Child, h } from './dom.js';
import { link, linked } from './links.js';
import { plotElement } from './plot.js';
import { tableElement } from './table.js';
import type { Words } from './words/words.js';

export interface BlockParts {
  readonly words: Words;
  readonly server: string;
  readonly choose: (choice: Choice) => void;
}

type Block<K extends ReplyBlock['kind']> = Extract<ReplyBlock, { kind: K }>;

/** A reply's blocks as elements, its sources at the end or in the quote's card. */
export function replyElements(reply: TypedReply, parts: BlockParts): readonly HTMLElement[] {
  const sources = reply.sources.length > 0 ? sourcesElement(reply, parts) : undefined;
  const lastQuote = reply.blocks.findLast(({ kind }) => kind === 'quote');
  const shown = reply.blocks.flatMap((block) => blockElement(block, reply, parts, block === lastQuote ? sources : undefined) ?? []);
  const body = shown.length > 0 ? shown : [h('p', {}, ...linked(reply.text))];
  return sources && !lastQuote ? [...body, sources] : body;
}

/** True for replies that need the whole width. */
export const isWide = (reply: TypedReply): boolean =>
  reply.blocks.some(({ kind }) => kind === 'table' || kind === 'quote' || kind === 'plot');

function blockElement(block: ReplyBlock, reply: TypedReply, parts: BlockParts, sources: HTMLElement | undefined): HTMLElement | undefined {
  const { words, choose } = parts;
  switch (block.kind) {
    case 'paragraph':
      return h('p', {}, ...linked(block.text));
    case 'list':
      return h(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => h('li', {}, ...linked(item))));
    case 'table':
      return tableElement(block.title, block.header, block.rows);
    case 'quote':
      return quoteElement(block, words, sources);
    case 'plot':
      return plotElement(block, words);
    case 'note':
      return noteElement(block, reply, parts);
    case 'options':
      return h('div', { class: 'choices' }, ...block.choices.map((choice) => button(choice.label, 'choice', () => choose(choice))));
    default:
      // A newer server may know more kinds; the reply's text has all of it.
      return undefined;
  }
}

/** A fee: the sums under each other, the result of the formula made prominent, then the formula and where its figures come from. */
function quoteElement({ title, rows, formula }: Block<'quote'>, words: Words, sources: HTMLElement | undefined): HTMLElement {
  const result = formula.split('= ').at(-1) ?? '';
  const total = rows.findIndex(({ value }, index) => index > 0 && value.replaceAll(',', '').startsWith(result.replaceAll(',', '')));
  const row = ({ label, value }: (typeof rows)[number], index: number): HTMLElement =>
    h('tr', { class: index === total ? 'total' : undefined }, h('th', { scope: 'row' }, label), h('td', {}, value));
  return h(
    'div',
    { class: 'quote' },
    h('table', {}, h('caption', {}, title), h('tbody', {}, ...rows.map(row))),
    h('p', { class: 'formula' }, h('span', { class: 'label' }, words.formula), h('bdi', { dir: 'ltr' }, formula)),
    sources,
  );
}

/** A contradiction links to where the article's page declares it. */
function noteElement(
  { tone, text }: Block<'note'>,
  { conflicts, sources, language }: TypedReply,
  { words, server }: BlockParts,
): HTMLElement {
  const declared = tone === 'conflict' ? conflicts.find(({ note }) => note === text) : undefined;
  const article = sources[0]?.article;
  const place = declared && article !== undefined && pageOf(server, article, language, [], `conflict-${declared.id}`);
  return h(
    'p',
    { class: `note ${tone}` },
    h('strong', {}, words[tone]),
    ...linked(text),
    place && ' ',
    place && link(place, words.inArticle),
  );
}

function sourcesElement({ sources, figures, language }: TypedReply, { words, server }: BlockParts): HTMLElement {
  const facts = [...new Set(figures.flatMap(({ origin }) => ('fact' in origin ? [origin.fact] : [])))];
  return h(
    'div',
    { class: 'sources' },
    h('span', { class: 'label' }, words.sources),
    h(
      'ul',
      {},
      ...sources.map(
        ({ article, section, title, asOf }): Child =>
          h('li', {}, link(pageOf(server, article, language, facts, section), title), h('span', { class: 'quiet-text' }, words.asOf(asOf))),
      ),
    ),
  );
}

/** Where the server shows an article, with the facts that are cited marked in it. */
function pageOf(server: string, article: string, language: string, facts: readonly string[], place: string): string {
  const query = new URLSearchParams({ lang: language, ...(facts.length > 0 && { mark: facts.join(',') }) });
  return `${server}/knowledge/${encodeURIComponent(article)}?${query}#${encodeURIComponent(place)}`;
}
