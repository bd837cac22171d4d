import { parseArgs } from 'node:util';
import { respond, startLanguage } from '../../bot/respond.js';
import { initialState } from '../../dialog/state.js';
import { type Command, UsageError } from '../command.js';
import { replyLines } from '../show-reply.js';
import { loadBrain, packRoot } from '../workspace.js';

export const ask: Command = {
  name: 'ask',
  usage: '"QUESTION" [--json] [--locale zh|en] [--pack DIR]',
  summary: 'answers one question',
  run: async (args, { stdout }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pack: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const text = positionals.join(' ').trim();
    if (text === '') throw new UsageError('give a question');
    const { reply } = respond(loadBrain(packRoot(values.pack)), initialState(startLanguage(values.locale)), text, 'ask');
    stdout.write(values.json ? `${JSON.stringify(reply)}\n` : `${replyLines(reply, { colour: stdout.isTTY === true }).join('\n')}\n`);
    return 0;
  },
};
