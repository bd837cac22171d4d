import { err, ok, type Result } from '../base/result.js';
import { approve } from './approve.js';
import type { Conversation } from './conversation.js';
import { findChats, readText, writeText } from './files.js';
import { parseChat } from './parse-chat.js';
import { type Problem, problemAt } from './problems.js';
import { isAsWritten, type MakeBot, type Mismatch, type ReplayResult, replay } from './replay.js';
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
  /** The bot threw: a bug. */
  | { readonly kind: 'crashed'; readonly file: string; readonly id: string; readonly reason: string };

export interface RunOptions {
  readonly paths: readonly string[];
  /** Part of the id, title or path, in any case. */
  readonly filter?: string;
  /** A transcript with one of these is chosen. */
  readonly tags?: readonly string[];
  /** Writes the bot's texts into the files instead of failing on them. */
  readonly update?: boolean;
  /** Whether this runs in CI, where nothing is updated. */
  readonly ci: boolean;
  readonly makeBot: MakeBot;
  readonly onProgress?: (result: FileResult) => void;
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
  const files = await findChats(options.paths);
  if (!files.ok) return files;
  if (files.value.length === 0) return err([problemAt('', 0)('no-transcripts', options.paths)]);
  const results: FileResult[] = [];
  for (const file of files.value) {
    const result = await runFile(file, options);
    results.push(result);
    options.onProgress?.(result);
  }
  if (results.every(({ kind }) => kind === 'skipped')) return err([problemAt('', 0)('nothing-selected', results.length)]);
  const count = (counts: (result: FileResult) => boolean): number => results.filter(counts).length;
  return ok({
    passed: count((result) => !isFailure(result) && result.kind !== 'skipped'),
    failed: count(isFailure),
    skipped: count(({ kind }) => kind === 'skipped'),
    updated: count(({ kind }) => kind === 'updated'),
    results,
  });
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
    return { kind: 'crashed', file, id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  if (isAsWritten(result)) return { kind: 'passed', file, id, replay: result };
  if (!options.update) return { kind: 'failed', file, id, replay: result };
  const approval = approve(conversation, result);
  if (!approval.changed) return { kind: 'failed', file, id, replay: result };
  await writeText(file, writeChat(approval.conversation));
  return { kind: 'updated', file, id, replay: result, remaining: approval.remaining };
}

function isChosen({ id, title = '', file, tags }: Conversation, options: RunOptions): boolean {
  const wanted = options.filter?.toLowerCase();
  const hasWords = wanted === undefined || [id, title, file].some((text) => text.toLowerCase().includes(wanted));
  return hasWords && (options.tags === undefined || options.tags.some((tag) => tags.includes(tag)));
}
