import { parseArgs } from 'node:util';
import { readText, writeText } from '../../transcripts/files.js';
import { parseChat } from '../../transcripts/parse-chat.js';
import { formatProblem } from '../../transcripts/problems.js';
import { parseTranscript } from '../../transcripts/transcript.js';
import { writeChat } from '../../transcripts/write-chat.js';
import { writeTranscript } from '../../transcripts/write-transcript.js';
import { type Command, UsageError } from '../command.js';

const isFormat = (file: string | undefined): file is string => file !== undefined && /\.(?:chat|transcript)$/.test(file);

export const convert: Command = {
  name: 'convert',
  usage: '[--plain] FROM TO',
  summary: 'turns a .chat file into a .transcript or back, by their endings; --plain keeps nothing of a recording but what was said',
  run: async (args, { stderr }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { plain: { type: 'boolean', default: false } },
    });
    const [from, to, ...more] = positionals;
    if (!isFormat(from) || !isFormat(to) || more.length > 0) throw new UsageError('name two files that end in .chat or .transcript');
    const text = await readText(from).catch(() => undefined);
    if (!text) throw new UsageError(`${from} cannot be read`);
    const parse = (json: string) =>
      from.endsWith('.chat') ? parseChat(json, from) : parseTranscript(json, from, { keepAll: !values.plain });
    const read = text.ok ? parse(text.value) : text;
    if (!read.ok) {
      stderr.write(`${read.error.map(formatProblem).join('\n')}\n`);
      return 1;
    }
    await writeText(to, to.endsWith('.chat') ? writeChat(read.value) : writeTranscript(read.value));
    return 0;
  },
};
