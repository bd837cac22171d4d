import type { Guard, GuardRule } from '../knowledge/guard.js';
import type { IntentId } from '../knowledge/intent.js';
import { stem } from '../text/stem.js';
import { type ConceptIndex, findConcepts, indexConcepts, type ReadToken } from './concepts.js';

/** What decided, for explanations. */
export interface Caught {
  readonly guard: Guard;
  readonly rule: GuardRule;
  readonly answer: IntentId;
}

const HARMLESS = 'harmless';

const indexesOf = new WeakMap<Guard, ReadonlyMap<string, ConceptIndex>>();

/** One index a group, in which harmless words win by their length; built once for a guard. */
function indexes(guard: Guard): ReadonlyMap<string, ConceptIndex> {
  const known = indexesOf.get(guard);
  if (known) return known;
  const built = new Map(
    Object.entries(guard.words).map(([group, spellings]) => [
      group,
      indexConcepts([
        { id: HARMLESS, kind: 'topic', spellings: guard.harmless },
        { id: group, kind: 'topic', spellings },
      ]),
    ]),
  );
  indexesOf.set(guard, built);
  return built;
}

/** The first rule of the first guard that holds for a message. `topic` is the intent that was answered last. */
export function caughtBy(guards: readonly Guard[], tokens: readonly ReadToken[], topic?: string): Caught | undefined {
  const typed = asTyped(tokens);
  for (const guard of guards) {
    const groups = indexes(guard);
    const found = new Map<string, boolean>();
    const has = (group: string): boolean => {
      const known = found.get(group);
      if (known !== undefined) return known;
      const index = groups.get(group);
      const holds =
        index !== undefined && [tokens, ...typed].some((said) => findConcepts(index, said).some(({ concept }) => concept.id === group));
      found.set(group, holds);
      return holds;
    };
    const rule = guard.rules.find(({ all, none, after }) => follows(guard, after, topic) && all.every(has) && !none.some(has));
    if (rule) return { guard, rule, answer: rule.answer ?? guard.answer };
  }
  return undefined;
}

function follows({ answer, rules }: Guard, after: GuardRule['after'], topic: string | undefined): boolean {
  if (after === undefined) return true;
  if (topic === undefined) return false;
  return after === true ? topic === answer || rules.some((rule) => rule.answer === topic) : after.includes(topic);
}

/** The words as they were typed, where some were taken for slips of others: the lexicon may not know what a guard looks for. */
function asTyped(tokens: readonly ReadToken[]): readonly (readonly ReadToken[])[] {
  const typed = tokens.map((token) =>
    token.kind === 'latin' && token.key !== stem(token.text) ? { ...token, key: stem(token.text) } : token,
  );
  return typed.some((token, index) => token !== tokens[index]) ? [typed] : [];
}
