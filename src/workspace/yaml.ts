import { type Document, isAlias, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.js';
import { shortenLists } from './yaml-lists.js';

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
  const sound = readSound(source);
  const fitting = sound && schema.safeParse(sound.value);
  // Where something is wrong, all of it is read with positions; where nothing is, hardly anybody asks for one.
  let parsed: ReturnType<typeof parse> | undefined;
  const parsedAt = (path: Path) => {
    parsed ??= parse(source, firstLine);
    return parsed.lineAt(offsetOf(parsed.document, path));
  };
  if (fitting?.success) return { file, value: fitting.data, lineOf: parsedAt };
  const { document, lineAt } = parse(source, firstLine);
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  for (const { message, at } of faultsOf(document))
    problems.push({
      file,
      line: lineAt(at),
      code: 'yaml',
      message,
      fix: 'mend the YAML here; quote a text that holds ": " or starts with a sign',
    });
  if (faultsOf(document).length > 0) return undefined;
  const read = schema.safeParse(document.toJS());
  if (read.success) return { file, value: read.data, lineOf };
  for (const issue of read.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const message = `${path.join('.') || 'file'}: ${issue.message}`;
    const place = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    problems.push({ file, line: lineOf(place), code: 'schema', message, fix: 'write this key as the pack format in the README shows' });
  }
  return undefined;
}

function parse(source: string, firstLine: number): { readonly document: Document; readonly lineAt: (offset: number) => number } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  return { document, lineAt: (offset) => lines.linePos(offset).line + firstLine - 1 };
}

const faultsOf = (document: Document): readonly { readonly message: string; readonly at: number }[] => [
  // A warning tells of a tag (!word) that would be dropped from its text.
  ...[...document.errors, ...document.warnings].map(({ message, pos }) => ({
    // Where it is stands beside the message, counted from the start of the file.
    message: message.replace(/(?: at line \d+, column \d+:?)?\n[\s\S]*$/, ''),
    at: pos[0],
  })),
  ...references(document),
];

/** The value of a source that has no fault, read with its lists shortened; `undefined` where the whole must be looked at. */
function readSound(source: string): { readonly value: unknown } | undefined {
  const shortened = shortenLists(source);
  if (!shortened) return undefined;
  const document = parseDocument(shortened.source, { uniqueKeys: true, prettyErrors: false });
  return faultsOf(document).length > 0 ? undefined : shortened.restore(document.toJS());
}

/** `*word` and `&word` at the start of a text: YAML's references, which a pack does not need and a person hardly ever means. */
function references(document: Document): readonly { readonly message: string; readonly at: number }[] {
  const found: { readonly message: string; readonly at: number }[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) found.push({ message: `"*${node.source}" is read as a reference`, at: node.range?.[0] ?? 0 });
      else if (node.anchor !== undefined) found.push({ message: `"&${node.anchor}" is read as a name`, at: node.range?.[0] ?? 0 });
    },
  });
  return found;
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
