import type { Change, Outcome, Question } from './changes.js';

/** Changes from one outcome to another. */
export interface ChangeGroup {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}

/** Changes by where a question went and goes, the largest group first. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups = new Map<string, { readonly from: string; readonly to: string; readonly changes: Change[] }>();
  for (const change of changes) {
    const [from, to] = [outcomeName(change.before), outcomeName(change.after)];
    const group = groups.get(`${from}\n${to}`) ?? { from, to, changes: [] };
    group.changes.push(change);
    groups.set(`${from}\n${to}`, group);
  }
  return [...groups.values()].sort((a, b) => b.changes.length - a.changes.length || compareText(a.from, b.from) || compareText(a.to, b.to));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `fee-quote`, `clarify: limits …` (the first option stands for all), `fallback: near miss instalments`. */
function outcomeName({ kind, intents, nearMiss }: Outcome): string {
  if (kind === 'clarify') return `clarify: ${intents[0] ?? ''} …`;
  if (kind === 'fallback') return nearMiss === undefined ? 'fallback' : `fallback: near miss ${nearMiss}`;
  return intents.join(' + ');
}

/** How many questions were put and changed, by whose examples they are. */
export function countsOf(questions: readonly Question[], changes: readonly Change[]) {
  const of = (learnt: Question['learnt']) => ({
    questions: questions.filter((question) => question.learnt === learnt).length,
    changed: changes.filter((change) => change.learnt === learnt).length,
  });
  return { both: of('both'), old: of('old'), new: of('new'), neither: of('neither') };
}
