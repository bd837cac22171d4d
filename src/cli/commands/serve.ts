import { parseArgs } from 'node:util';
import { lintPack } from '../../workspace/lint/index.js';
import { formatProblem } from '../../workspace/problem.js';
import type { Command } from '../command.js';
import { readConfiguration } from '../configuration.js';
import { describeConfiguration } from '../describe-configuration.js';
import { prepareApart } from '../live-brain.js';
import { packRoot } from '../workspace.js';

export const serve: Command = {
  name: 'serve',
  usage: '[--pack DIR] [--check]',
  summary: 'serves the chat page, Direct Line and the articles; --check says what would run (settings: the README)',
  run: async (args, { stdout, stderr, env }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, check: { type: 'boolean', default: false } } });
    const root = packRoot(values.pack);
    const read = readConfiguration(env);
    if (values.check) {
      const problems = [...(read.ok ? [] : read.error), ...lintPack(root).problems.map(formatProblem)];
      stdout.write([...(read.ok ? describeConfiguration(read.value) : []), `pack in ${root}`, ...problems].join('\n').concat('\n'));
      return problems.length > 0 ? 1 : 0;
    }
    if (!read.ok) {
      stderr.write(`${read.error.join('\n')}\n`);
      return 1;
    }
    // While a process beside this one trains, the server is loaded.
    const preparing = prepareApart(root);
    try {
      const { serve } = await import('../serving.js');
      const problem = await serve(read.value, root, preparing);
      if (problem !== undefined) stderr.write(`${problem}\n`);
      return problem === undefined ? 0 : 1;
    } finally {
      preparing.stop();
    }
  },
};
