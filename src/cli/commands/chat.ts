import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import { respond, startLanguage } from '../../bot/respond.js';
import { welcomeOf } from '../../bot/welcome.js';
import { initialState } from '../../dialog/state.js';
import type { Command } from '../command.js';
import { replyLines } from '../show-reply.js';
import { loadBrain, packRoot } from '../workspace.js';

export const chat: Command = {
  name: 'chat',
  usage: '[--locale zh|en] [--pack DIR]',
  summary: 'talks in the terminal; Ctrl-D ends',
  run: async (args, { stdin, stdout }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, locale: { type: 'string' } } });
    const brain = loadBrain(packRoot(values.pack));
    const colour = stdout.isTTY === true;
    let state = initialState(startLanguage(values.locale));
    const lines = createInterface({
      input: stdin,
      output: stdout,
      terminal: stdin.isTTY === true && colour,
      prompt: colour ? styleText('cyan', '› ') : '',
    });
    stdout.write(`${replyLines(welcomeOf(brain, state.language), { colour }).join('\n')}\n\n`);
    lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== '') {
        const response = respond(brain, state, line, 'chat');
        state = response.state;
        stdout.write(`${replyLines(response.reply, { colour }).join('\n')}\n\n`);
      }
      lines.prompt();
    }
    return 0;
  },
};
