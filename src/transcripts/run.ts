import { err, ok, type Result } from '../base/result.js';
import { approve } from './approve.js';
import { type Choice, chooseFiles, isChosen } from './choose.js';
import { readText, writeText } from './files.js';
import { parseChat } from './parse-chat.js';
import { type Problem, problemAt } from './problems.js';
import { isAsWritten, type MakeBot, type Mismatch, type ReplayResult, replay } from './replay.js';
import { TargetError } from './targets/http.js';
import { writeChat } from './write-chat.js';

/** What came of one file. */
export type FileResult =
  | { readonly kind: 'passed'; readonly file: string; readonly id: string; readonly replay: ReplayResult }
  | { readonly kind: 'failed'; readonly file: string; readonly id: string; readonly replay: ReplayResult }
  /** The file has the bot's new texts now; `remaining` is what they could not settle, and makes it a failure. */
  | {
      readonly kind: 'updated';
      readonly file: string;
      readonly id: string;
      readonly replay: ReplayResult;
      readonly remaining: readonly Mismatch[];
    }
  /** Not chosen by tags or filter. */
  | { readonly kind: 'skipped'; readonly file: string; readonly id: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly id: string; readonly problems: readonly Problem[] }
  /** The bot threw, which is a bug, or could not be reached. */
  | { readonly kind: 'crashed'; readonly file: string; readonly id: string; readonly reason: string };

export interface RunOptions extends Choice {
  /** Writes the bot's texts into the files instead of failing on them. */
  readonly update?: boolean;
  /** Whether this runs in CI, where nothing is updated. */
  readonly ci: boolean;
  readonly makeBot: MakeBot;
  /** After each file; `total` is how many there are. */
  readonly onProgress?: (result: FileResult, total: number) => void;
}

export interface RunSummary {
  /** With the updated ones of which nothing remains. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly updated: number;
  readonly results: readonly FileResult[];
}

/** Replays the transcripts one after the other. A run that would check nothing is an error, not a pass. */
export async function runTranscripts(options: RunOptions): Promise<Result<RunSummary, readonly Problem[]>> {
  if (options.update && options.ci) return err([problemAt('', 0)('update-in-ci')]);
  const files = await chooseFiles(options);
  if (!files.ok) return files;
  const results: FileResult[] = [];
  for (const file of files.value) {
    const result = await runFile(file, options);
    results.push(result);
    options.onProgress?.(result, files.value.length);
  }
  // One shard of a few chosen files may well be empty.
  if (!options.shard && results.every(({ kind }) => kind === 'skipped')) return err([problemAt('', 0)('nothing-selected', results.length)]);
  const count = (counts: (result: FileResult) => boolean): number => results.filter(counts).length;
  return ok({
    passed: count((result) => !isFailure(result) && result.kind !== 'skipped'),
    failed: count(isFailure),
    skipped: count(({ kind }) => kind === 'skipped'),
    updated: count(({ kind }) => kind === 'updated'),
    results,
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof TargetError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function isFailure(result: FileResult): boolean {
  if (result.kind === 'updated') return result.remaining.length > 0;
  return result.kind !== 'passed' && result.kind !== 'skipped';
}

/** `3 passed, 1 failed, 2 skipped (1 updated)` */
export function formatSummary({ passed, failed, skipped, updated }: RunSummary): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped${updated > 0 ? ` (${updated} updated)` : ''}`;
}

async function runFile(file: string, options: RunOptions): Promise<FileResult> {
  const text = await readText(file);
  const read = text.ok ? parseChat(text.value, file) : text;
  if (!read.ok) return { kind: 'unreadable', file, id: file, problems: read.error };
  const conversation = read.value;
  const { id } = conversation;
  if (!isChosen(conversation, options)) return { kind: 'skipped', file, id };
  let result: ReplayResult;
  try {
    result = await replay(conversation, options.makeBot);
  } catch (error) {
    return { kind: 'crashed', file, id, reason: reasonOf(error) };
  }
  if (isAsWritten(result)) return { kind: 'passed', file, id, replay: result };
  if (!options.update) return { kind: 'failed', file, id, replay: result };
  const approval = approve(conversation, result);
  if (!approval.changed) return { kind: 'failed', file, id, replay: result };
  await writeText(file, writeChat(approval.conversation));
  return { kind: 'updated', file, id, replay: result, remaining: approval.remaining };
}
