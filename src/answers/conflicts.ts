import type { Language } from '../base/language.js';
import type { Conflict } from '../knowledge/article.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation } from '../knowledge/intent.js';
import { findFact, findSection, type Pack } from '../knowledge/pack.js';
import type { AnswerPart } from './answer.js';

interface Explained {
  readonly parts: readonly AnswerPart[];
  readonly facts: readonly FactId[];
  readonly cites: readonly Citation[];
}

/** The statements between which the article does not decide, of those that an answer's facts are part of, each with its place. */
export function explainConflicts(
  pack: Pack,
  facts: readonly FactId[],
  calculated: Extract<AnswerPart, { kind: 'conflict' }>['calculated'],
  language: Language,
): Explained {
  const touched = ({ between }: Conflict) => between.some((id) => facts.includes(id));
  const between = [...new Set(pack.articles.flatMap(({ conflicts }) => conflicts.filter(touched).flatMap((conflict) => conflict.between)))];
  const statements = between.flatMap((id) => {
    const found = findFact(pack, id);
    if (!found) return [];
    const cite = { article: found.article.id, section: found.fact.section };
    const limit = pack.tariffs.flatMap(({ limits }) => limits).find((each) => each.kind === 'amount' && each.amount.facts.includes(id));
    return [{ cite, ...(limit && { limit }), text: found.fact.text[language], section: findSection(pack, cite)?.title[language] ?? '' }];
  });
  return {
    parts: [{ kind: 'conflict', ...(calculated && { calculated }), statements: statements.map(({ cite: _, ...statement }) => statement) }],
    facts: between,
    cites: statements.map(({ cite }) => cite),
  };
}
