import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { examplesOf, type LabelledText, learn, lexiconOf, understanderOf } from '../../bot/learn.js';
import { crossValidate } from '../../evaluation/cross-validate.js';
import { type Judged, judgeMessages } from '../../evaluation/judge.js';
import { reportOf, reportText } from '../../evaluation/report.js';
import { judgeTable, readTable } from '../../evaluation/tables.js';
import { DEFAULT_TRAINING, type TrainingOptions } from '../../understanding/intents/train.js';
import { readBlindSet } from '../../workspace/blind-set.js';
import { lintPack } from '../../workspace/lint/index.js';
import { BrokenPack } from '../broken-pack.js';
import { type Command, UsageError } from '../command.js';
import { packRoot } from '../workspace.js';

const MOST_NETWORKS = 20;

export const evaluate: Command = {
  name: 'eval',
  usage: '[--train FILE --test FILE [--oos LABEL] [--peers]] [--networks N] [--accept SHARE] [--seed N] [--json] [--pack DIR]',
  summary: 'how often it is right, asks back, and answers what it must not: the pack by cross-validation, or tables of text and intent',
  run: async (args, { stdout }) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pack: { type: 'string' },
        train: { type: 'string' },
        test: { type: 'string' },
        oos: { type: 'string', default: 'OOS' },
        networks: { type: 'string', default: String(DEFAULT_TRAINING.networks) },
        accept: { type: 'string' },
        seed: { type: 'string', default: '1' },
        peers: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if ((values.train === undefined) !== (values.test === undefined)) throw new UsageError('--train and --test go together');
    const seed = wholeNumber('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER);
    const options: TrainingOptions = {
      ...DEFAULT_TRAINING,
      networks: wholeNumber('--networks', values.networks, 0, MOST_NETWORKS),
      goals: values.accept === undefined ? DEFAULT_TRAINING.goals : { wrong: shareOf('--accept', values.accept) },
      seed,
    };
    if (values.peers && values.train === undefined) throw new UsageError('--peers compares on tables: name them with --train and --test');
    const parts: readonly Part[] =
      values.train !== undefined && values.test !== undefined
        ? [
            {
              key: 'table',
              title: `${values.test}, learnt from ${values.train}`,
              judged: evaluateTable(values.train, values.test, values.oos, options),
            },
          ]
        : evaluatePack(packRoot(values.pack), options, values.accept === undefined, seed);
    const peers =
      values.peers && values.train && values.test ? await peersOn(tableAt(values.train, values.oos), tableAt(values.test, values.oos)) : [];
    if (values.json) stdout.write(`${JSON.stringify({ ...jsonOf(parts), ...(peers.length > 0 && { peers }) })}\n`);
    else stdout.write([...parts.map(({ title, judged }) => `${title}\n${reportText(judged)}`), ...peers.map(peerText)].join('\n'));
    return 0;
  },
};

interface Part {
  readonly key: string;
  readonly title: string;
  readonly judged: readonly Judged[];
}

/** The first part is the object itself; a blind set stands within it. */
function jsonOf([first, ...others]: readonly Part[]) {
  return { ...reportOf(first?.judged ?? []), ...Object.fromEntries(others.map(({ key, judged }) => [key, reportOf(judged)])) };
}

function evaluatePack(root: string, asked: TrainingOptions, asPackSays: boolean, seed: number): readonly Part[] {
  const { files, problems } = lintPack(root);
  if (problems.length > 0) throw new BrokenPack(problems);
  const options = asPackSays ? { ...asked, goals: { wrong: files.pack.acceptedWrong } } : asked;
  const examples = examplesOf(files.pack);
  const blind = readBlindSet(root);
  return [
    {
      key: 'crossValidation',
      title: `five-fold cross-validation, seed ${seed}`,
      judged: crossValidate(files.pack, examples, options, seed),
    },
    ...(blind.length > 0
      ? [{ key: 'blind', title: 'blind set, never trained on', judged: evaluateBlind(files.pack, examples, blind, options) }]
      : []),
  ];
}

function evaluateBlind(
  pack: Parameters<typeof lexiconOf>[0],
  examples: readonly LabelledText[],
  blind: readonly LabelledText[],
  options: TrainingOptions,
): readonly Judged[] {
  return judgeMessages(understanderOf(pack, learn(examples, lexiconOf(pack), options)), blind);
}

function evaluateTable(train: string, test: string, oos: string, options: TrainingOptions): readonly Judged[] {
  return judgeTable(tableAt(train, oos), tableAt(test, oos), options);
}

interface Peer {
  readonly name: string;
  readonly accuracy: number;
  readonly auroc?: number;
  /** Seconds of processor time. */
  readonly trainCpu: number;
  /** Milliseconds, median of one question. */
  readonly p50: number;
}

/** Peers are installed for benchmarks only. */
async function peersOn(train: readonly LabelledText[], test: readonly LabelledText[]): Promise<readonly Peer[]> {
  const module = new URL('../../../bench/peers.mjs', import.meta.url).href;
  try {
    const {
      comparePeers,
    }: { readonly comparePeers: (train: readonly LabelledText[], test: readonly LabelledText[]) => Promise<readonly Peer[]> } =
      await import(module);
    return await comparePeers(train, test);
  } catch (error) {
    throw new UsageError(
      `peers are compared in a checkout of the project, after npm --prefix bench ci (${error instanceof Error ? error.message : error})`,
    );
  }
}

const peerText = ({ name, accuracy, auroc, trainCpu, p50 }: Peer): string =>
  `${name}: first intent right ${(accuracy * 100).toFixed(1)}%${auroc === undefined ? '' : `, AUROC ${(auroc * 100).toFixed(1)}%`}, trained in ${trainCpu.toFixed(1)} s of processor time, ${p50.toFixed(2)} ms a question\n`;

function tableAt(file: string, oos: string): readonly LabelledText[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${file}`);
  }
  const table = readTable(file, text, oos);
  if (!table.ok) throw new UsageError(table.error);
  return table.value;
}

function wholeNumber(name: string, typed: string, least: number, most: number): number {
  const value = Number(typed);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${name} must be a whole number from ${least} to ${most}`);
  return value;
}

function shareOf(name: string, typed: string): number {
  const value = Number(typed);
  if (!(value > 0 && value < 1)) throw new UsageError(`${name} must be a share between 0 and 1, such as 0.02`);
  return value;
}
