import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createBot, LONGEST_MESSAGE } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { createMemoryStore } from '../../stores/memory.js';
import { writeText } from '../../transcripts/files.js';
import { chatOfTurns } from '../../transcripts/record.js';
import { type Command, UsageError } from '../command.js';
import { converse } from '../converse.js';
import { loadBrain, packRoot } from '../workspace.js';

const MOST_TURNS = 1_000;

export const record: Command = {
  name: 'record',
  usage: 'FILE.chat [--locale zh|en] [--pack DIR]',
  summary: 'talks in the terminal and writes the conversation as a transcript, personal data masked; Ctrl-D ends',
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pack: { type: 'string' }, locale: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !file.endsWith('.chat')) throw new UsageError('name one file that ends in .chat');
    if (existsSync(file)) throw new UsageError(`${file} is there already; choose another name`);
    const brain = loadBrain(packRoot(values.pack));
    const bot = createBot({ brain: () => brain, store: createMemoryStore(), clock: { now: () => new Date(0) } });
    const conversation = basename(file, '.chat') as ConversationId;
    await bot.start(conversation);
    let said = 0;
    await converse(terminal, brain, values.locale, async (text) => {
      const outcome = await bot.turn({
        conversation,
        key: `${++said}`,
        text: text.slice(0, LONGEST_MESSAGE),
        ...(values.locale !== undefined && { locale: values.locale }),
      });
      if (!outcome.ok) throw new Error(`a turn of its own was refused: ${outcome.error.kind}`);
      // After every turn, so that an interrupted talk is kept as far as it went.
      await writeText(file, chatOfTurns(conversation, await bot.history(conversation, 0, MOST_TURNS)));
      return outcome.value.reply;
    });
    terminal.stderr.write(
      said > 0 ? `${file}: ${said} turns; read it, then approve it with zhida test --update ${file}\n` : 'nothing was said\n',
    );
    return 0;
  },
};
