import { parseArgs } from 'node:util';
import { respond, startLanguage } from '../../bot/respond.js';
import { initialState } from '../../dialog/state.js';
import { type Command, UsageError } from '../command.js';
import { type Explanation, explainReading } from '../explanation.js';
import { loadBrain, packRoot } from '../workspace.js';

export const explain: Command = {
  name: 'explain',
  usage: '"QUESTION" [--json] [--locale zh|en] [--pack DIR]',
  summary: 'shows why a question is answered as it is',
  run: async (args, { stdout }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pack: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const text = positionals.join(' ').trim();
    if (text === '') throw new UsageError('give a question');
    const brain = loadBrain(packRoot(values.pack));
    const { understanding, decision, policy, reply } = respond(brain, initialState(startLanguage(values.locale)), text, 'explain');
    const readings = understanding.readings.map((reading) => explainReading(reading, brain.understander));
    if (values.json) stdout.write(`${JSON.stringify({ language: reply.language, readings, policy, decision, kind: reply.kind })}\n`);
    else
      stdout.write(
        `${readings.map(show).join('\n\n')}\n\n${[row('decided by', `${policy}: ${decision.kind}`), row('answer', reply.text.split('\n')[0] ?? '')].join('\n')}\n`,
      );
    return 0;
  },
};

const NAME_WIDTH = 16;

const row = (name: string, value: string): string => `${name.padEnd(NAME_WIDTH)} ${value}`;

function show(one: Explanation): string {
  const amounts = one.amounts.map(({ min, max, rule }) => `${min === max ? min : `${min ?? '…'} to ${max ?? '…'}`} (${rule})`);
  const lines: readonly (readonly [string, string])[] = [
    ['question', one.text],
    ['folded', `${one.folded}  [${one.language ?? 'no language'}]`],
    ['concepts', one.concepts.map(({ id, text, by }) => `${text} → ${id}${by === 'sound' ? ' (by sound)' : ''}`).join(', ')],
    ['amounts', amounts.join(', ')],
    ['ways', one.methods.join(', ')],
    [
      'direction',
      [one.direction.from && `from ${one.direction.from}`, one.direction.to && `to ${one.direction.to}`].filter(Boolean).join(' '),
    ],
    ['facts', one.factMentions.join(', ')],
    ['ranking', one.ranking.map(({ id, probability }) => `${id} ${probability}`).join(', ')],
    ['near miss', one.nearMiss ? `${one.nearMiss.id} ${one.nearMiss.probability}` : ''],
    ['prediction set', [...one.set, ...(one.doubts.noIntent > one.thresholds.level ? ['none of them'] : [])].join(', ')],
    ...showContest(one),
    ['rule', one.rule ?? ''],
    ['novelty', showNovelty(one.novelty)],
    [
      'figures',
      Object.entries(one.figures)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    [
      'verdict',
      `${one.verdict}: chance of being right ${one.confidence}; of another intent ${one.doubts.anotherIntent}, of none ${one.doubts.noIntent}, each at most ${one.thresholds.level} to answer; of being in scope ${one.inScope}, at least ${one.thresholds.scope} to ask back`,
    ],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => row(name, value))
    .join('\n');
}

const MOST_FEATURES = 10;

function showContest({ runnerUp, influences, features }: Explanation): readonly (readonly [string, string])[] {
  if (!runnerUp || !features) return [];
  const signed = (weight: number) => (weight > 0 ? `+${weight}` : `${weight}`);
  const words = (those: typeof influences) => those.map(({ words, weight }) => `${words} ${signed(weight)}`).join(', ');
  const named = (those: typeof features.for) =>
    those
      .slice(0, MOST_FEATURES)
      .map(({ kind, name, weight }) => `${kind} ${name} ${signed(weight)}`)
      .join(', ');
  return [
    ['runner-up', `${runnerUp.scope === 'near' ? 'near miss ' : ''}${runnerUp.id} ${runnerUp.probability}`],
    ['words for', words(influences.filter(({ weight }) => weight > 0))],
    ['words against', words(influences.filter(({ weight }) => weight < 0))],
    ['features for', named(features.for)],
    ['features against', named(features.against)],
    ["SVM's lead", `${signed(features.lead)}, of which ${signed(features.bias)} without any word`],
  ];
}

const MOST_UNSEEN = 12;

function showNovelty({ share, of, unseen }: Explanation['novelty']): string {
  if (unseen.length === 0) return of === 0 ? 'nothing to read' : `none of ${of} features is new`;
  const shown = unseen.slice(0, MOST_UNSEEN).map(({ kind, name }) => `${kind} ${name}`);
  const rest = unseen.length - shown.length;
  return `${share} of ${of} features never seen: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
