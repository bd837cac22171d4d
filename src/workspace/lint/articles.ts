import { findContradictions, undeclaredContradictions } from '../../knowledge/contradictions.js';
import type { Problem } from '../problem.js';
import type { Check } from './check.js';

const undeclared: Check = {
  name: 'undeclared-contradiction',
  find: (files) =>
    files.pack.articles.flatMap((article) =>
      undeclaredContradictions(article).flatMap(({ facts, why }) =>
        files.drafts
          .filter(({ file }) => file.startsWith(`knowledge/${article.id}/`))
          .map((draft): Problem => {
            const line = draft.statements.find(({ id }) => id === facts.at(-1))?.line ?? 1;
            return {
              file: draft.file,
              line,
              code: 'undeclared-contradiction',
              message: `the article contradicts itself: ${why} (${facts.join(', ')})`,
              fix: 'declare it under conflicts in the front matter, with a note for the reader, or correct the figure',
            };
          }),
      ),
    ),
};

/** A conflict over one reading of a quantity of which no second one exists tells users of something that is not there. */
const idle: Check = {
  name: 'idle-conflict',
  find: (files) =>
    files.pack.articles.flatMap((article) => {
      const found = findContradictions(article);
      return article.conflicts.flatMap((conflict, index): Problem[] => {
        const real = found.some(({ facts }) => facts.every((fact) => conflict.between.includes(fact)));
        const draft = files.drafts.find(({ file }) => file.startsWith(`knowledge/${article.id}/`));
        return real || !draft
          ? []
          : [
              {
                file: draft.file,
                line: draft.lineOfConflict(index),
                code: 'idle-conflict',
                message: `the facts of conflict ${conflict.id} do not contradict each other`,
                fix: 'correct its facts (give two statements a ~reading each), or remove it',
              },
            ];
      });
    }),
};

/** One alias leads to one method. */
const aliases: Check = {
  name: 'alias-twice',
  find: (files) => {
    const seen = new Map<string, string>();
    return files.pack.tariffs.flatMap((tariff) =>
      [...tariff.aliases.zh, ...tariff.aliases.en].flatMap((alias): Problem[] => {
        const before = seen.get(alias);
        seen.set(alias, before ?? tariff.id);
        return before === undefined
          ? []
          : [
              {
                file: `knowledge/${tariff.source.article}/tariffs.yaml`,
                line: 1,
                code: 'alias-twice',
                message: `the alias "${alias}" names ${before} and ${tariff.id}`,
                fix: 'leave it to one method',
              },
            ];
      }),
    );
  },
};

export const articleChecks: readonly Check[] = [undeclared, idle, aliases];
