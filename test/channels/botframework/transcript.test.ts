import { beforeAll, expect, test } from 'vitest';
import { createBot } from '../../../src/bot/bot.js';
import type { Brain } from '../../../src/bot/respond.js';
import { createHandler } from '../../../src/channels/botframework/handler.js';
import { createMemoryStore } from '../../../src/stores/memory.js';
import { realBrain } from '../../brain.js';
import { CONVERSATION, wordsFor } from '../conversation.js';
import { FRAMEWORKS, type Sent } from './frameworks.js';
import { teamsMessage } from './peer.js';

const clock = { now: () => new Date('2026-01-05T08:00:00.000Z') };

/** What Teams draws of an element of a card, line by line. */
function cardLines(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(cardLines);
  if (typeof element !== 'object' || element === null) return [];
  const { type, text, title, value, ...inside } = element as Record<string, unknown>;
  if (type === 'TextBlock') return [String(text)];
  if (type === undefined && title !== undefined) return [`${title}: ${value}`];
  if (type === 'ColumnSet') return [(inside['columns'] as unknown[]).map((column) => cardLines(column).join(' / ')).join(' | ')];
  return [...(title === undefined ? [] : [`[${title}]`]), ...Object.values(inside).flatMap(cardLines)];
}

/** A message as a person in Teams sees it. */
function shown({ text, attachments = [], suggestedActions }: Sent): string {
  const cards = (attachments as { content: { body: unknown; actions?: unknown } }[]).map(({ content }) => content);
  const drawn = cards.flatMap(({ body, actions = [] }) => cardLines([body, actions])).map((line) => `┃ ${line}`);
  const { actions = [] } = (suggestedActions ?? {}) as { actions?: { title: string }[] };
  return [text, ...drawn, ...actions.map(({ title }) => `[${title}]`)].join('\n');
}

let brain: Brain;
beforeAll(() => {
  brain = realBrain();
});

test.each(FRAMEWORKS)('one conversation in Teams, as its user sees it, under %s', async (_, around) => {
  const bot = createBot({ brain: () => brain, store: createMemoryStore(), clock });
  const welcome = (): never => expect.fail('nobody is greeted');
  const framework = around(createHandler({ bot, ids: { next: () => 'attempt' }, welcome }));
  const lines = ['# botframework'];
  let last = '';
  for (const [index, step] of CONVERSATION.entries()) {
    // Nobody takes over here: that is the framework's own bot's.
    if (step.kind !== 'say' && step.kind !== 'pick') continue;
    const words = wordsFor(step, last);
    lines.push(`user: ${words}`);
    for (const sent of await framework.receive(teamsMessage(words, { id: `${index + 1}`, locale: 'zh-CN' }))) {
      last = shown(sent);
      lines.push(`bot: ${last.replaceAll('\n', '\n  ')}`);
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/botframework.txt');
});
