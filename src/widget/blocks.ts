import type { ReplyBlock, TypedReply } from '../channels/directline/protocol.js';
import { button, type Child, h } from './dom.js';
import { link, linked } from './links.js';
import { plotElement } from './plot.js';
import type { Surroundings } from './surroundings.js';
import { tableElement } from './table.js';
import type { Words } from './words/words.js';

type Block<K extends ReplyBlock['kind']> = Extract<ReplyBlock, { kind: K }>;

/** A reply's blocks as elements, its sources at the end or in the quote's card. */
export function replyElements(reply: TypedReply, parts: Surroundings): readonly HTMLElement[] {
  const sources = reply.sources.length > 0 ? sourcesElement(reply, parts) : undefined;
  const lastQuote = reply.blocks.findLast(({ kind }) => kind === 'quote');
  const shown = reply.blocks.flatMap((block) => blockElement(block, reply, parts, block === lastQuote ? sources : undefined) ?? []);
  const body = shown.length > 0 ? shown : [h('p', {}, ...linked(reply.text))];
  return sources && !lastQuote ? [...body, sources] : body;
}

function blockElement(
  block: ReplyBlock,
  reply: TypedReply,
  parts: Surroundings,
  sources: HTMLElement | undefined,
): HTMLElement | undefined {
  const { texts, send } = parts;
  const words = texts.words();
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
      return h('div.choices', {}, ...block.choices.map((choice) => button(choice.label, 'choice', () => send(choice.send))));
    default:
      // A newer server may know more kinds; the reply's text has all of it.
      return undefined;
  }
}

/** A fee: the sums under each other, the result of the formula made prominent, then the formula and where its figures come from. */
function quoteElement({ title, rows, formula }: Block<'quote'>, words: Words, sources: HTMLElement | undefined): HTMLElement {
  const result = formula.split('= ').at(-1) ?? '';
  const total = rows.findIndex(({ value }, index) => index > 0 && value.replaceAll(',', '').startsWith(result.replaceAll(',', '')));
  return h(
    'div.quote',
    {},
    h(
      'table',
      {},
      h('caption', {}, title),
      h(
        'tbody',
        {},
        ...rows.map(({ label, value }, index) =>
          h(index === total ? 'tr.total' : 'tr', {}, h('th', { scope: 'row' }, label), h('td', {}, value)),
        ),
      ),
    ),
    h('p.formula', {}, h('span.meta', {}, words.formula), h('bdi', { dir: 'ltr' }, formula)),
    sources,
  );
}

/** A contradiction links to where the article's page declares it. */
function noteElement(
  { tone, text }: Block<'note'>,
  { conflicts, sources, language }: TypedReply,
  { texts, server }: Surroundings,
): HTMLElement {
  const words = texts.words();
  const declared = tone === 'conflict' && conflicts.find(({ note }) => note === text);
  const place = declared && sources[0] && pageOf(server, sources[0].article, language, [], `conflict-${declared.id}`);
  return h(`p.note ${tone}`, {}, h('strong', {}, words[tone]), ...linked(text), place && link(place, words.inArticle));
}

function sourcesElement({ sources, figures, language }: TypedReply, { texts, server }: Surroundings): HTMLElement {
  const words = texts.words();
  const facts = [...new Set(figures.flatMap(({ origin }) => ('fact' in origin ? [origin.fact] : [])))];
  const items = sources.map(
    ({ article, section, title, asOf }): Child =>
      h('li', {}, link(pageOf(server, article, language, facts, section), title), h('span.meta', {}, words.asOf + asOf)),
  );
  return h('div.sources', {}, h('span.meta', {}, words.sources), h('ul', {}, ...items));
}

/** Where the server shows an article, with the facts that are cited marked in it. */
function pageOf(server: string, article: string, language: string, facts: readonly string[], place: string): string {
  const query = new URLSearchParams({ lang: language, ...(facts.length > 0 && { mark: facts.join(',') }) });
  return `${server}/knowledge/${encodeURIComponent(article)}?${query}#${encodeURIComponent(place)}`;
}
