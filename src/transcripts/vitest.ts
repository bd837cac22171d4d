import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { approve } from './approve.js';
import type { Conversation } from './conversation.js';
import { findChats, readText } from './files.js';
import { formatDiff } from './format-diff.js';
import { parseChat } from './parse-chat.js';
import { formatProblem, type Problem } from './problems.js';
import { isAsWritten, type MakeBot, replay } from './replay.js';
import { writeChat } from './write-chat.js';

/**
 * Makes a folder of `.chat` files into tests, one a file, named after its id and title. `vitest -u` approves new texts, but not where the
 * variable CI is `true`.
 */
export function describeChats(folder: string, makeBot: MakeBot): void {
  describe(folder, async () => {
    const files = await findChats([folder]);
    if (!files.ok || files.value.length === 0) {
      it('has transcripts', () => expect.fail(files.ok ? `no \`.chat\` file under ${folder}` : listed(files.error)));
      return;
    }
    for (const file of files.value) {
      const text = await readText(file);
      const read = text.ok ? parseChat(text.value, file) : text;
      if (!read.ok) {
        it(file, () => expect.fail(listed(read.error)));
        continue;
      }
      const { id, title } = read.value;
      it(`${id}${title === undefined ? '' : `: ${title}`}`, () => check(read.value, makeBot));
    }
  });
}

async function check(conversation: Conversation, makeBot: MakeBot): Promise<void> {
  const result = await replay(conversation, makeBot);
  if (isAsWritten(result)) return;
  const approval = approve(conversation, result);
  if (!approval.changed || process.env['CI'] === 'true') expect.fail(formatDiff(result));
  try {
    // vitest's own way to write a file under -u, and nothing without it.
    await expect(writeChat(approval.conversation)).toMatchFileSnapshot(resolve(conversation.file));
  } catch {
    expect.fail(formatDiff(result));
  }
  if (approval.remaining.length > 0) expect.fail(formatDiff(result));
}

const listed = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');
