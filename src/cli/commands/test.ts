import { parseArgs } from 'node:util';
import type { Brain } from '../../bot/respond.js';
import type { Choice } from '../../transcripts/choose.js';
import { readChosen, readShard } from '../../transcripts/choose.js';
import type { Conversation } from '../../transcripts/conversation.js';
import { type Coverage, coverageOf, formatCoverage } from '../../transcripts/coverage/coverage.js';
import { coveragePage } from '../../transcripts/coverage/page.js';
import { driftOf, formatDrift } from '../../transcripts/drift.js';
import { writeText } from '../../transcripts/files.js';
import { junit } from '../../transcripts/junit.js';
import { perturb } from '../../transcripts/perturb/perturb.js';
import { chatOfTrial, formatPerturbReport, type PerturbReport, reportOf, worstOf } from '../../transcripts/perturb/report.js';
import { formatProblem, type Problem } from '../../transcripts/problems.js';
import { formatSummary, isFailure, type RunSummary, runTranscripts } from '../../transcripts/run.js';
import { walk } from '../../transcripts/walk.js';
import { type Command, type Terminal, UsageError } from '../command.js';
import { describeResult, resultsJson } from '../describe-results.js';
import { progressOn } from '../progress.js';
import { inProcess, remoteTarget } from '../transcript-target.js';
import { loadBrain, packRoot } from '../workspace.js';

const OPTIONS = {
  pack: { type: 'string' },
  filter: { type: 'string' },
  tag: { type: 'string', multiple: true },
  shard: { type: 'string' },
  target: { type: 'string', default: 'in-process' },
  update: { type: 'boolean', default: false },
  junit: { type: 'string' },
  json: { type: 'boolean', default: false },
  perturb: { type: 'string' },
  seed: { type: 'string', default: '1' },
  worst: { type: 'string', default: '3' },
  allow: { type: 'string', default: '3' },
  coverage: { type: 'boolean', default: false },
  html: { type: 'string' },
  against: { type: 'string' },
} as const;

const readOptions = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
type Values = ReturnType<typeof readOptions>['values'];

export const test: Command = {
  name: 'test',
  usage:
    '[PATH…] [--filter TEXT] [--tag TAG] [--shard 1/4] [--target in-process|directline:URL|activity:URL] [--update] [--junit FILE] [--json] [--perturb N [--seed S] [--worst N] [--allow PERCENT]] [--coverage] [--html FILE] [--against OLD_PACK] [--pack DIR]',
  summary: 'replays transcripts (.chat); exit code 0 as written, 1 a difference, 2 called wrongly',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args);
    const choice = choiceOf(values, positionals);
    const remote = remoteTarget(values.target, terminal.env);
    const looksInside = values.perturb !== undefined || values.coverage || values.html !== undefined || values.against !== undefined;
    if (remote && looksInside) throw new UsageError('--perturb, --coverage, --html and --against look inside the bot: in-process only');
    const wanted = { perTurn: whole('perturb', values.perturb ?? '0', 1_000), seed: whole('seed', values.seed, 2 ** 31) };
    const [worst, allowed] = [whole('worst', values.worst, 1_000), percent(values.allow)];
    const brain = remote ? undefined : loadBrain(packRoot(values.pack));
    if (brain && values.against !== undefined) return drift(brain, loadBrain(packRoot(values.against)), choice, values.json, terminal);

    const progress = progressOn(terminal, values.json);
    const outcome = await runTranscripts({
      ...choice,
      update: values.update,
      ci: terminal.env['CI'] === 'true',
      makeBot: remote ?? inProcess(brain ?? loadBrain(packRoot(values.pack))),
      onProgress: progress.step,
    });
    progress.end();
    if (!outcome.ok) return refuse(outcome.error, terminal);
    if (values.junit !== undefined) await writeText(values.junit, junit(outcome.value.results));
    const suite = brain && looksInside ? await readChosen(choice) : undefined;
    if (suite && !suite.ok) return refuse(suite.error, terminal);
    const measured = brain && suite ? measure(brain, suite.value, values, wanted, worst) : {};
    if (values.html !== undefined && measured.coverage)
      await writeText(values.html, coveragePage(measured.coverage, 'Transcript coverage'));
    tell(outcome.value, measured, values.json, terminal);
    return outcome.value.failed > 0 || (measured.perturb !== undefined && breaks(measured.perturb.report, allowed)) ? 1 : 0;
  },
};

function choiceOf(values: Values, paths: readonly string[]): Choice {
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (values.shard !== undefined && !shard) throw new UsageError(`--shard is a part of a whole such as 1/4, not ${values.shard}`);
  return {
    paths: paths.length > 0 ? paths : ['test/transcripts'],
    ...(values.filter !== undefined && { filter: values.filter }),
    ...(values.tag !== undefined && { tags: values.tag }),
    ...(shard && { shard }),
  };
}

function whole(name: string, text: string, most: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > most) throw new UsageError(`--${name} is a whole number up to ${most}, not ${text}`);
  return Number(text);
}

function percent(text: string): number {
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || Number(text) > 100) throw new UsageError(`--allow is a share in percent, not ${text}`);
  return Number(text) / 100;
}

function refuse(problems: readonly Problem[], { stderr }: Terminal): number {
  stderr.write(`${problems.map(formatProblem).join('\n')}\n`);
  return 2;
}

interface Measured {
  readonly perturb?: { readonly report: PerturbReport; readonly worst: readonly string[] };
  readonly coverage?: Coverage;
}

function measure(
  brain: Brain,
  suite: readonly Conversation[],
  { perturb: perturbs, coverage, html }: Values,
  options: { readonly perTurn: number; readonly seed: number },
  worst: number,
): Measured {
  const steps = suite.flatMap((conversation) => walk(brain, conversation));
  const trials = perturbs === undefined ? [] : perturb(brain, steps, options);
  return {
    ...(perturbs !== undefined && { perturb: { report: reportOf(trials), worst: worstOf(trials, worst).map(chatOfTrial) } }),
    ...((coverage || html !== undefined) && { coverage: coverageOf(brain.pack, steps) }),
  };
}

const breaks = ({ keep: { all } }: PerturbReport, allowed: number): boolean => all.broken > allowed * all.tried;

function tell(summary: RunSummary, { perturb: perturbed, coverage }: Measured, json: boolean, { stdout }: Terminal): void {
  if (json) {
    stdout.write(
      `${JSON.stringify({ ...resultsJson(summary), ...(perturbed && { perturb: perturbed }), ...(coverage && { coverage }) })}\n`,
    );
    return;
  }
  for (const result of summary.results)
    if (isFailure(result)) stdout.write(`${describeResult(result, { colour: stdout.isTTY === true })}\n`);
  const worst = perturbed?.worst ?? [];
  const sections = [
    formatSummary(summary),
    ...(perturbed ? [formatPerturbReport(perturbed.report)] : []),
    ...worst.map((chat, index) => `the worst, ${index + 1} of ${worst.length}:\n\n${chat.trimEnd()}`),
    ...(coverage ? [formatCoverage(coverage)] : []),
  ];
  stdout.write(`${sections.join('\n\n')}\n`);
}

async function drift(now: Brain, old: Brain, choice: Choice, json: boolean, terminal: Terminal): Promise<number> {
  const suite = await readChosen(choice);
  if (!suite.ok) return refuse(suite.error, terminal);
  const drifts = driftOf(old, now, suite.value);
  const turns = suite.value.reduce((sum, conversation) => sum + walk(now, conversation).length, 0);
  terminal.stdout.write(json ? `${JSON.stringify({ turns, drifts })}\n` : `${formatDrift(drifts, turns)}\n`);
  return drifts.length > 0 ? 1 : 0;
}
