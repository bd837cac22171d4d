import { parseArgs } from 'node:util';
import { formatDecimal } from '../../base/rational.js';
import { respond, startLanguage } from '../../bot/respond.js';
import { initialState } from '../../dialog/state.js';
import { influencesOf } from '../../understanding/influence.js';
import { scriptOf } from '../../understanding/intents/calibrate.js';
import { FIGURES } from '../../understanding/intents/evidence.js';
import { textFiguresOf } from '../../understanding/read.js';
import type { Reading, Understander } from '../../understanding/understand.js';
import { type Command, UsageError } from '../command.js';
import { loadBrain, packRoot } from '../workspace.js';

const MOST_RANKED = 5;
const MOST_INFLUENCES = 8;

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
    const readings = understanding.readings.map((reading) => account(reading, brain.understander));
    if (values.json) stdout.write(`${JSON.stringify({ language: reply.language, readings, policy, decision, kind: reply.kind })}\n`);
    else
      stdout.write(
        `${readings.map(show).join('\n\n')}\n\ndecided by  ${policy}: ${decision.kind}\nanswer      ${reply.text.split('\n')[0]}\n`,
      );
    return 0;
  },
};

type Account = ReturnType<typeof account>;

/** One question's way from text to verdict, as plain data. */
function account(reading: Reading, understander: Understander) {
  const { model } = understander;
  const { entities, read, ranking, nearMiss, evidence, confidence, inScope, verdict, set, rule } = reading;
  return {
    text: reading.text,
    folded: read.folded.text,
    language: read.language,
    concepts: entities.concepts.map(({ concept, start, end, by }) => ({ id: concept.id, text: read.folded.text.slice(start, end), by })),
    amounts: entities.amounts.map(({ range, rule: name, implied, approximate }) => ({
      min: range.min && formatDecimal(range.min),
      max: range.max && formatDecimal(range.max),
      rule: name,
      implied,
      approximate,
    })),
    methods: entities.methods.map(({ method }) => method),
    direction: entities.direction,
    factMentions: entities.factMentions.flatMap(({ facts }) => facts.map(({ id }) => id)),
    ranking: ranking.slice(0, MOST_RANKED).map(({ id, probability }) => ({ id, probability: round(probability) })),
    ...(nearMiss && { nearMiss: { id: nearMiss.id, probability: round(nearMiss.probability) } }),
    set,
    influences: influencesOf(understander, reading)
      .slice(0, MOST_INFLUENCES)
      .map(({ words, weight }) => ({ words, weight: round(weight) })),
    figures: Object.fromEntries(FIGURES.map((name, index) => [name, round(evidence.figures[index] ?? 0)])),
    confidence: round(confidence),
    inScope: round(inScope),
    thresholds: {
      answer: round(model.thresholds.answer[scriptOf({ latin: textFiguresOf(read).latin })]),
      scope: round(model.thresholds.scope),
      set: round(model.thresholds.set),
    },
    ...(rule !== undefined && { rule }),
    verdict,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function show(one: Account): string {
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
    [
      'for',
      one.influences
        .filter(({ weight }) => weight > 0)
        .map(({ words, weight }) => `${words} +${weight}`)
        .join(', '),
    ],
    [
      'against',
      one.influences
        .filter(({ weight }) => weight < 0)
        .map(({ words, weight }) => `${words} ${weight}`)
        .join(', '),
    ],
    ['near miss', one.nearMiss ? `${one.nearMiss.id} ${one.nearMiss.probability}` : ''],
    ['may be', one.set.join(', ')],
    ['rule', one.rule ?? ''],
    [
      'figures',
      Object.entries(one.figures)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    [
      'verdict',
      `${one.verdict}: chance of being right ${one.confidence}, needed to answer ${one.thresholds.answer}; of being in scope ${one.inScope}, needed to ask back ${one.thresholds.scope}`,
    ],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name.padEnd(11)} ${value}`)
    .join('\n');
}
