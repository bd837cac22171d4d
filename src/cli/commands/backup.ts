import { parseArgs } from 'node:util';
import { backUp } from '../../stores/backup.js';
import { type Command, UsageError } from '../command.js';
import { readConfiguration } from '../configuration.js';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE [--store sqlite:PATH]',
  summary: 'copies the conversations into a new file, also while the server runs (ZHIDA_STORE)',
  run: async (args, { stdout, stderr, env }) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { store: { type: 'string' } }, allowPositionals: true });
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0) throw new UsageError('name one file to copy into');
    const url = values.store ?? urlOf(env);
    if (typeof url !== 'string') {
      stderr.write(`${url.join('\n')}\n`);
      return 1;
    }
    await backUp(url, target);
    stdout.write(`copied to ${target}; start from it with ZHIDA_STORE=sqlite:${target}\n`);
    return 0;
  },
};

/** Where the server keeps its conversations, or what is wrong with its settings. */
function urlOf(env: Parameters<typeof readConfiguration>[0]): string | readonly string[] {
  const read = readConfiguration(env);
  return read.ok ? read.value.store.url : read.error;
}
