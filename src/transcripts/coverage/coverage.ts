import type { Pack } from '../../knowledge/pack.js';
import { textTable } from '../text-table.js';
import type { Step } from '../walk.js';
import { exercisedBy } from './exercised.js';
import { expectedOf } from './expected.js';
import { GROUPS, type Group } from './item.js';

export interface CoverageRow {
  readonly id: string;
  /** How many turns exercise it. */
  readonly turns: number;
  /** Ids of the conversations with these turns. */
  readonly conversations: readonly string[];
}

export interface GroupCoverage {
  readonly group: Group;
  readonly covered: number;
  /** Those that nothing exercises first, then by id. */
  readonly rows: readonly CoverageRow[];
}

export interface Coverage {
  readonly conversations: number;
  readonly turns: number;
  readonly covered: number;
  readonly total: number;
  readonly groups: readonly GroupCoverage[];
}

/** What of a pack the turns exercise, and what none of them does. */
export function coverageOf(pack: Pack, steps: readonly Step[]): Coverage {
  const found = new Map<string, { readonly group: Group; readonly id: string; turns: number; readonly conversations: Set<string> }>();
  const key = (group: Group, id: string) => `${group}\n${id}`;
  for (const { group, id } of expectedOf(pack)) found.set(key(group, id), { group, id, turns: 0, conversations: new Set() });
  for (const step of steps) {
    const once = new Map(exercisedBy(pack, step).map(({ group, id }) => [key(group, id), { group, id }]));
    for (const [name, { group, id }] of once) {
      // What a turn exercises and nobody expected, such as a rare error of the calculator, is shown as well.
      const row = found.get(name) ?? { group, id, turns: 0, conversations: new Set<string>() };
      row.turns++;
      row.conversations.add(step.conversation.id);
      found.set(name, row);
    }
  }
  const groups = GROUPS.map((group): GroupCoverage => {
    const rows = [...found.values()]
      .filter((row) => row.group === group)
      .map(({ id, turns, conversations }) => ({ id, turns, conversations: [...conversations] }))
      .sort((a, b) => Math.sign(a.turns) - Math.sign(b.turns) || (a.id < b.id ? -1 : 1));
    return { group, covered: rows.filter(({ turns }) => turns > 0).length, rows };
  });
  return {
    conversations: new Set(steps.map(({ conversation }) => conversation.id)).size,
    turns: steps.length,
    covered: groups.reduce((sum, { covered }) => sum + covered, 0),
    total: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    groups,
  };
}

/** What nothing exercises, as `group: id`. */
export const uncovered = ({ groups }: Coverage): readonly string[] =>
  groups.flatMap(({ group, rows }) => rows.filter(({ turns }) => turns === 0).map(({ id }) => `${group}: ${id}`));

export const shareOf = (covered: number, total: number): string =>
  covered === total ? '100%' : `${((covered / total) * 100).toFixed(1)}%`;

/** One line a group, then what is missing. */
export function formatCoverage(coverage: Coverage): string {
  const { groups, covered, total, conversations, turns } = coverage;
  const table = textTable([
    ['exercised', 'of', '', ''],
    ...groups.map(({ group, covered: some, rows }) => [group, `${rows.length}`, `${some}`, shareOf(some, rows.length)]),
    ['all', `${total}`, `${covered}`, shareOf(covered, total)],
  ]);
  const missing = uncovered(coverage);
  return [
    `${conversations} conversations, ${turns} turns`,
    table,
    missing.length === 0 ? 'nothing is missing' : `exercised by no transcript:\n${missing.map((each) => `  ${each}`).join('\n')}`,
  ].join('\n\n');
}
