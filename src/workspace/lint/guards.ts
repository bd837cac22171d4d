import { LANGUAGES } from '../../base/language.js';
import { findIntent } from '../../knowledge/pack.js';
import { fold } from '../../text/fold.js';
import { readTokens } from '../../understanding/concepts.js';
import { caughtBy } from '../../understanding/guards.js';
import type { Problem } from '../problem.js';
import type { PackFiles } from '../read-pack.js';
import type { Check } from './check.js';

const tokensOf = (text: string) => readTokens(fold(text).text);

const references: Check = {
  name: 'guard-reference',
  find: ({ pack, guards }) =>
    guards?.value.guards.flatMap((guard, g) => {
      const problem = (path: readonly (string | number)[], message: string, fix: string): Problem => ({
        file: guards.file,
        line: guards.lineOf(['guards', g, ...path]),
        code: 'guard-reference',
        message,
        fix,
      });
      const used = new Set(guard.rules.flatMap(({ all, none }) => [...all, ...none]));
      const unknown = guard.rules.flatMap(({ name, all, none }, r) =>
        [...all, ...none]
          .filter((group) => !(group in guard.words))
          .map((group) =>
            problem(['rules', r], `the rule ${name} names the group ${group}, which has no words`, 'add it to words, or correct it'),
          ),
      );
      const idle = Object.keys(guard.words)
        .filter((group) => !used.has(group))
        .map((group) => problem(['words', group], `no rule names the group ${group}`, 'use it in a rule, or remove it'));
      const named: readonly (readonly [string, readonly (string | number)[]])[] = [
        [guard.answer, ['answer']],
        ...guard.rules.flatMap(({ answer }, r) => (answer === undefined ? [] : [[answer, ['rules', r, 'answer']] as const])),
      ];
      const wrong = named.flatMap(([id, path]): readonly Problem[] => {
        const answer = findIntent(pack, id)?.answer;
        if (answer === undefined) return [{ ...problem(path, `there is no intent ${id}`, 'name an intent of kind text'), code: 'link' }];
        return answer.kind === 'text' ? [] : [problem(path, `${id} is no intent that answers with a text`, 'name an intent of kind text')];
      });
      const strangers = guard.rules.flatMap(({ after }, r) =>
        (after === undefined || after === true ? [] : after).flatMap((id): Problem[] =>
          findIntent(pack, id)
            ? []
            : [{ ...problem(['rules', r, 'after'], `there is no intent ${id}`, 'name an intent of this pack'), code: 'link' }],
        ),
      );
      return [...wrong, ...strangers, ...unknown, ...idle];
    }) ?? [],
};

/** What a guard's own examples promise, and that no button of the pack runs into a guard. */
const examples: Check = {
  name: 'guard-example',
  find: (files) => [...ownExamples(files), ...ownQuestions(files)],
};

function ownExamples({ pack, guards }: PackFiles): readonly Problem[] {
  const problems = guards?.value.guards.flatMap((guard, g) => {
    const caught = (text: string): string | undefined => caughtBy(pack.guards, tokensOf(text))?.guard.id;
    const at = (kind: 'caught' | 'spared', index: number, message: string): Problem => ({
      file: guards.file,
      line: guards.lineOf(['guards', g, 'examples', kind, index]),
      code: 'guard-example',
      message,
      fix: 'mend the words or the rules, or move the example',
    });
    return [
      ...guard.examples.caught.flatMap((text, index) =>
        caught(text) === guard.id ? [] : [at('caught', index, `"${text}" is not caught by the guard ${guard.id}`)],
      ),
      ...guard.examples.spared.flatMap((text, index) =>
        caught(text) === guard.id ? [at('spared', index, `"${text}" is caught by the guard ${guard.id}`)] : [],
      ),
    ];
  });
  return problems ?? [];
}

const ownQuestions = ({ pack, intents }: PackFiles): readonly Problem[] =>
  intents.flatMap(({ file, value, lineOf }) =>
    LANGUAGES.flatMap((language): Problem[] => {
      const caught = caughtBy(pack.guards, tokensOf(value.ask[language]));
      return caught === undefined || caught.answer === value.id
        ? []
        : [
            {
              file,
              line: lineOf(['ask', language]),
              code: 'guard-example',
              message: `the question "${value.ask[language]}" is caught by the guard ${caught.guard.id}`,
              fix: "word it so that the guard spares it, or mend the guard's rules",
            },
          ];
    }),
  );

export const guardChecks: readonly Check[] = [references, examples];
