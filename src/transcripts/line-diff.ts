/** One line of a diff: in both texts, or only in what was expected or what came. */
export interface DiffLine {
  readonly kind: 'same' | 'expected' | 'actual';
  readonly text: string;
}

/** A shortest line diff (longest common subsequence). Quadratic, which is fine for the lines of a message. */
export function diffLines(expected: string, actual: string): readonly DiffLine[] {
  const left = expected.split('\n');
  const right = actual.split('\n');
  const lengths = commonLengths(left, right);
  const diff: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a !== undefined && a === b) {
      diff.push({ kind: 'same', text: a });
      i++;
      j++;
    } else if (a !== undefined && (b === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      diff.push({ kind: 'expected', text: a });
      i++;
    } else {
      diff.push({ kind: 'actual', text: b ?? '' });
      j++;
    }
  }
  return diff;
}

/** `lengths[i][j]`: how many lines `left` from i and `right` from j have in common, in order. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const below = lengths[i + 1] ?? [];
      const row = lengths[i] ?? [];
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
