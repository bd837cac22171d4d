import { basename } from 'node:path';
import { findSection } from '../../knowledge/pack.js';
import type { Problem } from '../problem.js';
import type { Path, YamlFile } from '../yaml.js';
import type { Check } from './check.js';

const fileNames: Check = {
  name: 'file-name',
  find: (files) =>
    files.intents
      .filter(({ file, value }) => basename(file).replace(/\.ya?ml$/, '') !== value.id)
      .map(
        ({ file, value, lineOf }): Problem => ({
          file,
          line: lineOf(['id']),
          code: 'file-name',
          message: `the intent ${value.id} stands in ${basename(file)}`,
          fix: `name the file ${value.id}.yaml`,
        }),
      ),
};

const sections: Check = {
  name: 'link',
  find: (files) =>
    files.intents.flatMap(({ file, value: { answer }, lineOf }) => {
      if (answer.kind !== 'text') return [];
      const cited = [
        ...answer.cites.map((reference, index): [string, Path] => [reference, ['answer', 'cites', index]]),
        ...(answer.table === undefined ? [] : [[answer.table, ['answer', 'table']] as [string, Path]]),
      ];
      return cited.flatMap(([reference, path]): Problem[] => {
        const [article = '', section = ''] = reference.split('#');
        const found = findSection(files.pack, { article, section });
        if (!found)
          return [
            {
              file,
              line: lineOf(path),
              code: 'link',
              message: `there is no section ${reference}`,
              fix: 'name a section as <article>#<id of its heading>',
            },
          ];
        if (reference === answer.table && !found.blocks.zh.some(({ kind }) => kind === 'table'))
          return [
            {
              file,
              line: lineOf(path),
              code: 'link',
              message: `the section ${reference} has no table`,
              fix: 'name a section with a table, or remove the key',
            },
          ];
        return [];
      });
    }),
};

const intentReferences: Check = {
  name: 'link',
  find: (files) => {
    const ids = new Set(files.intents.map(({ value }) => value.id));
    const missing = (file: string, line: () => number, id: string): Problem[] =>
      ids.has(id) ? [] : [{ file, line: line(), code: 'link', message: `there is no intent ${id}`, fix: 'name an intent of this pack' }];
    const suggested = files.intents.flatMap(({ file, value, lineOf }) =>
      value.suggest.flatMap((id, index) => missing(file, () => lineOf(['suggest', index]), id)),
    );
    const { nearMisses } = files;
    const nearest = nearMisses?.value.kinds.flatMap((kind, k) =>
      kind.nearest.flatMap((id, index) => missing(nearMisses.file, () => nearMisses.lineOf(['kinds', k, 'nearest', index]), id)),
    );
    const takenOver = files.intents.flatMap(({ file, value, lineOf }) =>
      value.takesOver.flatMap(({ from }, t) =>
        from.flatMap((id, index) => missing(file, () => lineOf(['takesOver', t, 'from', index]), id)),
      ),
    );
    const leads = files.intents.flatMap(({ file, value: { leadsTo }, lineOf }) => [
      ...leadsTo.list.flatMap((id, index) => missing(file, () => lineOf(['leadsTo', 'list', index]), id)),
      ...(leadsTo.why === undefined ? [] : missing(file, () => lineOf(['leadsTo', 'why']), leadsTo.why)),
    ]);
    const starters = nearMisses?.value.starters.flatMap((id, index) =>
      missing(nearMisses.file, () => nearMisses.lineOf(['starters', index]), id),
    );
    return [...suggested, ...takenOver, ...leads, ...(nearest ?? []), ...(starters ?? [])];
  },
};

/** The method an intent is about, and the concepts where a method starts. */
const methodReferences: Check = {
  name: 'link',
  find: (files) => {
    const methods = new Set(files.tariffs.flatMap(({ value }) => value.methods.map(({ id }) => id)));
    const concepts = new Set(files.concepts?.value.concepts.map(({ id }) => id));
    const about = files.intents
      .filter(({ value }) => value.about?.method !== undefined && !methods.has(value.about.method))
      .map(
        ({ file, value, lineOf }): Problem => ({
          file,
          line: lineOf(['about', 'method']),
          code: 'link',
          message: `there is no method ${value.about?.method}`,
          fix: 'name a method of a tariffs.yaml',
        }),
      );
    const starts = files.tariffs.flatMap(({ file, value, lineOf }) =>
      value.methods.flatMap((method, m) =>
        method.startsAt.flatMap((id, index): Problem[] =>
          concepts.has(id)
            ? []
            : [
                {
                  file,
                  line: lineOf(['methods', m, 'startsAt', index]),
                  code: 'link',
                  message: `there is no concept ${id}`,
                  fix: 'name a concept of intents/concepts.yaml',
                },
              ],
        ),
      ),
    );
    return [...about, ...starts];
  },
};

/** An answer by the calculator stands on the tariffs' sections; a text answer says what it cites. */
const uncitedSections: Check = {
  name: 'uncited-section',
  find: (files) => {
    const cited = new Set(files.intents.flatMap(({ value: { answer } }) => (answer.kind === 'text' ? answer.cites : [])));
    return files.drafts.flatMap((draft) => {
      const article = draft.file.split('/')[1] ?? '';
      return draft.sections
        .filter(({ id }) => !cited.has(`${article}#${id}`))
        .map(
          ({ id, line }): Problem => ({
            file: draft.file,
            line,
            code: 'uncited-section',
            message: `no answer cites the section ${id}`,
            fix: `cite ${article}#${id} in an intent, or remove the section`,
          }),
        );
    });
  },
};

/** One id, one intent, kind of near miss, concept or method. */
const duplicates: Check = {
  name: 'duplicate-id',
  find: (files) => {
    const { nearMisses, concepts } = files;
    return [
      ...repeated(
        'intent',
        files.intents.map(({ file, value, lineOf }) => ({ id: value.id, file, line: () => lineOf(['id']) })),
      ),
      ...repeated('kind', nearMisses ? placesOf(nearMisses, nearMisses.value.kinds, 'kinds') : []),
      ...repeated('concept', concepts ? placesOf(concepts, concepts.value.concepts, 'concepts') : []),
      ...repeated(
        'method',
        files.tariffs.flatMap((tariffs) => placesOf(tariffs, tariffs.value.methods, 'methods')),
      ),
    ];
  },
};

interface Place {
  readonly id: string;
  readonly file: string;
  /** Looked up when there is something to tell. */
  readonly line: () => number;
}

const placesOf = ({ file, lineOf }: YamlFile<unknown>, items: readonly { readonly id: string }[], key: string): readonly Place[] =>
  items.map(({ id }, index) => ({ id, file, line: () => lineOf([key, index, 'id']) }));

function repeated(what: string, places: readonly Place[]): readonly Problem[] {
  const seen = new Map<string, Place>();
  return places.flatMap((place): Problem[] => {
    const before = seen.get(place.id);
    if (!before) seen.set(place.id, place);
    return before
      ? [
          {
            file: place.file,
            line: place.line(),
            code: 'duplicate-id',
            message: `the ${what} ${place.id} is also defined in ${before.file}:${before.line()}`,
            fix: 'merge the two, or give one another id',
          },
        ]
      : [];
  });
}

const products: Check = {
  name: 'link',
  find: ({ nearMisses, concepts }) => {
    const ids = new Set(concepts?.value.concepts.map(({ id }) => id));
    return (
      nearMisses?.value.kinds.flatMap((kind, k) =>
        kind.products
          .filter((id) => !ids.has(id))
          .map(
            (id): Problem => ({
              file: nearMisses.file,
              line: nearMisses.lineOf(['kinds', k, 'products']),
              code: 'link',
              message: `there is no concept ${id}`,
              fix: 'name a concept of concepts.yaml',
            }),
          ),
      ) ?? []
    );
  },
};

const calculator: Check = {
  name: 'no-tariffs',
  find: (files) =>
    files.pack.tariffs.length > 0
      ? []
      : files.intents
          .filter(({ value }) => value.answer.kind === 'quote' || value.answer.kind === 'compare')
          .map(
            ({ file, lineOf }): Problem => ({
              file,
              line: lineOf(['answer', 'kind']),
              code: 'no-tariffs',
              message: 'the answer needs the calculator, but the pack has no usable tariff',
              fix: 'add knowledge/<article>/tariffs.yaml with at least one method',
            }),
          ),
};

export const linkChecks: readonly Check[] = [
  fileNames,
  sections,
  intentReferences,
  methodReferences,
  uncitedSections,
  duplicates,
  products,
  calculator,
];
