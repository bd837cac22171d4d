import type { Problem } from '../problem.js';
import type { Check } from './check.js';

/** A spelling belongs to one concept. */
const spelledTwice: Check = {
  name: 'spelling-twice',
  find: ({ concepts }) => {
    const seen = new Map<string, string>();
    return (
      concepts?.value.concepts.flatMap((concept, c) =>
        concept.spellings.flatMap((spelling, s): Problem[] => {
          const before = seen.get(spelling);
          seen.set(spelling, before ?? concept.id);
          return before === undefined
            ? []
            : [
                {
                  file: concepts.file,
                  line: concepts.lineOf(['concepts', c, 'spellings', s]),
                  code: 'spelling-twice',
                  message: `"${spelling}" is a spelling of ${before} and of ${concept.id}`,
                  fix: 'keep one',
                },
              ];
        }),
      ) ?? []
    );
  },
};

export const conceptChecks: readonly Check[] = [spelledTwice];
