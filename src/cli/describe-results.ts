import { assertNever } from '../base/assert-never.js';
import { type DiffOptions, formatDiff } from '../transcripts/format-diff.js';
import { formatProblem } from '../transcripts/problems.js';
import type { FileResult, RunSummary } from '../transcripts/run.js';

/** What is to be said of one file. */
export function describeResult(result: FileResult, options: DiffOptions): string {
  switch (result.kind) {
    case 'failed':
    case 'updated':
      return formatDiff(result.replay, options);
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

/** The run as plain data: counts, and of each file what is wrong with it. */
export const resultsJson = ({ passed, failed, skipped, updated, results }: RunSummary) => ({
  passed,
  failed,
  skipped,
  updated,
  results: results.map((result) => ({ file: result.file, id: result.id, kind: result.kind, ...detailsOf(result) })),
});

function detailsOf(result: FileResult): object {
  switch (result.kind) {
    case 'failed':
    case 'updated':
      return { mismatches: result.kind === 'updated' ? result.remaining : result.replay.turns.flatMap(({ mismatches }) => mismatches) };
    case 'unreadable':
      return { problems: result.problems };
    case 'crashed':
      return { reason: result.reason };
    case 'passed':
    case 'skipped':
      return {};
    default:
      return assertNever(result);
  }
}
