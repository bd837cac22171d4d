/** Something wrong in a file that a support team edits: where it is, what it is and what to do. */
export interface Problem {
  /** Relative to the pack's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Stable name of the check, such as `unknown-fact`. */
  readonly code: string;
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** One line a problem, in the form editors make a link of. */
export const formatProblem = ({ file, line, code, message, fix }: Problem): string => `${file}:${line}  ${code}  ${message} → ${fix}`;

/** By file, then line, each problem once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
