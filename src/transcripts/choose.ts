import { err, ok, type Result } from '../base/result.js';
import type { Conversation } from './conversation.js';
import { findChats, readText } from './files.js';
import { parseChat } from './parse-chat.js';
import { type Problem, problemAt } from './problems.js';

/** Which transcripts are looked at. */
export interface Choice {
  readonly paths: readonly string[];
  /** Part of the id, title or path, in any case. */
  readonly filter?: string;
  /** A transcript with one of these is chosen. */
  readonly tags?: readonly string[];
  /** Every `of`th file, beginning with the `index`th (from 1): the shards of one set are disjoint and together all of it. */
  readonly shard?: Shard;
}

interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `2/4`. */
export function readShard(text: string): Shard | undefined {
  const [, index, of] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  return index !== undefined && of !== undefined && Number(index) <= Number(of) ? { index: Number(index), of: Number(of) } : undefined;
}

/** The files of the shard, sorted; an error when the paths hold none. An empty shard of a small set is none. */
export async function chooseFiles({ paths, shard }: Choice): Promise<Result<readonly string[], readonly Problem[]>> {
  const files = await findChats(paths);
  if (!files.ok) return files;
  if (files.value.length === 0) return err([problemAt('', 0)('no-transcripts', paths)]);
  return ok(shard ? files.value.filter((_, place) => place % shard.of === shard.index - 1) : files.value);
}

export function isChosen({ id, title = '', file, tags }: Conversation, choice: Choice): boolean {
  const wanted = choice.filter?.toLowerCase();
  const hasWords = wanted === undefined || [id, title, file].some((text) => text.toLowerCase().includes(wanted));
  return hasWords && (choice.tags === undefined || choice.tags.some((tag) => tags.includes(tag)));
}

/** The chosen conversations, for what looks at a whole suite; any file that cannot be read is an error. */
export async function readChosen(choice: Choice): Promise<Result<readonly Conversation[], readonly Problem[]>> {
  const files = await chooseFiles(choice);
  if (!files.ok) return files;
  const conversations: Conversation[] = [];
  const problems: Problem[] = [];
  for (const file of files.value) {
    const text = await readText(file);
    const read = text.ok ? parseChat(text.value, file) : text;
    if (!read.ok) problems.push(...read.error);
    else if (isChosen(read.value, choice)) conversations.push(read.value);
  }
  if (problems.length > 0) return err(problems);
  if (!choice.shard && conversations.length === 0) return err([problemAt('', 0)('nothing-selected', files.value.length)]);
  return ok(conversations);
}
