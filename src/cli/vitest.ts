import type { MakeBot } from '../transcripts/replay.js';
import { describeChats } from '../transcripts/vitest.js';
import { inProcess } from './transcript-target.js';
import { loadBrain, packRoot } from './workspace.js';

/**
 * Makes a folder of `.chat` files into tests, one a file. They run against the pack in `pack` (by default the one in the current folder, else
 * the one that comes with zhida), or against a bot of your own. `vitest -u` approves new texts.
 *
 * `describeTranscripts('transcripts', { pack: 'bot' })`
 */
export function describeTranscripts(folder: string, against: { readonly pack?: string } | MakeBot = {}): void {
  describeChats(folder, typeof against === 'function' ? against : inProcess(loadBrain(packRoot(against.pack))));
}
