import { parseArgs } from 'node:util';
import { readText, writeText } from '../../transcripts/files.js';
import { parseChat } from '../../transcripts/parse-chat.js';
import { formatProblem } from '../../transcripts/problems.js';
import { parseTranscript, writeTranscript } from '../../transcripts/transcript.js';
import { writeChat } from '../../transcripts/write-chat.js';
import { type Command, UsageError } from '../command.js';

const isFormat = (file: string | undefined): file is string => file !== undefined && /\.(?:chat|transcript)$/.test(file);

export const convert: Command = {
  name: 'convert',
  usage: 'FROM TO',
  summary: 'turns a .chat file into a .transcript or the other way round, by their endings',
  run: async (args, { stderr }) => {
    const [from, to, ...more] = parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
    if (!isFormat(from) || !isFormat(to) || more.length > 0) throw new UsageError('name two files that end in .chat or .transcript');
    const text = await readText(from).catch(() => undefined);
    if (!text) throw new UsageError(`${from} cannot be read`);
    const read = text.ok ? (from.endsWith('.chat') ? parseChat : parseTranscript)(text.value, from) : text;
    if (!read.ok) {
      stderr.write(`${read.error.map(formatProblem).join('\n')}\n`);
      return 1;
    }
    await writeText(to, to.endsWith('.chat') ? writeChat(read.value) : writeTranscript(read.value));
    return 0;
  },
};
