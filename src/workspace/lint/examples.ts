import { LANGUAGES } from '../../base/language.js';
import { fold } from '../../text/fold.js';
import type { Problem } from '../problem.js';
import type { PackFiles } from '../read-pack.js';
import type { Path } from '../yaml.js';
import type { Check } from './check.js';

interface Example {
  readonly label: string;
  readonly text: string;
  /** Folded, letters and digits only. */
  readonly bare: string;
  readonly file: string;
  readonly line: number;
}

// Shorter texts differ by a letter and mean something else (能转吗, 能还吗).
const SHORTEST_COMPARED = 8;
const FEWEST_EXAMPLES = 5;

function allExamples(files: PackFiles): readonly Example[] {
  const read = (
    file: string,
    lineOf: (path: Path) => number,
    label: string,
    texts: { readonly zh: readonly string[]; readonly en: readonly string[] },
    base: Path,
  ) =>
    LANGUAGES.flatMap((language) =>
      texts[language].map(
        (text, index): Example => ({
          label,
          text,
          bare: fold(text).text.replace(/[^\p{L}\p{N}]/gu, ''),
          file,
          line: lineOf([...base, language, index]),
        }),
      ),
    );
  const { nearMisses } = files;
  return [
    ...files.intents.flatMap(({ file, value, lineOf }) => read(file, lineOf, value.id, value.examples, ['examples'])),
    ...(nearMisses?.value.kinds.flatMap((kind, k) =>
      read(nearMisses.file, nearMisses.lineOf, `near miss ${kind.id}`, kind.examples, ['kinds', k, 'examples']),
    ) ?? []),
  ];
}

const inTwoIntents: Check = {
  name: 'example-twice',
  find: (files) => {
    const seen = new Map<string, Example>();
    return allExamples(files).flatMap((example): Problem[] => {
      const before = seen.get(example.bare);
      if (!before) seen.set(example.bare, example);
      if (!before) return [];
      const message =
        before.label === example.label
          ? `"${example.text}" stands twice in ${example.label}`
          : `"${example.text}" is an example of ${example.label} and of ${before.label} (${before.file}:${before.line})`;
      return [
        {
          file: example.file,
          line: example.line,
          code: 'example-twice',
          message,
          fix: before.label === example.label ? 'remove one' : 'keep it where its answer is right',
        },
      ];
    });
  },
};

/** Examples of different intents that differ by one letter at most: no classifier can tell such intents apart. */
const tooClose: Check = {
  name: 'examples-too-close',
  find: (files) => {
    const seen = new Map<string, Example>();
    return allExamples(files).flatMap((example): Problem[] => {
      if (example.bare.length < SHORTEST_COMPARED) return [];
      const keys = [example.bare, ...Array.from(example.bare, (_, i) => example.bare.slice(0, i) + example.bare.slice(i + 1))];
      const twin = keys
        .map((key) => seen.get(key))
        .find(
          (other) => other && other.label !== example.label && other.bare !== example.bare && !differOnlyInDigits(other.bare, example.bare),
        );
      for (const key of keys) if (!seen.has(key)) seen.set(key, example);
      return twin
        ? [
            {
              file: example.file,
              line: example.line,
              code: 'examples-too-close',
              message: `"${example.text}" (${example.label}) is all but the same as "${twin.text}" (${twin.label}, ${twin.file}:${twin.line})`,
              fix: 'decide which intent answers it and remove the other',
            },
          ]
        : [];
    });
  },
};

const differOnlyInDigits = (a: string, b: string): boolean => a.replace(/\d/g, '') === b.replace(/\d/g, '') && a !== b;

const tooFew: Check = {
  name: 'too-few-examples',
  find: (files) =>
    files.intents.flatMap(({ file, value, lineOf }) =>
      LANGUAGES.filter((language) => value.examples[language].length < FEWEST_EXAMPLES).map(
        (language): Problem => ({
          file,
          line: lineOf(['examples', language]),
          code: 'too-few-examples',
          message: `${value.id} has ${value.examples[language].length} examples in ${language}`,
          fix: `write at least ${FEWEST_EXAMPLES}; sixty by different people is a good start`,
        }),
      ),
    ),
};

export const exampleChecks: readonly Check[] = [inTwoIntents, tooClose, tooFew];
