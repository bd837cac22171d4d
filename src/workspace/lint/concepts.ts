import { fold } from '../../text/fold.js';
import type { Problem } from '../problem.js';
import type { Check } from './check.js';

/** A spelling belongs to one concept, however it is written. */
const spelledTwice: Check = {
  name: 'spelling-twice',
  find: ({ concepts }) => {
    const seen = new Map<string, string>();
    return (
      concepts?.value.concepts.flatMap((concept, c) =>
        concept.spellings.flatMap((spelling, s): Problem[] => {
          const folded = fold(spelling).text;
          const before = seen.get(folded) ?? concept.id;
          seen.set(folded, before);
          return before === concept.id
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
