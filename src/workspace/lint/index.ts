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

/** Reads a pack and runs every check. A pack with a problem is not served. */
export function lintPack(root: string): { readonly files: PackFiles; readonly problems: readonly Problem[] } {
  const { files, problems } = readPackFiles(root);
  return { files, problems: sortProblems([...problems, ...CHECKS.flatMap((check) => check.find(files))]) };
}
