// A reply's blocks as elements. Text goes in as text, never as markup.

/**
 * @typedef {import('../../rendering/reply.js').Reply} WholeReply
 * @typedef {Omit<WholeReply, 'conversation'>} Reply
 * @typedef {import('../../rendering/reply.js').ReplyBlock} Block
 * @typedef {import('../../rendering/reply.js').Choice} Choice
 * @typedef {import('./wording.js').Wording} Wording
 * @typedef {(choice: Choice) => void} Choose
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {(string | Node)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = '', ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} label
 * @param {string} className
 * @param {() => void} onClick
 */
export function button(label, className, onClick) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/**
 * @param {Reply} reply
 * @param {Wording} wording
 * @param {Choose} choose
 * @returns {HTMLElement[]}
 */
export function replyElements(reply, wording, choose) {
  // What a plot draws stands in the table before it.
  const blocks = reply.blocks.filter(({ kind }) => kind !== 'plot').map((block) => blockElement(block, wording, choose));
  const shown = blocks.length > 0 ? blocks : [element('p', '', reply.text)];
  return reply.sources.length > 0 ? [...shown, sourcesElement(reply, wording)] : shown;
}

/** True for replies that need the whole width. @param {Reply} reply */
export const isWide = (reply) => reply.blocks.some(({ kind }) => kind === 'table' || kind === 'quote');

/**
 * @param {Block} block
 * @param {Wording} wording
 * @param {Choose} choose
 * @returns {HTMLElement}
 */
function blockElement(block, wording, choose) {
  switch (block.kind) {
    case 'paragraph':
      return element('p', '', block.text);
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', '', ...block.items.map((item) => element('li', '', item)));
    case 'table':
      return tableElement(block.title, block.header, block.rows);
    case 'quote':
      return element(
        'section',
        'quote',
        element('h2', '', block.title),
        element('dl', '', ...block.rows.flatMap(({ label, value }) => [element('dt', '', label), element('dd', '', value)])),
        element('p', 'formula', block.formula),
      );
    case 'note':
      return element('p', `note ${block.tone}`, element('strong', '', wording[block.tone]), block.text);
    case 'options':
      return element('div', 'choices', ...block.choices.map((choice) => button(choice.label, 'choice', () => choose(choice))));
    default:
      // A newer server may know more kinds; the reply's text has all of it.
      return element('p');
  }
}

/**
 * @param {string | undefined} title
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
function tableElement(title, header, rows) {
  const head = element('tr', '', ...header.map((cell) => Object.assign(element('th', '', cell), { scope: 'col' })));
  const body = rows.map((row) => element('tr', '', ...row.map((cell) => element('td', '', cell))));
  const caption = title ? [element('caption', '', title)] : [];
  const table = element('table', '', ...caption, element('thead', '', head), element('tbody', '', ...body));
  // It scrolls sideways on a phone, so the keyboard must reach it.
  const frame = element('div', 'scroll', table);
  frame.tabIndex = 0;
  frame.role = 'region';
  frame.ariaLabel = title ?? header.join(', ');
  return frame;
}

/**
 * @param {Reply} reply
 * @param {Wording} wording
 */
function sourcesElement({ sources, language }, wording) {
  const links = sources.flatMap(({ article, section, title, asOf }, i) => {
    const link = element('a', '', title);
    link.href = `/knowledge/${encodeURIComponent(article)}?lang=${language}#${encodeURIComponent(section)}`;
    link.target = '_blank';
    link.rel = 'noopener';
    return [...(i > 0 ? [wording.separator] : []), link, wording.asOf(asOf)];
  });
  return element('p', 'sources', wording.sources, ...links);
}
