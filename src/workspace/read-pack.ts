import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { LANGUAGES, type Language, type PerLanguage } from '../base/language.js';
import type { Article } from '../knowledge/article.js';
import type { Pack } from '../knowledge/pack.js';
import type { Tariff } from '../knowledge/tariff.js';
import { fold } from '../text/fold.js';
import { joinArticle } from './article.js';
import { type DraftArticle, readMarkdown } from './markdown.js';
import { type Problem, sortProblems } from './problem.js';
import { ACCEPTED_WRONG, conceptsSchema, guardsSchema, intentSchema, nearMissesSchema, tariffsSchema } from './schemas.js';
import { readTariffs } from './tariffs.js';
import { readYaml, type YamlFile } from './yaml.js';

/** A pack as it lies on disk: its content, and where each part stands. */
export interface PackFiles {
  readonly pack: Pack;
  readonly intents: readonly YamlFile<z.infer<typeof intentSchema>>[];
  readonly nearMisses: YamlFile<z.infer<typeof nearMissesSchema>> | undefined;
  readonly concepts: YamlFile<z.infer<typeof conceptsSchema>> | undefined;
  /** A pack may do without. */
  readonly guards: YamlFile<z.infer<typeof guardsSchema>> | undefined;
  readonly tariffs: readonly YamlFile<z.infer<typeof tariffsSchema>>[];
  readonly drafts: readonly DraftArticle[];
}

interface Source {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Missing when the file is not UTF-8. */
  readonly text?: string;
}

const SPECIAL = new Set(['concepts.yaml', 'near-misses.yaml', 'guards.yaml']);
const READ = new RegExp(
  `^(?:intents/(?:[^/]+/)*[^/]+\\.ya?ml|knowledge/[^/]+/(?:tariffs\\.yaml|article\\.(?:${LANGUAGES.join('|')})\\.md))$`,
);

/** The content hash of the pack below `root`: of all its files, read or not. */
export const packHash = (root: string): string => hashOf(listSources(root, []));

/** Reads `intents/` and `knowledge/` below `root`. What cannot be read is a problem and left out; nothing throws for bad content. */
export function readPackFiles(root: string): { readonly files: PackFiles; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const sources = listSources(root, problems);
  const intents = sources
    .filter(({ file }) => file.startsWith('intents/') && !SPECIAL.has(basename(file)))
    .flatMap(({ file, text }) => (text === undefined ? [] : (readYaml(file, text, intentSchema, problems) ?? [])));
  const special = <T>(name: string, schema: z.ZodType<T>) => {
    const source = sources.find(({ file }) => file === `intents/${name}`);
    if (!source)
      problems.push({
        file: `intents/${name}`,
        line: 1,
        code: 'missing-file',
        message: 'the file is missing',
        fix: 'add it; the README shows its format',
      });
    return source?.text === undefined ? undefined : readYaml(source.file, source.text, schema, problems);
  };
  const nearMisses = special('near-misses.yaml', nearMissesSchema);
  const concepts = special('concepts.yaml', conceptsSchema);
  const guardsSource = sources.find(({ file }) => file === 'intents/guards.yaml');
  const guards = guardsSource?.text === undefined ? undefined : readYaml(guardsSource.file, guardsSource.text, guardsSchema, problems);
  const articles = readArticles(sources, problems);
  for (const { file } of sources)
    if (!READ.test(file))
      problems.push({
        file,
        line: 1,
        code: 'stray-file',
        message: 'nothing reads this file',
        fix: 'call it as the pack format in the README shows, or move it out of the pack',
      });
  const pack: Pack = {
    hash: hashOf(sources),
    articles: articles.map(({ article }) => article),
    tariffs: articles.flatMap(({ tariffs }) => tariffs),
    routeWarnings: articles.flatMap(({ tariffsFile }) => tariffsFile?.value.warnings ?? []),
    intents: intents.map(({ value }) => withoutUndefined(value)),
    nearMisses: nearMisses?.value.kinds ?? [],
    starters: nearMisses?.value.starters ?? [],
    acceptedWrong: nearMisses?.value.acceptedWrong ?? ACCEPTED_WRONG,
    concepts: (concepts?.value.concepts ?? []).map((concept) => ({
      ...concept,
      spellings: concept.spellings.map(folded),
    })),
    guards: (guards?.value.guards ?? []).map((guard) => ({
      ...guard,
      words: Object.fromEntries(Object.entries(guard.words).map(([group, words]) => [group, words.map(folded)])),
      harmless: guard.harmless.map(folded),
      rules: guard.rules.map(({ after, answer, ...rule }) => ({
        ...rule,
        ...(after !== undefined && { after }),
        ...(answer !== undefined && { answer }),
      })),
    })),
  };
  return {
    files: {
      pack,
      intents,
      nearMisses,
      concepts,
      guards,
      drafts: articles.flatMap(({ drafts }) => drafts),
      tariffs: articles.flatMap(({ tariffsFile }) => tariffsFile ?? []),
    },
    problems: sortProblems(problems),
  };
}

const folded = (text: string): string => fold(text).text;

/** zod writes optional keys as possibly undefined; the pack's types know only present or absent. */
function withoutUndefined(intent: z.infer<typeof intentSchema>): Pack['intents'][number] {
  const { answer, about, aspect, leadsTo, ...others } = intent;
  const rest = {
    ...others,
    ...(about && { about: { aspects: about.aspects, ...(about.method !== undefined && { method: about.method }) } }),
    ...(aspect !== undefined && { aspect }),
    leadsTo: { list: leadsTo.list, ...(leadsTo.why !== undefined && { why: leadsTo.why }) },
  };
  if (answer.kind !== 'text') return { ...rest, answer };
  const cite = (reference: string) => {
    const [article = '', section = ''] = reference.split('#');
    return { article, section };
  };
  const { table, warning, cites, ...plan } = answer;
  return {
    ...rest,
    answer: { ...plan, cites: cites.map(cite), ...(table !== undefined && { table: cite(table) }), ...(warning && { warning }) },
  };
}

/** Mounted configuration comes as symbolic links. */
const isLinkToFile = (folder: string, name: string): boolean => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true;

function listSources(root: string, problems: Problem[]): readonly Source[] {
  const sources: Source[] = [];
  for (const folder of ['intents', 'knowledge']) {
    let entries: readonly { readonly path: string; readonly name: string }[] = [];
    try {
      entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => /\.(?:ya?ml|md)$/.test(entry.name) && (entry.isFile() || isLinkToFile(entry.parentPath, entry.name)))
        .map((entry) => ({ path: entry.parentPath, name: entry.name }));
    } catch {
      problems.push({
        file: folder,
        line: 1,
        code: 'missing-file',
        message: `there is no folder ${folder}/ in ${root}`,
        fix: 'run in the folder that holds intents/ and knowledge/, or name it with --pack',
      });
    }
    for (const { path, name } of entries) {
      const absolute = join(path, name);
      const file = relative(root, absolute).split(sep).join('/');
      const bytes = readFileSync(absolute);
      try {
        sources.push({ file, bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
      } catch {
        sources.push({ file, bytes });
        problems.push({ file, line: 1, code: 'encoding', message: 'the file is not UTF-8', fix: 'save it as UTF-8' });
      }
    }
  }
  return sources.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function hashOf(sources: readonly Source[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of sources) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}

interface ReadArticle {
  readonly article: Article;
  readonly tariffs: readonly Tariff[];
  readonly tariffsFile: YamlFile<z.infer<typeof tariffsSchema>> | undefined;
  readonly drafts: readonly DraftArticle[];
}

function readArticles(sources: readonly Source[], problems: Problem[]): readonly ReadArticle[] {
  const ids = new Set(sources.flatMap(({ file }) => /^knowledge\/([^/]+)\//.exec(file)?.[1] ?? []));
  if (ids.size === 0)
    problems.push({
      file: 'knowledge',
      line: 1,
      code: 'missing-file',
      message: 'there is no article',
      fix: 'add knowledge/<article>/article.zh.md and article.en.md',
    });
  return [...ids].flatMap((id): ReadArticle[] => {
    const drafts = LANGUAGES.flatMap((language): [Language, DraftArticle][] => {
      const file = `knowledge/${id}/article.${language}.md`;
      const source = sources.find((candidate) => candidate.file === file);
      if (!source)
        problems.push({
          file,
          line: 1,
          code: 'missing-file',
          message: 'the article is missing in this language',
          fix: 'write it there with the same sections and facts',
        });
      const draft = source?.text === undefined ? undefined : readMarkdown(file, language, source.text, problems);
      return draft ? [[language, draft]] : [];
    });
    if (drafts.length < LANGUAGES.length) return [];
    const article = joinArticle(id, Object.fromEntries(drafts) as PerLanguage<DraftArticle>, problems);
    const file = sources.find((candidate) => candidate.file === `knowledge/${id}/tariffs.yaml`);
    const tariffsFile = file?.text === undefined ? undefined : readYaml(file.file, file.text, tariffsSchema, problems);
    const tariffs = tariffsFile ? readTariffs(tariffsFile, article, problems) : [];
    return [{ article, tariffs, tariffsFile, drafts: drafts.map(([, draft]) => draft) }];
  });
}
