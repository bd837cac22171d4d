/** Whether a column holds figures and nothing else, and stands best to the right. The first one says what a row is about. */
export const isFigures = (rows: readonly (readonly string[])[], column: number): boolean =>
  column > 0 && rows.every((row) => /^[-+−]?[¥$]?\d/.test(row[column] ?? ''));
