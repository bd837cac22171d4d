import type { Language } from '../base/language.js';
import type { Block, Inline } from '../knowledge/article.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import { findFact, findSection, type Pack } from '../knowledge/pack.js';
import { parseTemplate } from '../knowledge/template.js';
import type { AnswerPart } from './answer.js';

/** Parts of an answer and the facts they state. */
export interface Stated {
  readonly parts: readonly AnswerPart[];
  readonly facts: readonly FactId[];
}

/** Fills an answer's text: blank lines part paragraphs, lines that begin with "- " make a list, `{fact.id}` is the fact's own words. */
export function fillText(pack: Pack, template: string, language: Language): Stated {
  const facts: FactId[] = [];
  const filled = parseTemplate(template)
    .map((part) => {
      if (part.kind !== 'fact') return part.text;
      facts.push(part.id);
      return findFact(pack, part.id)?.fact.text[language] ?? '';
    })
    .join('');
  const parts = filled
    .trim()
    .split(/\n{2,}/)
    .map((paragraph): AnswerPart => {
      const lines = paragraph.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- '))
        ? { kind: 'list', items: lines.map((line) => line.slice(2)) }
        : { kind: 'paragraph', text: lines.join(language === 'zh' ? '' : ' ') };
    });
  return { parts, facts };
}

/** The first table of a section, with the facts in it. */
export function tableOf(pack: Pack, citation: Citation, language: Language): Stated {
  const section = findSection(pack, citation);
  const table = section?.blocks[language].find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
  if (!section || !table) return { parts: [], facts: [] };
  const words = (cell: readonly Inline[]) => cell.map(({ text }) => text).join('');
  const cells = [...table.header, ...table.rows.flat()];
  return {
    parts: [
      { kind: 'table', title: section.title[language], header: table.header.map(words), rows: table.rows.map((row) => row.map(words)) },
    ],
    facts: cells.flatMap((cell) => cell.flatMap(({ fact }) => (fact === undefined ? [] : [fact]))),
  };
}
