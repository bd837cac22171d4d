import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { type Brain, startLanguage } from '../bot/respond.js';
import { welcomeOf } from '../bot/welcome.js';
import type { Reply } from '../rendering/reply.js';
import type { Terminal } from './command.js';
import { replyLines } from './show-reply.js';

/** Talks until the input ends: a welcome, then a reply to each line. */
export async function converse(
  { stdin, stdout }: Terminal,
  brain: Brain,
  locale: string | undefined,
  reply: (text: string) => Reply | Promise<Reply>,
): Promise<void> {
  const colour = stdout.isTTY === true;
  const show = (each: Reply) => stdout.write(`${replyLines(each, { colour }).join('\n')}\n\n`);
  const lines = createInterface({
    input: stdin,
    output: stdout,
    terminal: stdin.isTTY === true && colour,
    prompt: colour ? styleText('cyan', '› ') : '',
  });
  show(welcomeOf(brain, startLanguage(locale)));
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') show(await reply(line));
    lines.prompt();
  }
}
