import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../base/result.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml.js';

const Value = z.union([z.string(), z.number(), z.boolean()], 'must be a text, a number, or a list of them');
const File = z.record(z.string(), z.union([Value, z.array(Value)]), 'must hold lines such as PORT: 3978').nullable();

/** Settings of a YAML file by name; a list is its values by commas. `undefined` when there is no such file. */
export function readSettingsFile(
  path: string,
): Result<ReadonlyMap<string, { readonly text: string; readonly place: string }> | undefined, readonly string[]> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(undefined);
    return err([`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const problems: Problem[] = [];
  const read = readYaml(path, source, File, problems);
  if (!read) return err(problems.map(({ line, message }) => `${path}:${line} ${message}`));
  const place = (name: string): string => `${path}:${read.lineOf([name])}`;
  return ok(new Map(Object.entries(read.value ?? {}).map(([name, value]) => [name, { text: String(value), place: place(name) }])));
}
