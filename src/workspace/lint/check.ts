import type { Problem } from '../problem.js';
import type { PackFiles } from '../read-pack.js';

/** One thing the lint looks for. A check sees the whole pack and reports; it changes nothing. */
export interface Check {
  readonly name: string;
  readonly find: (files: PackFiles) => readonly Problem[];
}
