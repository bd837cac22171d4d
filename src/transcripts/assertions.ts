import { LANGUAGES } from '../base/language.js';
import { err, ok, type Result } from '../base/result.js';
import type { Reply, ReplyBlock, ReplyKind, ReplySlots } from '../rendering/reply.js';
import { readAmount, showFigure, statesAmount, UNIT_WORDS } from './figures.js';

/** What the reply has instead, or `undefined` when the assertion holds. */
export type Check = (reply: Reply) => string | undefined;

interface AssertionRule {
  readonly name: string;
  /** How it is written, for the message on a slip. */
  readonly usage: string;
  /** Reads the argument; `earlier` are the arguments of the same assertion before it in the turn. An error says what is wrong with it. */
  readonly compile: (argument: string, earlier: readonly string[]) => Result<Check, string>;
}

/** A closed union as a list; a member that is missing does not compile. */
const all = <K extends string>(members: Record<K, true>): readonly string[] => Object.keys(members);

const KINDS = all<ReplyKind>({ answer: true, clarify: true, fallback: true, handoff: true });
const BLOCKS = all<ReplyBlock['kind']>({ paragraph: true, list: true, table: true, quote: true, plot: true, note: true, options: true });
const SLOTS: readonly (keyof ReplySlots)[] = ['amount', 'target', 'currency', 'method', 'days'];

const listed = (found: readonly string[]): string => (found.length === 0 ? 'none' : found.join(', '));

/** Holds when one of what the reply has is the argument itself. */
const oneOf =
  (has: (reply: Reply) => readonly string[]): AssertionRule['compile'] =>
  (argument) => {
    if (argument === '') return err('has no value');
    return ok((reply) => (has(reply).includes(argument) ? undefined : listed(has(reply))));
  };

/** The same, for a closed set of values. */
const oneOfKnown =
  (known: readonly string[], has: (reply: Reply) => readonly string[]): AssertionRule['compile'] =>
  (argument, earlier) =>
    known.includes(argument) ? oneOf(has)(argument, earlier) : err(`has to be one of ${known.join(', ')}`);

const INTENT = /^(\S+)(?:\s+>=\s*(0(?:\.\d+)?|1(?:\.0+)?))?$/;

/** Where the walk through the reply's intents stands after the earlier assertions; one that is not found does not move it. */
function positionAfter(earlier: readonly string[], ids: readonly string[]): number {
  return earlier.reduce((position, argument) => {
    const found = ids.indexOf(INTENT.exec(argument)?.[1] ?? '', position);
    return found < 0 ? position : found + 1;
  }, 0);
}

const RULES: readonly AssertionRule[] = [
  { name: 'kind', usage: `@kind ${KINDS.join('|')}`, compile: oneOfKnown(KINDS, ({ kind }) => [kind]) },
  {
    name: 'intent',
    usage: '@intent fee-quote >=0.7',
    compile(argument, earlier) {
      const [, id, least = '0'] = INTENT.exec(argument) ?? [];
      if (id === undefined) return err('has to be an id, and may have a least confidence from 0 to 1');
      return ok(({ intents }) => {
        const ids = intents.map((intent) => intent.id);
        const found = intents[ids.indexOf(id, positionAfter(earlier, ids))];
        const holds = found !== undefined && found.id === id && found.confidence >= Number(least);
        return holds ? undefined : listed(intents.map((intent) => `${intent.id} ${intent.confidence}`));
      });
    },
  },
  {
    name: 'number',
    usage: '@number 5.00 CNY',
    compile(argument) {
      const amount = readAmount(argument);
      if (!amount) return err(`has to be a number or \`min..max\` with one of the units ${UNIT_WORDS.join(', ')}`);
      return ok(({ figures }) => (figures.some((figure) => statesAmount(figure, amount)) ? undefined : listed(figures.map(showFigure))));
    },
  },
  {
    name: 'source',
    usage: '@source huabei-wechat#fees',
    compile(argument) {
      const [, article, section] = /^([^\s#]+)(?:#([^\s#]+))?$/u.exec(argument) ?? [];
      if (article === undefined) return err('has to be an article, and may have a section after `#`');
      return ok(({ sources }) => {
        const holds = sources.some((source) => source.article === article && (section === undefined || source.section === section));
        return holds ? undefined : listed(sources.map((source) => `${source.article}#${source.section}`));
      });
    },
  },
  { name: 'conflict', usage: '@conflict id', compile: oneOf(({ conflicts }) => conflicts.map(({ id }) => id)) },
  { name: 'suggest', usage: '@suggest label', compile: oneOf(({ suggestions }) => suggestions.map(({ label }) => label)) },
  {
    name: 'option',
    usage: '@option label',
    compile: oneOf(({ blocks }) => blocks.flatMap((block) => (block.kind === 'options' ? block.choices.map(({ label }) => label) : []))),
  },
  {
    name: 'slot',
    usage: '@slot amount=5000.00',
    compile(argument) {
      const [, written, value] = /^(\w+)=(\S+)$/u.exec(argument) ?? [];
      const slot = SLOTS.find((name) => name === written);
      if (slot === undefined) return err(`has to be \`name=value\` with one of the names ${SLOTS.join(', ')}`);
      return ok(({ slots }) => {
        const held = slots[slot];
        return String(held) === value ? undefined : held === undefined ? `no ${slot}` : `${slot}=${held}`;
      });
    },
  },
  { name: 'block', usage: `@block ${BLOCKS.join('|')}`, compile: oneOfKnown(BLOCKS, ({ blocks }) => blocks.map(({ kind }) => kind)) },
  {
    name: 'says',
    usage: '@says words of the reply',
    compile: (words) => (words === '' ? err('has no words') : ok(({ text }) => (text.includes(words) ? undefined : 'not in the text'))),
  },
  {
    name: 'not',
    usage: '@not words that must not be said',
    compile: (words) => (words === '' ? err('has no words') : ok(({ text }) => (text.includes(words) ? 'in the text' : undefined))),
  },
  { name: 'language', usage: `@language ${LANGUAGES.join('|')}`, compile: oneOfKnown(LANGUAGES, ({ language }) => [language]) },
  {
    name: 'handoff',
    usage: '@handoff',
    compile: (argument) => (argument === '' ? ok(({ kind }) => (kind === 'handoff' ? undefined : kind)) : err('takes no value')),
  },
];

export const ASSERTION_NAMES = RULES.map(({ name }) => name);

/** The check of an assertion; `undefined` for a name that is none, an error for an argument that cannot be read. */
export function compileAssertion(
  name: string,
  argument: string,
  earlier: readonly string[] = [],
): Result<Check, { readonly why: string; readonly usage: string }> | undefined {
  const rule = RULES.find((each) => each.name === name);
  if (!rule) return undefined;
  const compiled = rule.compile(argument, earlier);
  return compiled.ok ? compiled : err({ why: compiled.error, usage: rule.usage });
}
