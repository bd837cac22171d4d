import { parseArgs } from 'node:util';
import type { Command } from '../command.js';
import { packRoot, trainPack } from '../workspace.js';

export const train: Command = {
  name: 'train',
  usage: '[--quick] [--pack DIR]',
  summary: 'checks the pack, trains its model and keeps it for the next start; --quick trains the SVM alone',
  run: async (args, { stdout }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, quick: { type: 'boolean', default: false } } });
    const started = performance.now();
    const { pack, model, from } = await trainPack(packRoot(values.pack), values.quick ? 'quick' : 'full');
    const { svm, labels, thresholds } = model;
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    stdout.write(
      `pack ${pack.hash}: ${from === 'cache' ? 'already trained, found' : 'trained'} in ${seconds} s; ${labels.length} classes, ${svm.features} features, answers where a doubt is at most ${thresholds.level.other.toFixed(3)} (Latin letters: ${thresholds.level.latin.toFixed(3)})\n`,
    );
    return 0;
  },
};
