#!/usr/bin/env node
import { StoreError } from '../stores/errors.js';
import { type Command, type Terminal, UsageError } from './command.js';
import { amounts } from './commands/amounts.js';
import { ask } from './commands/ask.js';
import { batch } from './commands/batch.js';
import { chat } from './commands/chat.js';
import { evaluate } from './commands/eval.js';
import { explain } from './commands/explain.js';
import { lint } from './commands/lint.js';
import { quote } from './commands/quote.js';
import { serve } from './commands/serve.js';
import { test } from './commands/test.js';
import { train } from './commands/train.js';
import { BrokenPack } from './workspace.js';

const COMMANDS: readonly Command[] = [serve, chat, ask, batch, quote, amounts, explain, lint, test, evaluate, train];

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, usage, summary }) =>
    `  ${name.padEnd(width)}  ${summary}\n  ${' '.repeat(width)}  zhida ${name} ${usage}`.trimEnd(),
  );
  return `zhida: a support bot that shows its work\n\n${lines.join('\n')}\n\nAll commands take --pack DIR, the folder with intents/ and knowledge/.\n`;
}

async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const asked = ['help', '--help', '-h'].includes(name);
    (asked ? terminal.stdout : terminal.stderr).write(asked ? help() : `zhida: there is no command "${name}"\n\n${help()}`);
    return asked ? 0 : 2;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof BrokenPack || error instanceof StoreError) {
      terminal.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
      terminal.stderr.write(`zhida ${name}: ${error.message}\nusage: zhida ${name} ${command.usage}\n`);
      return 2;
    }
    throw error;
  }
}

// A closed pipe (zhida batch | head) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
