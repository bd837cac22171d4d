import type { SettingGroup } from './group.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a file sets, by name; `place` is where, such as `zhida.config.yaml:3`. */
export type FileSettings = ReadonlyMap<string, { readonly text: string; readonly place: string }>;

type Groups = { readonly [id: string]: SettingGroup<unknown> };
type Configured<G extends Groups> = { readonly [Id in keyof G]: G[Id] extends SettingGroup<infer Options> ? Options : never };

export interface Reading<G extends Groups> {
  /** Options by group; `undefined` when anything is wrong. */
  readonly options: Configured<G> | undefined;
  readonly problems: readonly string[];
  /** The texts that are set, by name; the environment's win. An empty text is none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads all groups; every problem is named, with where it stands and what to do. */
export function readSettings<const G extends Groups>(groups: G, env: Environment, file: FileSettings): Reading<G> {
  const all = Object.entries(groups);
  const problems: string[] = [];
  const texts = new Map<string, string>();
  const places = new Map<string, string>();

  for (const [name, { text, place }] of file) {
    const group = all.find(([, { names }]) => names.includes(name))?.[1];
    if (group === undefined) problems.push(`${place} ${name} is no setting; names are those of the environment variables, such as PORT`);
    else if (group.isSecret(name, text))
      problems.push(`${place} ${name} is a secret: take it out of the file and set it in the environment`);
    else {
      texts.set(name, text);
      places.set(name, place);
    }
  }
  for (const name of all.flatMap(([, { names }]) => names)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    texts.set(name, text);
    places.delete(name);
  }

  const options = all.map(([id, group]) => {
    const read = group.read(texts);
    if (read.ok) return [id, read.value];
    for (const { name, message } of read.error) {
      const place = places.get(name);
      problems.push(`${place === undefined ? '' : `${place} `}${name} ${message}`);
    }
    return [id, undefined];
  });
  return { options: problems.length > 0 ? undefined : (Object.fromEntries(options) as Configured<G>), problems, texts };
}
