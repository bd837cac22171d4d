import { describe, expect, it } from 'vitest';
import { findChats, readText } from './files.js';
import { formatDiff } from './format-diff.js';
import { parseChat } from './parse-chat.js';
import { formatProblem, type Problem } from './problems.js';
import { type MakeBot, replay } from './replay.js';

/**
 * Makes a folder of `.chat` files into tests, one a file, named after its id and title:
 * `describeTranscripts('test/transcripts', makeBot)`.
 */
export function describeTranscripts(folder: string, makeBot: MakeBot): void {
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
      const conversation = read.value;
      it(`${conversation.id}${conversation.title === undefined ? '' : `: ${conversation.title}`}`, async () => {
        const diff = formatDiff(await replay(conversation, makeBot));
        if (diff !== '') expect.fail(diff);
      });
    }
  });
}

const listed = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');
