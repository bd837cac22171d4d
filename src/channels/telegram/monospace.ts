import { isFigures } from '../outbound/figures.js';

/** What a phone held upright shows of a line before it breaks. */
const WIDEST = 36;
const GAP = ' ';
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/gu;

const wideIn = (text: string): number => text.match(WIDE)?.length ?? 0;
const narrowIn = (text: string): number => [...text].length - wideIn(text);

/**
 * A table in lines of one width; `undefined` where it does not fit. Wide characters are padded with wide spaces and narrow ones with narrow,
 * so that columns stand straight however the two widths compare in the reader's font.
 */
export function monospaceTable(header: readonly string[], rows: readonly (readonly string[])[]): string | undefined {
  const all = [header, ...rows];
  const columns = header.map((_, index) => {
    const cells = all.map((row) => row[index] ?? '');
    return {
      wide: Math.max(...cells.map(wideIn)),
      narrow: Math.max(...cells.map(narrowIn)),
      // Figures stand one below the other from the right.
      isRight: isFigures(rows, index),
    };
  });
  const width = columns.reduce((sum, { wide, narrow }) => sum + 2 * wide + narrow, (columns.length - 1) * GAP.length);
  if (width > WIDEST || all.some((row) => row.some((cell) => cell.includes('\n')))) return undefined;
  const line = (row: readonly string[]) =>
    columns
      .map(({ wide, narrow, isRight }, index) => {
        const cell = row[index] ?? '';
        const padding = '\u3000'.repeat(wide - wideIn(cell)) + ' '.repeat(narrow - narrowIn(cell));
        return isRight ? padding + cell : cell + padding;
      })
      .join(GAP)
      .trimEnd();
  return all.map(line).join('\n');
}
