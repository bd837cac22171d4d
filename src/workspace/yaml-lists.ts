/** A source with its long lists of plain texts shortened to one item each, and the way back from the value of what is left. */
export interface ShortenedLists {
  readonly source: string;
  /** `undefined` when one of the lists was none, such as lines of a text that only looks like a list. */
  readonly restore: (value: unknown) => { readonly value: unknown } | undefined;
}

/**
 * An item that YAML reads as the text it is, whatever stands around it: it begins with a letter or a digit and holds nothing that parts a key or begins a comment.
 * Neighbours of the same indentation are items of the same list, or all of them none.
 */
const PLAIN_ITEM = /^( *- )([\p{L}0-9](?:[^\p{C}\p{Zl}\p{Zp}:#]|:(?=[^\p{C}\p{Z}])|#)*)$/u;
/** A text in quotes that ends where its line does, without escapes. */
const QUOTED_ITEM = /^( *- )(?:"([^"\\\p{C}\p{Zl}\p{Zp}]*)"|'((?:[^'\p{C}\p{Zl}\p{Zp}]|'')*)')$/u;
// A number has neither spaces nor letters of other scripts.
const MAYBE_NUMBER = /^[0-9][!-~]*$/;
const TRAILING = /\s$/u;
const COMMENT = /\s#/u;
const NO_TEXT = /^(?:null|true|false|y|n|yes|no|on|off)$/i;
const MARK = 'shortened list ';
const FEWEST = 4;

/**
 * Reading a list item by item is most of what parsing a pack costs. Here each run of plain items becomes one item that names the run, the
 * rest is parsed, and the runs are put back. `undefined` where that is not safe.
 */
export function shortenLists(source: string): ShortenedLists | undefined {
  // A directive can change what a word is.
  if (source.includes(MARK) || /^%/m.test(source)) return undefined;
  const lines = source.split('\n');
  const kept: string[] = [];
  const runs: (readonly string[])[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const start = plainItem(line)?.start;
    const run: string[] = [];
    for (let next = at; start !== undefined && next < lines.length; next++) {
      const item = plainItem(lines[next] as string);
      if (item?.start !== start) break;
      run.push(item.text);
    }
    if (run.length < FEWEST) {
      kept.push(line);
      at++;
    } else {
      kept.push(`${start}${MARK}${runs.length}`);
      runs.push(run);
      at += run.length;
    }
  }
  return { source: kept.join('\n'), restore: (value) => restore(value, runs) };
}

function plainItem(line: string): { readonly start: string; readonly text: string } | undefined {
  const [, start, text] = PLAIN_ITEM.exec(line) ?? [];
  if (start === undefined || text === undefined) return quotedItem(line);
  return [TRAILING, COMMENT, NO_TEXT, MAYBE_NUMBER].some((pattern) => pattern.test(text)) ? undefined : { start, text };
}

function quotedItem(line: string): { readonly start: string; readonly text: string } | undefined {
  const [, start, double, single] = QUOTED_ITEM.exec(line) ?? [];
  return start === undefined ? undefined : { start, text: double ?? single?.replaceAll("''", "'") ?? '' };
}

function restore(value: unknown, runs: readonly (readonly string[])[]): { readonly value: unknown } | undefined {
  let found = 0;
  const runOf = (item: unknown): readonly string[] | undefined =>
    typeof item === 'string' && item.startsWith(MARK) ? runs[Number(item.slice(MARK.length))] : undefined;
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node))
      return node.flatMap((item: unknown): readonly unknown[] => {
        const run = runOf(item);
        if (!run) return [walk(item)];
        found++;
        return run;
      });
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
  };
  const restored = walk(value);
  return found === runs.length ? { value: restored } : undefined;
}
