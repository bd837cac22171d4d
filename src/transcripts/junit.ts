import { assertNever } from '../base/assert-never.js';
import { formatDiff, summarize } from './format-diff.js';
import { formatProblem } from './problems.js';
import { type FileResult, isFailure } from './run.js';

/** The results as JUnit XML: one suite, one test case a file. It carries no times, so that equal results are equal bytes. */
export function junit(results: readonly FileResult[]): string {
  const errors = results.filter(isError).length;
  const failures = results.filter((result) => isFailure(result) && !isError(result)).length;
  const skipped = results.filter(({ kind }) => kind === 'skipped').length;
  const counts = `tests="${results.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="transcripts" ${counts}>`,
    ...results.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const isError = ({ kind }: FileResult): boolean => kind === 'unreadable' || kind === 'crashed';

function testCase(result: FileResult): string {
  const attributes = `name="${escapeXml(result.id)}" classname="${escapeXml(result.file)}" file="${escapeXml(result.file)}"`;
  const inner = outcome(result);
  return inner === '' ? `    <testcase ${attributes}/>` : `    <testcase ${attributes}>\n      ${inner}\n    </testcase>`;
}

function outcome(result: FileResult): string {
  switch (result.kind) {
    case 'passed':
      return '';
    case 'skipped':
      return '<skipped/>';
    case 'failed': {
      const mismatches = result.replay.turns.flatMap((turn) => turn.mismatches);
      return element('failure', `${mismatches.length} mismatches`, formatDiff(result.replay));
    }
    case 'updated': {
      const lines = result.remaining.map((mismatch) => `${result.file}:${mismatch.line}  ${summarize(mismatch)}`);
      return lines.length === 0 ? '' : element('failure', `${lines.length} mismatches remain after the update`, lines.join('\n'));
    }
    case 'unreadable':
      return element('error', 'the file cannot be read', result.problems.map(formatProblem).join('\n'));
    case 'crashed':
      return element('error', 'the bot threw', result.reason);
    default:
      return assertNever(result);
  }
}

const element = (name: string, message: string, text: string): string =>
  `<${name} message="${escapeXml(message)}">${escapeXml(text)}</${name}>`;

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// XML 1.0 has no way to write most control characters, lone surrogates, U+FFFE and U+FFFF.
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);
}
