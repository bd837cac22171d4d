import { type Problem, sortProblems } from '../problem.js';
import { type PackFiles, readPackFiles } from '../read-pack.js';
import { answerChecks } from './answers.js';
import { articleChecks } from './articles.js';
import type { Check } from './check.js';
import { conceptChecks } from './concepts.js';
import { exampleChecks } from './examples.js';
import { guardChecks } from './guards.js';
import { linkChecks } from './links.js';

const CHECKS: readonly Check[] = [...articleChecks, ...linkChecks, ...answerChecks, ...exampleChecks, ...conceptChecks, ...guardChecks];

/** A pack and what is wrong with it. */
export interface Linted {
  readonly files: PackFiles;
  readonly problems: readonly Problem[];
}

/** Reads a pack and runs every check. A pack with a problem is not served. */
export const lintPack = (root: string): Linted => lintFiles(readPackFiles(root));

/** The same for a pack that was read. */
export const lintFiles = ({ files, problems }: Linted): Linted => ({
  files,
  problems: sortProblems([...problems, ...CHECKS.flatMap((check) => check.find(files))]),
});
