import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import { type Problem, problemAt } from './problems.js';

export const ENDING = '.chat';

/** The `.chat` files at and under the paths, each once, sorted by name; hidden folders and `node_modules` are passed over. */
export async function findChats(paths: readonly string[]): Promise<Result<readonly string[], readonly Problem[]>> {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const entry = await stat(path).catch(() => undefined);
    if (!entry) problems.push(problemAt(path, 0)('no-such-path'));
    else if (entry.isDirectory()) for (const file of await chatsIn(path)) found.add(file);
    else if (path.endsWith(ENDING)) found.add(join(path));
    else problems.push(problemAt(path, 0)('not-a-chat'));
  }
  if (problems.length > 0) return err(problems);
  return ok([...found].sort());
}

async function chatsIn(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await chatsIn(path)));
    else if (entry.name.endsWith(ENDING)) files.push(path);
  }
  return files;
}

export async function readText(file: string): Promise<Result<string, readonly Problem[]>> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (error) {
    if (error instanceof TypeError) return err([problemAt(file, 0)('not-utf8')]);
    throw error;
  }
}

/** Takes away what a process that was killed while it wrote has left in the folder. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  for (const name of names) if (DRAFT.test(name)) await rm(join(folder, name), { force: true });
}

const draftOf = (target: string): string => join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
const DRAFT = /^\..+\.chat\.\d+\.tmp$/;

/**
 * Replaces the file at once: a reader, or a crash, finds the old text or the new one. The folder is made when it is missing; `newMode` is for a
 * file that is new.
 */
export async function writeText(file: string, text: string, newMode?: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const mode = (await stat(target).catch(() => undefined))?.mode ?? newMode;
  const draft = draftOf(target);
  try {
    await writeFile(draft, text, { flush: true, ...(mode === undefined ? {} : { mode }) });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
