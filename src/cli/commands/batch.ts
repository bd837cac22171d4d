import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LONGEST_MESSAGE } from '../../bot/bot.js';
import { type Brain, respond, startLanguage } from '../../bot/respond.js';
import { type DialogState, initialState } from '../../dialog/state.js';
import type { Command } from '../command.js';
import { loadBrain, packRoot } from '../workspace.js';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  conversation: z.string().optional(),
  text: z.string().trim().min(1, 'must not be empty').max(LONGEST_MESSAGE),
  locale: z.string().optional(),
});

export const batch: Command = {
  name: 'batch',
  usage: '[--pack DIR] < questions.jsonl > answers.jsonl',
  summary: 'answers JSON lines {id, conversation?, text, locale?}; lines of one conversation share their state',
  run: async (args, { stdin, stdout }) => {
    const { values } = parseArgs({ args: [...args], options: { pack: { type: 'string' } } });
    const brain = loadBrain(packRoot(values.pack));
    const states = new Map<string, DialogState>();
    for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const written = stdout.write(`${JSON.stringify(answerLine(brain, states, line))}\n`);
      if (!written) await new Promise((resolve) => stdout.once('drain', resolve));
    }
    return 0;
  },
};

/** The reply to one line, or what is wrong with it; a bad line never stops the batch. */
function answerLine(brain: Brain, states: Map<string, DialogState>, line: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: { code: 'not-json', message: 'the line is no JSON; write one object a line: {"id": 1, "text": "…"}' } };
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const id = typeof json === 'object' && json !== null && 'id' in json ? { id: json.id } : {};
    return { ...id, error: { code: 'bad-line', message: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not understood'}` } };
  }
  const { id, conversation, text, locale } = parsed.data;
  const state = (conversation === undefined ? undefined : states.get(conversation)) ?? initialState(startLanguage(locale));
  const response = respond(brain, state, text, conversation ?? String(id));
  if (conversation !== undefined) states.set(conversation, response.state);
  return { id, ...response.reply };
}
