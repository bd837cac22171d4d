import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A small sound pack, in words of its own. */
export const SMALL_PACK = fileURLToPath(new URL('./pack', import.meta.url));

/** The pack that comes with the program. */
export const REAL_PACK = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the small pack that a test may break. */
export interface PackFolder {
  readonly root: string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** Throws unless `old` stands in the file just once, so that no test breaks nothing. */
  replace(file: string, old: string, by: string): void;
  remove(file: string): void;
  /** The line, from 1, of the first one that holds `words`. */
  lineOf(file: string, words: string): number;
  delete(): void;
}

export function copyPack(from: string = SMALL_PACK): PackFolder {
  const root = mkdtempSync(join(tmpdir(), 'zhida-pack-'));
  for (const folder of ['intents', 'knowledge']) cpSync(join(from, folder), join(root, folder), { recursive: true });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return {
    root,
    read,
    write: (file, content) => writeFileSync(join(root, file), content),
    replace: (file, old, by) => {
      const parts = read(file).split(old);
      if (parts.length !== 2) throw new Error(`${file} holds ${JSON.stringify(old)} ${parts.length - 1} times, not once`);
      writeFileSync(join(root, file), parts.join(by));
    },
    remove: (file) => rmSync(join(root, file), { recursive: true }),
    lineOf: (file, words) => {
      const index = read(file)
        .split('\n')
        .findIndex((line) => line.includes(words));
      if (index < 0) throw new Error(`${file} does not hold ${JSON.stringify(words)}`);
      return index + 1;
    },
    delete: () => rmSync(root, { recursive: true, force: true }),
  };
}
