import { parseArgs } from 'node:util';
import { respond, startLanguage } from '../../bot/respond.js';
import { initialState } from '../../dialog/state.js';
import type { Command } from '../command.js';
import { converse } from '../converse.js';
import { loadBrain, packRoot } from '../workspace.js';

export const chat: Command = {
  name: 'chat',
  usage: '[--locale zh|en] [--pack DIR]',
  summary: 'talks in the terminal; Ctrl-D ends',
  run: async (args, terminal) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' }, locale: { type: 'string' } } });
    const brain = loadBrain(packRoot(values.pack));
    let state = initialState(startLanguage(values.locale));
    await converse(terminal, brain, values.locale, (text) => {
      const response = respond(brain, state, text, 'chat');
      state = response.state;
      return response.reply;
    });
    return 0;
  },
};
