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
  /** Looked up when there is something to tell. */
  readonly line: () => number;
}

// Shorter texts differ by a letter and mean something else (能转吗, 能还吗).
const SHORTEST_COMPARED = 8;
const FEWEST_EXAMPLES = 5;

const known = new WeakMap<PackFiles, readonly Example[]>();

/** Every example; two checks read them, and folding twelve thousand takes a while. */
function allExamples(files: PackFiles): readonly Example[] {
  const examples = known.get(files) ?? readExamples(files);
  known.set(files, examples);
  return examples;
}

function readExamples(files: PackFiles): readonly Example[] {
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
          line: () => lineOf([...base, language, index]),
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
          : `"${example.text}" is an example of ${example.label} and of ${before.label} (${before.file}:${before.line()})`;
      return [
        {
          file: example.file,
          line: example.line(),
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
    const seen = new Map<number, Example>();
    return allExamples(files).flatMap((example): Problem[] => {
      if (example.bare.length < SHORTEST_COMPARED) return [];
      let twin: Example | undefined;
      for (const hash of leftoverHashes(example.bare)) {
        const other = seen.get(hash);
        if (!other) seen.set(hash, example);
        else if (!twin && other.label !== example.label && cannotBeToldApart(other.bare, example.bare)) twin = other;
      }
      return twin
        ? [
            {
              file: example.file,
              line: example.line(),
              code: 'examples-too-close',
              message: `"${example.text}" (${example.label}) is all but the same as "${twin.text}" (${twin.label}, ${twin.file}:${twin.line()})`,
              fix: 'decide which intent answers it and remove the other',
            },
          ]
        : [];
    });
  },
};

/** The text and what is left of it when a letter is dropped: texts that share one are a letter apart. */
const leftovers = (text: string): readonly string[] => [text, ...Array.from(text, (_, i) => text.slice(0, i) + text.slice(i + 1))];

const areALetterApart = (a: string, b: string): boolean => {
  const ofA = new Set(leftovers(a));
  return leftovers(b).some((leftover) => ofA.has(leftover));
};

// FNV's prime; any odd number that is not small would do.
const BASE = 0x01000193;

/** A hash of each of the leftovers, in time that grows with the text and not with its square. */
function leftoverHashes(text: string): Int32Array {
  const heads = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) heads[i + 1] = Math.imul(heads[i] as number, BASE) + text.charCodeAt(i);
  const hashes = new Int32Array(text.length + 1);
  hashes[text.length] = heads[text.length] as number;
  let tail = 0;
  let power = 1;
  for (let dropped = text.length - 1; dropped >= 0; dropped--) {
    hashes[dropped] = Math.imul(heads[dropped] as number, power) + tail;
    tail = (Math.imul(text.charCodeAt(dropped), power) + tail) | 0;
    power = Math.imul(power, BASE);
  }
  return hashes;
}

const cannotBeToldApart = (a: string, b: string): boolean =>
  a !== b && areALetterApart(a, b) && a.replace(/\d/g, '') !== b.replace(/\d/g, '');

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
