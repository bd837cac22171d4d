import { parseArgs } from 'node:util';
import { assertNever } from '../../base/assert-never.js';
import { createBot } from '../../bot/bot.js';
import { createMemoryStore } from '../../stores/memory.js';
import { writeText } from '../../transcripts/files.js';
import { formatDiff } from '../../transcripts/format-diff.js';
import { junit } from '../../transcripts/junit.js';
import { formatProblem } from '../../transcripts/problems.js';
import { type FileResult, formatSummary, isFailure, runTranscripts } from '../../transcripts/run.js';
import type { Command } from '../command.js';
import { loadBrain, packRoot } from '../workspace.js';

export const test: Command = {
  name: 'test',
  usage: '[PATH…] [--filter TEXT] [--tag TAG] [--update] [--junit FILE] [--pack DIR]',
  summary: 'replays transcripts (.chat); exit code 0 as written, 1 a difference, 2 called wrongly',
  run: async (args, { stdout, stderr, env }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pack: { type: 'string' },
        filter: { type: 'string' },
        tag: { type: 'string', multiple: true },
        update: { type: 'boolean', default: false },
        junit: { type: 'string' },
      },
    });
    const brain = loadBrain(packRoot(values.pack));
    const colour = stdout.isTTY === true;
    const outcome = await runTranscripts({
      paths: positionals.length > 0 ? positionals : ['test/transcripts'],
      ...(values.filter !== undefined && { filter: values.filter }),
      ...(values.tag !== undefined && { tags: values.tag }),
      update: values.update,
      ci: env['CI'] === 'true',
      // A clock that stands still: a replay is the same bytes every time.
      makeBot: () => createBot({ brain: () => brain, store: createMemoryStore(), clock: { now: () => new Date(0) } }),
    });
    if (!outcome.ok) {
      stderr.write(`${outcome.error.map(formatProblem).join('\n')}\n`);
      return 2;
    }
    const { value: summary } = outcome;
    for (const result of summary.results) if (isFailure(result)) stdout.write(`${describe(result, colour)}\n`);
    if (values.junit !== undefined) await writeText(values.junit, junit(summary.results));
    stdout.write(`${formatSummary(summary)}\n`);
    return summary.failed > 0 ? 1 : 0;
  },
};

function describe(result: FileResult, colour: boolean): string {
  switch (result.kind) {
    case 'failed':
    case 'updated':
      return formatDiff(result.replay, { colour });
    case 'unreadable':
      return result.problems.map(formatProblem).join('\n');
    case 'crashed':
      return `${result.file}: ${result.reason}`;
    case 'passed':
    case 'skipped':
      return `${result.file}: ${result.kind}`;
    default:
      return assertNever(result);
  }
}
