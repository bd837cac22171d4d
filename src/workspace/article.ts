import { LANGUAGES, type Language, type PerLanguage } from '../base/language.js';
import type { Article, Block, Conflict, Section } from '../knowledge/article.js';
import { type Fact, type FactId, sameValue } from '../knowledge/fact.js';
import type { DraftArticle, Statement } from './markdown.js';
import type { Problem } from './problem.js';

/** One article from its files, one a language. Where the files disagree, problems are added. */
export function joinArticle(id: string, drafts: PerLanguage<DraftArticle>, problems: Problem[]): Article {
  for (const language of LANGUAGES) checkWithin(drafts[language], problems);
  for (const language of LANGUAGES.slice(1)) checkAcross(drafts[LANGUAGES[0]], drafts[language], problems);
  const first = drafts[LANGUAGES[0]];
  const sections = first.sections.map((section): Section => {
    const twin = (language: Language) => drafts[language].sections.find((other) => other.id === section.id);
    return {
      id: section.id,
      title: perLanguage((language) => twin(language)?.title ?? section.title),
      blocks: perLanguage((language): readonly Block[] => twin(language)?.blocks ?? []),
    };
  });
  return {
    id,
    title: perLanguage((language) => drafts[language].front.title),
    source: perLanguage((language) => drafts[language].front.source),
    asOf: first.front.asOf,
    sections,
    facts: new Map(first.statements.map((statement) => [statement.id, factOf(statement, drafts)])),
    conflicts: first.front.conflicts.map(
      (conflict): Conflict => ({
        id: conflict.id,
        between: conflict.between.map((fact) => fact as FactId),
        note: perLanguage((language) => drafts[language].front.conflicts.find(({ id }) => id === conflict.id)?.note ?? conflict.note),
      }),
    ),
  };
}

const perLanguage = <T>(f: (language: Language) => T): PerLanguage<T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, f(language)])) as PerLanguage<T>;

function factOf(statement: Statement, drafts: PerLanguage<DraftArticle>): Fact {
  const first = (language: Language) => drafts[language].statements.find((other) => other.id === statement.id);
  const { id, value } = first(LANGUAGES[0]) ?? statement;
  return {
    id,
    value,
    section: first(LANGUAGES[0])?.section ?? statement.section,
    text: perLanguage((language) => first(language)?.text ?? statement.text),
  };
}

/** A fact has one value in a file, wherever it is stated. */
function checkWithin(draft: DraftArticle, problems: Problem[]): void {
  const seen = new Map<FactId, Statement>();
  for (const statement of draft.statements) {
    const before = seen.get(statement.id);
    if (!before) seen.set(statement.id, statement);
    else if (!sameValue(before.value, statement.value)) {
      const inTable = before.inTable !== statement.inTable;
      problems.push({
        file: draft.file,
        line: statement.line,
        code: inTable ? 'table-disagrees' : 'fact-value',
        message: `${statement.id} is "${statement.text}" here and "${before.text}" on line ${before.line}${inTable ? ' (text and table disagree)' : ''}`,
        fix: 'correct one of them; if the article really says both, give each a ~reading and declare the conflict',
      });
    }
  }
  const known = new Set(draft.statements.map(({ id }) => String(id)));
  draft.front.conflicts.forEach((conflict, index) => {
    if (draft.front.conflicts.findIndex(({ id }) => id === conflict.id) < index)
      problems.push({
        file: draft.file,
        line: draft.lineOfConflict(index),
        code: 'duplicate-id',
        message: `the conflict id ${conflict.id} is used twice`,
        fix: 'give each conflict an id of its own',
      });
    for (const fact of conflict.between) {
      if (!known.has(fact))
        problems.push({
          file: draft.file,
          line: draft.lineOfConflict(index),
          code: 'unknown-fact',
          message: `conflict ${conflict.id} names ${fact}, which the article does not state`,
          fix: 'correct the id, or link the words that state it',
        });
    }
  });
}

/** The same sections, facts, values and conflicts in both files. */
function checkAcross(a: DraftArticle, b: DraftArticle, problems: Problem[]): void {
  compareLists(a, b, (draft) => draft.sections.map(({ id, line }) => ({ id, line })), 'section', problems);
  compareLists(a, b, (draft) => draft.statements, 'fact', problems);
  compareLists(
    a,
    b,
    (draft) =>
      draft.front.conflicts.map(({ id, between }, index) => ({ id: `${id} (${between.join(', ')})`, line: draft.lineOfConflict(index) })),
    'conflict',
    problems,
  );
  if (a.front.asOf !== b.front.asOf)
    problems.push({
      file: b.file,
      line: 1,
      code: 'language-parity',
      message: `asOf is ${b.front.asOf} here and ${a.front.asOf} in ${a.file}`,
      fix: 'write the same date in both',
    });
  for (const statement of b.statements) {
    const twin = a.statements.find(({ id }) => id === statement.id);
    if (twin && !sameValue(twin.value, statement.value)) {
      problems.push({
        file: b.file,
        line: statement.line,
        code: 'fact-value',
        message: `${statement.id} is "${statement.text}" here and "${twin.text}" in ${a.file}:${twin.line}`,
        fix: 'write the same value in both languages',
      });
    }
  }
}

function compareLists(
  a: DraftArticle,
  b: DraftArticle,
  list: (draft: DraftArticle) => readonly { readonly id: string; readonly line: number }[],
  what: string,
  problems: Problem[],
): void {
  for (const [here, there] of [
    [a, b],
    [b, a],
  ] as const) {
    const ids = new Set(list(there).map(({ id }) => id));
    for (const { id, line } of list(here)) {
      if (!ids.has(id))
        problems.push({
          file: here.file,
          line,
          code: 'language-parity',
          message: `the ${what} ${id} is missing in ${there.file}`,
          fix: `add it there in its own words, or remove it here`,
        });
    }
  }
}
