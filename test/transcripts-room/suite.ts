import { fileURLToPath } from 'node:url';
import { readChosen } from '../../src/transcripts/choose.js';
import type { Conversation } from '../../src/transcripts/conversation.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { formatProblem } from '../../src/transcripts/problems.js';
import { type Step, walk } from '../../src/transcripts/walk.js';
import { realBrain } from '../brain.js';

/** The project's own conversations. */
export async function goldenConversations(): Promise<readonly Conversation[]> {
  const read = await readChosen({ paths: [fileURLToPath(new URL('../transcripts', import.meta.url))] });
  if (!read.ok) throw new Error(read.error.map(formatProblem).join('\n'));
  return read.value;
}

export function conversationOf(text: string): Conversation {
  const read = parseChat(text, 'a.chat');
  if (!read.ok) throw new Error(read.error.map(formatProblem).join('\n'));
  return read.value;
}

/** The turns of a conversation that says these lines to the project's own bot. */
export const stepsOf = (...lines: readonly string[]): readonly Step[] =>
  walk(realBrain(), conversationOf(lines.map((line) => `user: ${line}\nbot: ...\n`).join('\n')));
