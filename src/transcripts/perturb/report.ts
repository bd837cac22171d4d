import { textOf, turnsOf } from '../conversation.js';
import { textTable } from '../text-table.js';
import { composeChat, textLines } from '../write-chat.js';
import type { Trial } from './perturb.js';

/** How many trials of a kind ended how. */
export interface Tally {
  readonly name: string;
  readonly tried: number;
  /** Another answer where it had to stay, or the old one where it had to go. */
  readonly broken: number;
  /** Where the answer had to stay: the bot asked back, or said that it does not know. */
  readonly asked: number;
}

export interface PerturbReport {
  /** Changes that must leave the answer as it is: all together, by kind, and by the intent that answers the message as written. */
  readonly keep: { readonly all: Tally; readonly byRule: readonly Tally[]; readonly byIntent: readonly Tally[] };
  /** Changes that must change it. */
  readonly change: { readonly all: Tally; readonly byRule: readonly Tally[]; readonly byIntent: readonly Tally[] };
}

export function reportOf(trials: readonly Trial[]): PerturbReport {
  const of = (list: Trial['list']) => {
    const own = trials.filter((trial) => trial.list === list);
    return { all: tally('all', own), byRule: tallies(own, ({ rule }) => rule), byIntent: tallies(own, intentOf) };
  };
  return { keep: of('keep'), change: of('change') };
}

const intentOf = ({ step: { response } }: Trial): string => response.reply.intents[0]?.id ?? response.reply.kind;

function tallies(trials: readonly Trial[], nameOf: (trial: Trial) => string): readonly Tally[] {
  const names = [...new Set(trials.map(nameOf))].sort();
  return names.map((name) =>
    tally(
      name,
      trials.filter((trial) => nameOf(trial) === name),
    ),
  );
}

function tally(name: string, trials: readonly Trial[]): Tally {
  const count = (outcome: Trial['outcome']) => trials.filter((trial) => trial.outcome === outcome).length;
  return { name, tried: trials.length, broken: count('changed'), asked: count('asked') };
}

const share = (part: number, whole: number): string => `${((part / Math.max(1, whole)) * 100).toFixed(1)}%`;

export function formatPerturbReport({ keep, change }: PerturbReport): string {
  const keepRows = (title: string, rows: readonly Tally[]) =>
    textTable([
      [title, 'tried', 'other answer', '', 'asked back', ''],
      ...rows.map(({ name, tried, broken, asked }) => [
        name,
        `${tried}`,
        `${broken}`,
        share(broken, tried),
        `${asked}`,
        share(asked, tried),
      ]),
    ]);
  const changeRows = (title: string, rows: readonly Tally[]) =>
    textTable([
      [title, 'tried', 'old answer kept', ''],
      ...rows.map(({ name, tried, broken }) => [name, `${tried}`, `${broken}`, share(broken, tried)]),
    ]);
  return [
    'the same question in other words: the answer has to stay',
    keepRows('by kind', [...keep.byRule, keep.all]),
    keepRows('by intent', keep.byIntent),
    'another question in nearly the same words: the answer has to change',
    changeRows('by kind', [...change.byRule, change.all]),
    changeRows('by intent', change.byIntent),
  ].join('\n\n');
}

/** Broken trials, the worst first: other figures before other words, sure answers before unsure ones; each kind of change once before a second of it. */
export function worstOf(trials: readonly Trial[], most: number): readonly Trial[] {
  const broken = trials.filter(({ outcome }) => outcome === 'changed').map((trial, place) => ({ trial, place, weight: weightOf(trial) }));
  const sorted = broken.sort((a, b) => b.weight - a.weight || a.place - b.place).map(({ trial }) => trial);
  const seen = new Map<string, number>();
  const rounds = sorted.map((trial, place) => {
    const round = seen.get(trial.rule) ?? 0;
    seen.set(trial.rule, round + 1);
    return { trial, round, place };
  });
  return rounds
    .sort((a, b) => a.round - b.round || a.place - b.place)
    .slice(0, most)
    .map(({ trial }) => trial);
}

const weightOf = ({ reply }: Trial): number => (reply.figures.length > 0 ? 1 : 0) + (reply.intents[0]?.confidence ?? 0);

/**
 * A broken trial as a `.chat` file that fails until it is mended: the turns before it with any reply, then the changed message with the
 * reply that the message as written gets. Where the answer has to change, the file says by `@not` what must not be said.
 */
export function chatOfTrial({ step, list, rule, text, reply }: Trial): string {
  const { conversation, index, response } = step;
  const header = composeChat({
    id: `${conversation.id}-${rule.replaceAll(' ', '-')}-${index + 1}`,
    title: `${rule}: line ${step.line} of ${conversation.id}, where the answer has to ${list === 'keep' ? 'stay' : 'change'}`,
    tags: ['perturbed'],
    locale: conversation.locale,
    messages: [],
  }).trimEnd();
  const message = (role: 'user' | 'bot', words: string) => `${role}: ${textLines(words, 'first', conversation.speakers).join('\n')}`;
  const before = turnsOf(conversation.messages)
    .turns.slice(0, index)
    .flatMap(({ user }) => [`${message('user', textOf(user))}\nbot: ...`]);
  const [firstLine = ''] = reply.text.split('\n');
  const last = list === 'keep' ? `${message('bot', response.reply.text)}\n> said instead: ${firstLine}` : `bot: ...\n> @not ${firstLine}`;
  return `${[header, ...before, `${message('user', text)}\n${last}`].join('\n\n')}\n`;
}
