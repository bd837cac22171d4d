import { assertNever } from '../base/assert-never.js';
import type { Cause } from '../evaluation/causes.js';
import type { ChangeGroup, countsOf } from '../evaluation/change-groups.js';
import type { Change } from '../evaluation/changes.js';
import { textTable } from '../transcripts/text-table.js';
import type { Label } from '../understanding/intents/model.js';

const MOST_SHOWN = 5;

const LEARNT = {
  both: 'examples of both packs',
  old: 'examples of the old pack alone',
  new: 'examples of the new pack alone',
  neither: 'examples of neither',
} as const;

/** Counts, a table of where questions went and go, and below it some questions of each row with the reason. */
export function describeChanges(counts: ReturnType<typeof countsOf>, groups: readonly ChangeGroup[]): string {
  const all = Object.values(counts).reduce((sum, { questions }) => sum + questions, 0);
  const changed = Object.values(counts).reduce((sum, each) => sum + each.changed, 0);
  const rows = (Object.keys(LEARNT) as (keyof typeof LEARNT)[]).filter((learnt) => counts[learnt].questions > 0);
  const summary = [
    `${changed} of ${all} questions are answered differently`,
    ...rows.map((learnt) => `  ${counts[learnt].changed} of ${counts[learnt].questions} ${LEARNT[learnt]}`),
  ].join('\n');
  if (groups.length === 0) return summary;
  const table = textTable([
    ['old → new', 'questions', 'of these learnt by neither'],
    ...groups.map(({ from, to, changes }) => [
      arrow(from, to),
      String(changes.length),
      String(changes.filter(({ learnt }) => learnt === 'neither').length),
    ]),
  ]);
  return [summary, table, ...groups.map(describeGroup)].join('\n\n');
}

const arrow = (from: string, to: string): string => (from === to ? `${from}: other words` : `${from} → ${to}`);

/** Questions that no pack was taught come first: they say most about what users will see. */
function describeGroup({ from, to, changes }: ChangeGroup): string {
  const shown = [...changes].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN);
  const rest = changes.length - shown.length;
  return [
    arrow(from, to),
    ...shown.map(({ text, cause }) => `  ${text.replaceAll(/\s+/g, ' ')}\n    ${describeCause(cause)}`),
    ...(rest > 0 ? [`  and ${rest} more (--json has all)`] : []),
  ].join('\n');
}

const rank = ({ learnt }: Change): number => (learnt === 'neither' ? 0 : 1);

function describeCause(cause: Cause): string {
  switch (cause.kind) {
    case 'class': {
      const { winner, loser, isNew, isGone, rule, words } = cause;
      const former = `${nameOf(loser)}${isGone ? ', which is gone' : ''}`;
      return `${isNew ? 'new: ' : ''}${nameOf(winner)} won over ${former}${rule === undefined ? '' : `, by the rule ${rule}`}${spoken(words)}`;
    }
    case 'threshold':
    case 'chance': {
      const { kind, of, chance, threshold, leader, rival, isRivalNew, words } = cause;
      const figures =
        of === 'answer'
          ? `chance of another intent, or of none, ${moved(chance)}, at most ${moved(threshold)} to answer`
          : `chance of being in scope ${moved(chance)}, needed ${moved(threshold)}`;
      const reason = kind === 'threshold' ? 'the threshold moved' : 'the chance moved';
      const against = rival ? `; ${nameOf(leader)} against ${isRivalNew ? 'new: ' : ''}${nameOf(rival)}` : '';
      return `${reason}: ${figures}${against}${spoken(words)}`;
    }
    case 'options':
      return `the options: ${[...cause.added.map((id) => `+ ${id}`), ...cause.removed.map((id) => `- ${id}`)].join(', ')}`;
    case 'naming':
      return `near miss likely enough to be named: ${cause.before ?? 'none'} → ${cause.after ?? 'none'}`;
    case 'parts':
      return `read as ${quoted(cause.before)} → ${quoted(cause.after)}${cause.because ? `; "${cause.part}": ${describeCause(cause.because)}` : ''}`;
    case 'policy':
      return `decided by: ${cause.before} → ${cause.after}`;
    case 'content':
      return `the pack says it differently: ${cause.differs.join(', ')}`;
    default:
      return assertNever(cause);
  }
}

const nameOf = ({ id, scope }: Label): string => (scope === 'near' ? `near miss ${id}` : id);

const quoted = (parts: readonly string[]): string => parts.map((part) => `"${part.trim()}"`).join(' and ');

const moved = ({ before, after }: { readonly before: number; readonly after: number }): string =>
  `${before.toFixed(3)} → ${after.toFixed(3)}`;

const spoken = (words: Extract<Cause, { kind: 'class' }>['words']): string =>
  words.length === 0 ? '' : `; for it: ${words.map(({ words, weight }) => `${words} +${weight.toFixed(2)}`).join(', ')}`;
