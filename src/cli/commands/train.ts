import { parseArgs } from 'node:util';
import { STAGES } from '../../workspace/model-cache.js';
import { type Command, UsageError } from '../command.js';
import { packRoot, trainPack } from '../workspace.js';

export const train: Command = {
  name: 'train',
  usage: '[--stage start|quick|full] [--pack DIR]',
  summary:
    'checks the pack, trains its model and keeps it for the next start; quick is the SVM alone, start the SVM from a part of the examples',
  run: async (args, { stdout }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, stage: { type: 'string', default: 'full' } } });
    const stage = STAGES.find((each) => each === values.stage);
    if (!stage) throw new UsageError(`--stage is one of ${STAGES.join(', ')}, not "${values.stage}"`);
    const started = performance.now();
    const { pack, model, from } = await trainPack(packRoot(values.pack), stage);
    const { svm, labels, thresholds } = model;
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    stdout.write(
      `pack ${pack.hash}: ${from === 'cache' ? 'already trained, found' : 'trained'} in ${seconds} s; ${labels.length} classes, ${svm.features} features, answers where a doubt is at most ${thresholds.level.other.toFixed(3)} (Latin letters: ${thresholds.level.latin.toFixed(3)})\n`,
    );
    return 0;
  },
};
