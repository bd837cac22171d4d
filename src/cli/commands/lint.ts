import { parseArgs } from 'node:util';
import { lintPack } from '../../workspace/lint/index.js';
import { formatProblem } from '../../workspace/problem.js';
import type { Command } from '../command.js';
import { packRoot } from '../workspace.js';

export const lint: Command = {
  name: 'lint',
  usage: '[--pack DIR] [--json]',
  summary: 'checks the pack and prints every problem with file, line and what to do',
  run: async (args, { stdout }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, json: { type: 'boolean', default: false } } });
    const { files, problems } = lintPack(packRoot(values.pack));
    if (values.json) stdout.write(`${JSON.stringify({ problems, hash: files.pack.hash })}\n`);
    else if (problems.length > 0)
      stdout.write(`${problems.map(formatProblem).join('\n')}\n${problems.length} problem${problems.length === 1 ? '' : 's'}\n`);
    else {
      const { articles, intents, nearMisses, tariffs } = files.pack;
      const facts = articles.reduce((sum, article) => sum + article.facts.size, 0);
      const conflicts = articles.reduce((sum, article) => sum + article.conflicts.length, 0);
      stdout.write(
        `no problems: ${articles.length} article(s), ${facts} facts, ${conflicts} declared conflicts, ${tariffs.length} ways, ${intents.length} intents, ${nearMisses.length} kinds of near misses\n`,
      );
    }
    return problems.length > 0 ? 1 : 0;
  },
};
