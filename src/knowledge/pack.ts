import type { Article, Section } from './article.js';
import type { Concept } from './concept.js';
import type { Fact, FactId } from './fact.js';
import type { Guard } from './guard.js';
import type { Citation, Intent, IntentId, NearMiss } from './intent.js';
import type { MethodId, RouteWarning, Tariff } from './tariff.js';

/** All that a bot knows: what a support team edits, read and checked. */
export interface Pack {
  /** Hash of the files' content: the same hash, the same answers. */
  readonly hash: string;
  readonly articles: readonly Article[];
  readonly tariffs: readonly Tariff[];
  readonly routeWarnings: readonly RouteWarning[];
  readonly intents: readonly Intent[];
  readonly nearMisses: readonly NearMiss[];
  /** What to offer when nothing the pack knows is near. */
  readonly starters: readonly IntentId[];
  /** Share of its answers that may be wrong: what the thresholds of the model are found from. */
  readonly acceptedWrong: number;
  readonly concepts: readonly Concept[];
  /** Asked in this order before all else. */
  readonly guards: readonly Guard[];
}

const intentsById = new WeakMap<Pack['intents'], ReadonlyMap<IntentId, Intent>>();

/** By an index that is made once: a ranking may name a thousand intents. */
export function findIntent({ intents }: Pack, id: IntentId): Intent | undefined {
  const known = intentsById.get(intents);
  if (known) return known.get(id);
  const index = new Map(intents.map((intent) => [intent.id, intent]));
  intentsById.set(intents, index);
  return index.get(id);
}

export const findTariff = (pack: Pack, id: MethodId): Tariff | undefined => pack.tariffs.find((tariff) => tariff.id === id);

export const findArticle = (pack: Pack, id: string): Article | undefined => pack.articles.find((article) => article.id === id);

export function findSection(pack: Pack, citation: Citation): Section | undefined {
  return findArticle(pack, citation.article)?.sections.find((section) => section.id === citation.section);
}

export function findFact(pack: Pack, id: FactId): { readonly fact: Fact; readonly article: Article } | undefined {
  for (const article of pack.articles) {
    const fact = article.facts.get(id);
    if (fact) return { fact, article };
  }
  return undefined;
}

const NO_EXAMPLES = { zh: [], en: [] };

/** The pack as it is served: what the model learned from the examples stands in the model. */
export const withoutExamples = (pack: Pack): Pack => ({
  ...pack,
  intents: pack.intents.map((intent) => ({ ...intent, examples: NO_EXAMPLES })),
  nearMisses: pack.nearMisses.map((nearMiss) => ({ ...nearMiss, examples: NO_EXAMPLES })),
});
