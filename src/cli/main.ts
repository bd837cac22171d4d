#!/usr/bin/env node
import { StoreError } from '../stores/errors.js';
import { BrokenPack } from './broken-pack.js';
import { type Command, type Terminal, UsageError } from './command.js';

/** Each is loaded when it is called: help and small commands do not wait for the server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.js')).serve,
  channels: async () => (await import('./commands/channels.js')).channels,
  chat: async () => (await import('./commands/chat.js')).chat,
  ask: async () => (await import('./commands/ask.js')).ask,
  batch: async () => (await import('./commands/batch.js')).batch,
  quote: async () => (await import('./commands/quote.js')).quote,
  plan: async () => (await import('./commands/plan.js')).plan,
  amounts: async () => (await import('./commands/amounts.js')).amounts,
  explain: async () => (await import('./commands/explain.js')).explain,
  diff: async () => (await import('./commands/diff.js')).diff,
  lint: async () => (await import('./commands/lint.js')).lint,
  test: async () => (await import('./commands/test.js')).test,
  record: async () => (await import('./commands/record.js')).record,
  convert: async () => (await import('./commands/convert.js')).convert,
  eval: async () => (await import('./commands/eval.js')).evaluate,
  train: async () => (await import('./commands/train.js')).train,
  backup: async () => (await import('./commands/backup.js')).backup,
};

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(
    (command) => `  ${command.name.padEnd(width)}  ${command.summary}\n  ${' '.repeat(width)}  ${usageOf(command)}`,
  );
  return `zhida: a support bot that shows its work\n\n${lines.join('\n')}\n\nAll commands take --pack DIR, the folder with intents/ and knowledge/.\n`;
}

const usageOf = ({ name, usage }: Command): string => `zhida ${name} ${usage}`.trimEnd();

/** What stands behind `--` is text. */
function asksForHelp(args: readonly string[]): boolean {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined);
  return options.includes('--help') || options.includes('-h');
}

async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = 'help', ...rest] = args;
  const name = first === 'help' && rest[0] !== undefined ? rest[0] : first;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const asked = ['help', '--help', '-h'].includes(name);
    (asked ? terminal.stdout : terminal.stderr).write(asked ? await help() : `zhida: there is no command "${name}"\n\n${await help()}`);
    return asked ? 0 : 2;
  }
  const command = await load();
  if (first === 'help' || asksForHelp(rest)) {
    terminal.stdout.write(`${command.summary}\n${usageOf(command)}\n`);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof BrokenPack || error instanceof StoreError) {
      terminal.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
      terminal.stderr.write(`zhida ${name}: ${error.message}\nusage: ${usageOf(command)}\n`);
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
