import type { Language } from '../base/language.js';
import { equals, formatDecimal, multiply, type Rational, rational } from '../base/rational.js';
import type { Conflict } from '../knowledge/article.js';
import type { Fact, FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import { findArticle, findFact, findSection, type Pack } from '../knowledge/pack.js';
import type { DeclaredConflict, Figure, Source } from './answer.js';

/** The figures that facts are; a claim is no figure. */
export function figuresOf(pack: Pack, facts: readonly FactId[]): readonly Figure[] {
  return facts.flatMap((id) => {
    const fact = findFact(pack, id)?.fact;
    return fact ? figureOf(fact) : [];
  });
}

function figureOf({ id, value }: Fact): readonly Figure[] {
  if (value.kind === 'claim') return [];
  const { min, max } = value.range;
  const shown = (number: Rational) => formatDecimal(value.unit === 'percent' ? multiply(number, rational(100n)) : number);
  return [
    {
      value: equals(min, max) ? shown(min) : `${shown(min)}..${shown(max)}`,
      ...((value.bound === 'below' || value.bound === 'above') && { bound: value.bound }),
      unit: value.unit === 'yuan' ? 'CNY' : value.unit,
      origin: { fact: id },
    },
  ];
}

/** The declared conflicts that any of the facts is part of. */
export function conflictsOf(pack: Pack, facts: readonly FactId[], language: Language): readonly DeclaredConflict[] {
  const touched = ({ between }: Conflict) => between.some((id) => facts.includes(id));
  return pack.articles.flatMap(({ conflicts }) => conflicts.filter(touched).map(({ id, note }) => ({ id, note: note[language] })));
}

/** Sections as a reader finds them, each once. */
export function sourcesOf(pack: Pack, citations: readonly Citation[], language: Language): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const citation of citations) {
    const article = findArticle(pack, citation.article);
    const section = findSection(pack, citation);
    if (article && section)
      sources.set(`${article.id}#${section.id}`, {
        article: article.id,
        section: section.id,
        title: section.title[language],
        asOf: article.asOf,
      });
  }
  return [...sources.values()];
}
