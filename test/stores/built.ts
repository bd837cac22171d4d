import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Makes sure that dist/ holds what src/stores says: the store's thread runs compiled code only. `npm test` has built it already. */
export function ensureBuilt(): void {
  if (newest(join(ROOT, 'src/stores')) <= oldest(join(ROOT, 'dist/stores'))) return;
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--incremental', 'false'], {
      cwd: ROOT,
    });
  } catch (error) {
    // Another room may not compile right now; tsc writes its files all the same.
    if (newest(join(ROOT, 'src/stores')) > oldest(join(ROOT, 'dist/stores'))) throw error;
  }
}

const times = (folder: string, extension: string): number[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(extension))
      .map((name) => statSync(join(folder, name)).mtimeMs);
  } catch {
    return [];
  }
};
const newest = (folder: string): number => Math.max(...times(folder, '.ts'));
const oldest = (folder: string): number =>
  Math.min(...times(folder, '.js'), times(folder, '.js').length === 0 ? 0 : Number.POSITIVE_INFINITY);
