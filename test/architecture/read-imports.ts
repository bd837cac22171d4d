import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ONE_FILE_PACKAGES, ROOMS } from './rooms.js';

export interface SourceFile {
  /** Relative to src/, with forward slashes. */
  readonly file: string;
  readonly code: string;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Gone after compiling. */
  readonly isType: boolean;
}

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every TypeScript file of src/. The pages' scripts for the browser are another program. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, code: readFileSync(SRC + file, 'utf8') }));
}

const FROM = /^(?:import|export)\b(?<clause>[^'";]*?)\bfrom\s+'(?<specifier>[^']+)'/gm;
const BARE = /^import\s+'(?<specifier>[^']+)'/gm;
const CALL = /\b(?:import|require)\(\s*['"](?<specifier>[^'"]+)['"]/g;

/** The imports and re-exports of a file; the code is laid out by the formatter, so that patterns find them all. */
export function importsOf(code: string): readonly Import[] {
  const found = (pattern: RegExp, isType: (clause: string) => boolean) =>
    [...code.matchAll(pattern)].map(({ index, groups }) => ({
      specifier: groups?.['specifier'] ?? '',
      line: code.slice(0, index).split('\n').length,
      isType: isType(groups?.['clause'] ?? ''),
    }));
  return [...found(FROM, isTypeClause), ...found(BARE, () => false), ...found(CALL, () => false)];
}

function isTypeClause(clause: string): boolean {
  const trimmed = clause.trim();
  if (/^type\b/.test(trimmed)) return true;
  const names = (/^\{(.*)\}$/s.exec(trimmed)?.[1] ?? '').split(',').flatMap((name) => name.trim() || []);
  return names.length > 0 && names.every((name) => name.startsWith('type '));
}

/** The file of src/ that a relative specifier names. */
export const targetOf = (file: string, specifier: string): string => posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');

export const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

/** What is wrong with one file's imports, each as a line that says who, what and why. */
export function importFaults({ file, code }: SourceFile): readonly string[] {
  const name = roomOf(file);
  const room = ROOMS[name];
  if (!room)
    return [`src/${file}: ${name === '' ? 'stands in no room' : `"${name}" is no room of the table`}; see test/architecture/rooms.ts`];
  return importsOf(code).flatMap(({ specifier, line, isType }) => {
    const fault = (why: string) => [`src/${file}:${line} imports ${specifier}: ${why}`];
    if (specifier.startsWith('.')) {
      const other = roomOf(targetOf(file, specifier));
      if (other === name) return [];
      const reach = Object.hasOwn(room.mayImport, other) ? room.mayImport[other] : undefined;
      if (reach === undefined) return fault(`${name} may import ${list(Object.keys(room.mayImport))}, not ${other}`);
      return reach === 'types' && !isType ? fault(`${name} may import types of ${other} only (write "import type")`) : [];
    }
    if (specifier.startsWith('node:')) return room.io ? [] : fault(`${name} knows no file, network or process; it gets them as arguments`);
    const packageName = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    if (room.packages.includes(packageName) || ONE_FILE_PACKAGES[file] === packageName) return [];
    return fault(`${name} may import the packages ${list(room.packages)}, not ${packageName}`);
  });
}

const list = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.join(', '));

/** The shortest way around for each cycle that a breadth-first search finds; empty when every arrow leads one way. */
export function cyclesOf(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found = new Map<string, string>();
  for (const start of edges.keys()) {
    const before = new Map<string, string>();
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const next of edges.get(at) ?? []) {
        if (next === start) {
          const way = [start];
          for (let step: string | undefined = at; step !== undefined && step !== start; step = before.get(step)) way.splice(1, 0, step);
          const key = [...way].sort().join(' ');
          if (!found.has(key)) found.set(key, [...way, start].join(' → '));
        } else if (!before.has(next)) {
          before.set(next, at);
          queue.push(next);
        }
      }
    }
  }
  return [...found.values()];
}
