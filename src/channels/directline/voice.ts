import { z } from 'zod';
import { LANGUAGES } from '../../base/language.js';
import type { Bot, NotingBot } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { type Direct, silence } from '../host/direct.js';
import { BY_HOST } from './activities.js';

const Part = z.object({ text: z.string(), language: z.enum(LANGUAGES), isPerson: z.boolean() });
const Target = z.string().transform((id) => id as ConversationId);

/** How people of the team, and the host, speak in conversations here: it is stored, and `onSaid` hears of it. */
export function directLineVoice(bot: Bot, note: NotingBot['note'], onSaid: (conversation: ConversationId) => void): Direct {
  return {
    note,

    async again(conversation, id, text) {
      const result = await bot.turn({ conversation, key: `again:${id}`, text, channelData: BY_HOST.again });
      if (result.ok) onSaid(conversation);
    },

    voice: {
      id: 'directline',
      capabilities: { maxText: 4000, unit: 'char', table: false, card: false, quickReplies: false, passive: false },

      render: ({ kind, language, blocks }) => {
        const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : [])).join('\n');
        return [{ text, language, isPerson: kind === 'handoff' } satisfies z.infer<typeof Part>];
      },

      async send(target, part, delivery) {
        const conversation = Target.parse(target);
        const { text, language, isPerson } = Part.parse(part);
        const noted = await note(
          // Nothing of the user's stands in it, which only such a message may say.
          { conversation, key: delivery, text: '', unread: true, channelData: isPerson ? BY_HOST.person : BY_HOST.notice },
          { ...silence({ conversation }, language), text, blocks: [{ kind: 'paragraph', text }] },
        );
        if (noted.ok) {
          onSaid(conversation);
          return { kind: 'sent' };
        }
        const reason = noted.error.kind;
        return { kind: reason === 'busy' ? 'retry' : 'refused', reason };
      },
    },
  };
}
