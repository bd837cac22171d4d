import { formatProblem, type Problem } from '../workspace/problem.js';

/** A pack that cannot be used, with what is wrong with it. */
export class BrokenPack extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.map(formatProblem).join('\n')}\n${problems.length} problem${problems.length === 1 ? '' : 's'} in the pack; it was not used`,
    );
    this.problems = problems;
  }
}
