import { LANGUAGES, type Language } from '../../base/language.js';
import { findFact } from '../../knowledge/pack.js';
import { parseTemplate } from '../../knowledge/template.js';
import { fold } from '../../text/fold.js';
import type { Problem } from '../problem.js';
import type { PackFiles } from '../read-pack.js';
import type { Path } from '../yaml.js';
import type { Check } from './check.js';

interface AnswerText {
  readonly file: string;
  /** Looked up when there is something to tell. */
  readonly line: () => number;
  readonly language: Language;
  readonly text: string;
}

// A number in words counts as a figure when a unit follows.
const ENGLISH_NUMBER =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half)';
const SPELLED_FIGURE = new RegExp(
  `(?:[零一二两三四五六七八九十百千万半几]+(?:点[零一二三四五六七八九]+)?(?:元|块|毛|分钱|分钟|小时|天|成|倍|%|个点|个百分点)|[百千万]分之|\\b${ENGLISH_NUMBER}[ -](?:yuan|percent|per cent|hours?|minutes?|days?|times)\\b)`,
);

/** Every text of every answer, with its place. */
function answerTexts(files: PackFiles): readonly AnswerText[] {
  const ofRoutes = files.tariffs.flatMap(({ file, value, lineOf }) =>
    value.warnings.flatMap(({ text }, index) =>
      LANGUAGES.map(
        (language): AnswerText => ({ file, line: () => lineOf(['warnings', index, 'text', language]), language, text: text[language] }),
      ),
    ),
  );
  const ofIntents = files.intents.flatMap(({ file, value, lineOf }) => {
    const at = (language: Language, text: string, path: Path): AnswerText => ({ file, line: () => lineOf(path), language, text });
    return LANGUAGES.flatMap((language) => {
      const { answer } = value;
      const texts = 'text' in answer ? [at(language, answer.text[language], ['answer', 'text', language])] : [];
      const warnings =
        answer.kind === 'text' && answer.warning ? [at(language, answer.warning[language], ['answer', 'warning', language])] : [];
      return [...texts, ...warnings];
    });
  });
  return [...ofIntents, ...ofRoutes];
}

const unknownFacts: Check = {
  name: 'unknown-fact',
  find: (files) =>
    answerTexts(files).flatMap(({ file, line, text }) =>
      parseTemplate(text).flatMap((part): Problem[] => {
        if (part.kind === 'broken')
          return [
            {
              file,
              line: line(),
              code: 'unknown-fact',
              message: `"{${part.text}}" is no fact id`,
              fix: 'write {subject.attribute} as the article links it',
            },
          ];
        if (part.kind === 'fact' && !findFact(files.pack, part.id))
          return [
            {
              file,
              line: line(),
              code: 'unknown-fact',
              message: `no article states the fact ${part.id}`,
              fix: 'correct the id, or link the figure in the article to it',
            },
          ];
        return [];
      }),
    ),
};

const digits: Check = {
  name: 'digits-in-answer',
  find: (files) =>
    answerTexts(files).flatMap(({ file, line, text }) =>
      parseTemplate(text).flatMap((part): Problem[] => {
        if (part.kind !== 'words') return [];
        const folded = fold(part.text).text;
        const figure = /\d[\d.,]*%?/.exec(folded)?.[0] ?? SPELLED_FIGURE.exec(folded)?.[0];
        return figure === undefined
          ? []
          : [
              {
                file,
                line: line(),
                code: 'digits-in-answer',
                message: `the figure "${figure}" stands in an answer's text`,
                fix: 'write {fact.id} there, so that it has a source and one value',
              },
            ];
      }),
    ),
};

/** The facts an answer cites in one language, it cites in all. */
const sameFacts: Check = {
  name: 'answer-parity',
  find: (files) =>
    files.intents.flatMap(({ file, value: { answer }, lineOf }) => {
      if (answer.kind !== 'text') return [];
      const factsOf = (language: Language) =>
        parseTemplate(answer.text[language]).flatMap((part) => (part.kind === 'fact' ? [part.id] : []));
      return LANGUAGES.flatMap((language) =>
        LANGUAGES.filter((other) => other !== language).flatMap((other) =>
          factsOf(language)
            .filter((id) => !factsOf(other).includes(id))
            .map(
              (id): Problem => ({
                file,
                line: lineOf(['answer', 'text', other]),
                code: 'answer-parity',
                message: `the ${other} answer lacks {${id}}, which the ${language} answer states`,
                fix: 'state the same facts in every language',
              }),
            ),
        ),
      );
    }),
};

export const answerChecks: readonly Check[] = [unknownFacts, digits, sameFacts];
