import { ok } from '../../src/base/result.js';
import type { Bot } from '../../src/bot/bot.js';
import type { Reply } from '../../src/rendering/reply.js';
import type { MakeBot } from '../../src/transcripts/replay.js';

export const reply = (text: string, part: Partial<Reply> = {}): Reply => ({
  conversation: 'c',
  kind: 'answer',
  language: 'zh',
  intents: [{ id: 'fee-quote', confidence: 0.91 }],
  slots: {},
  text,
  blocks: [],
  figures: [],
  sources: [],
  conflicts: [],
  suggestions: [],
  ...part,
});

/** A bot that says the same to the same words; words that it does not know are too long for it. */
export function fakeBot(replies: { readonly [text: string]: Reply }, seen: unknown[] = []): MakeBot {
  return (): Bot => ({
    start: () => Promise.resolve(),
    has: () => Promise.resolve(true),
    history: () => Promise.resolve([]),
    erase: () => Promise.resolve(false),
    export: () => Promise.resolve(undefined),
    turn(incoming) {
      seen.push(incoming);
      const { conversation, key, outgoing: _, ...rest } = incoming;
      const found = replies[incoming.text];
      if (!found) return Promise.resolve({ ok: false, error: { kind: 'too-long', limit: 9 } });
      return Promise.resolve(
        ok({ conversation, key, sequence: seen.length, bodyHash: '', at: '2026-01-01T00:00:00Z', incoming: rest, reply: found }),
      );
    },
  });
}

const choice = (label: string) => ({ label, send: label });

/** The bot that `sample/` is written for. */
export const sampleReplies: { readonly [text: string]: Reply } = {
  微信零钱提5000要多少手续费: reply('手续费 5.00 元，参考号 XYZ-9。\n见 [说明](https://example.org/fees)。\nbot: 这一行是正文', {
    intents: [
      { id: 'fee-quote', confidence: 0.91 },
      { id: 'limits', confidence: 0.4 },
    ],
    slots: { amount: '5000.00', days: 3 },
    blocks: [
      { kind: 'table', header: [], rows: [] },
      { kind: 'options', choices: [choice('官方提现')] },
    ],
    figures: [
      { value: '5.00', unit: 'CNY', origin: { fact: 'a' } },
      { value: '8..15', unit: 'percent', origin: { fact: 'b' } },
    ],
    sources: [{ article: 'huabei-wechat', section: 'fees', title: 't', asOf: '2025-01-01' }],
    conflicts: [{ id: 'wechat-rate', note: 'n' }],
    suggestions: [choice('换个金额'), choice('转人工')],
  }),
  转人工: reply('好的', { kind: 'handoff', intents: [] }),
};
