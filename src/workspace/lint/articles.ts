import { LANGUAGES } from '../../base/language.js';
import { findContradictions, undeclaredContradictions } from '../../knowledge/contradictions.js';
import { fold } from '../../text/fold.js';
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

/** One name or alias leads to one method. */
const aliases: Check = {
  name: 'alias-twice',
  find: (files) => {
    const seen = new Map<string, string>();
    return files.tariffs.flatMap(({ file, value, lineOf }) =>
      value.methods.flatMap((method, m) => {
        const names = LANGUAGES.flatMap((language) => [
          { text: method.name[language], path: ['name', language] },
          ...method.aliases[language].map((text, index) => ({ text, path: ['aliases', language, index] })),
        ]);
        return names.flatMap(({ text, path }): Problem[] => {
          const folded = fold(text).text;
          const before = seen.get(folded) ?? method.id;
          seen.set(folded, before);
          return before === method.id
            ? []
            : [
                {
                  file,
                  line: lineOf(['methods', m, ...path]),
                  code: 'alias-twice',
                  message: `"${text}" names ${before} and ${method.id}`,
                  fix: 'leave it to one method',
                },
              ];
        });
      }),
    );
  },
};

export const articleChecks: readonly Check[] = [undeclared, idle, aliases];
