import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.js';

export type Path = readonly (string | number)[];

/** A YAML file that fits its schema, with the way from a value back to its line. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  readonly lineOf: (path: Path) => number;
}

/** Reads YAML against a schema. Every syntax error and every misfit becomes a problem; then there is no value. */
export function readYaml<T>(
  file: string,
  source: string,
  schema: z.ZodType<T>,
  problems: Problem[],
  firstLine = 1,
): YamlFile<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  for (const error of document.errors) {
    const message = error.message.split('\n')[0] ?? error.code;
    problems.push({
      file,
      line: lineAt(error.pos[0]),
      code: 'yaml',
      message,
      fix: 'mend the YAML here; quote a text that holds ": " or starts with a sign',
    });
  }
  if (document.errors.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const message = `${path.join('.') || 'file'}: ${issue.message}`;
    problems.push({ file, line: lineOf(path), code: 'schema', message, fix: 'write this key as the pack format in the README shows' });
  }
  return undefined;
}

/** Where the value at `path` starts, or its nearest parent that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length);
    const parent = length > 0 ? document.getIn(steps.slice(0, -1), true) : undefined;
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(steps.at(-1)));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
