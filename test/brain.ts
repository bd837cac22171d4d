import { fileURLToPath } from 'node:url';
import type { Brain } from '../src/bot/respond.js';
import { loadBrain } from '../src/cli/workspace.js';

let brain: Brain | undefined;

/** The project's own pack, trained; from the model cache when an earlier test or start has filled it. */
export function realBrain(): Brain {
  brain ??= loadBrain(fileURLToPath(new URL('..', import.meta.url)));
  return brain;
}
