import { err, ok } from '../../src/base/result.js';
import { hashOfMessage } from '../../src/bot/body-hash.js';
import type { Bot } from '../../src/bot/bot.js';
import { keptOf } from '../../src/bot/kept.js';
import type { Clock, Store, TurnRecord } from '../../src/bot/ports.js';
import type { Reply } from '../../src/rendering/reply.js';
import { StoreError } from '../../src/stores/errors.js';
import { createMemoryStore } from '../../src/stores/memory.js';

/** A bot that understands nothing: what it says depends on a word of the message. For tests of channels. */
export function createFakeBot(clock: Clock, store: Store = createMemoryStore()): Bot {
  const queues = new Map<string, Promise<unknown>>();
  const inOrder = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const next = (queues.get(id) ?? Promise.resolve()).then(work, work);
    queues.set(
      id,
      next.catch(() => {}),
    );
    return next;
  };

  return {
    start: (id) => store.create(id, clock.now().toISOString()),
    has: async (id) => (await store.load(id)) !== undefined,
    history: (id, after, limit) => store.history(id, after, limit),
    ...(store.sequences && { sequences: store.sequences }),
    erase: (id, ifBefore) => inOrder(id, () => store.erase(id, ifBefore)),
    export: (id) => keptOf(store, id),
    turn: ({ conversation, key, content, outgoing, ...incoming }) =>
      inOrder(conversation, async () => {
        const { text, unread } = incoming;
        if (text.trim() === '' && !unread) return err({ kind: 'empty' } as const);
        if (text.length > 2000) return err({ kind: 'too-long', limit: 2000 } as const);
        if (text === 'crash') throw new Error('the fake bot crashed');
        if (text === 'full') throw new StoreError('store-full', 'full');
        if (text === 'busy') return err({ kind: 'busy' } as const);
        if (text.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 500));
        const loaded = await store.load(conversation);
        if (!loaded) return err({ kind: 'unknown-conversation' } as const);
        const bodyHash = hashOfMessage({ ...incoming, content });
        const sequence = loaded.version + 1;
        const at = clock.now().toISOString();
        const reply = replyTo(conversation, unread ? `${text} (and what is not read)`.trim() : text);
        const turn: TurnRecord = { conversation, sequence, key, bodyHash, at, incoming, reply };
        const outcome = await store.append(turn, '{}', loaded.version, outgoing?.(reply, { sequence }));
        if (outcome.kind === 'stored') return ok(turn);
        if (outcome.kind === 'conflict') return err({ kind: 'busy' } as const);
        return outcome.turn.bodyHash === bodyHash ? ok(outcome.turn) : err({ kind: 'key-reused' } as const);
      }),
  };
}

function replyTo(conversation: string, text: string): Reply {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const plain: Reply = {
    conversation,
    kind: 'answer',
    language,
    intents: [{ id: 'echo', confidence: 0.9 }],
    slots: {},
    text: `echo: ${text}`,
    blocks: [{ kind: 'paragraph', text: `echo: ${text}` }],
    figures: [],
    sources: [],
    conflicts: [],
    suggestions: [],
  };
  if (text.includes('手续费') || text.includes('fee')) return language === 'zh' ? quoteZh(plain) : quoteEn(plain);
  if (text.includes('which') || text.includes('哪种')) return clarify(plain);
  return plain;
}

const quoteEn = (plain: Reply): Reply => ({
  ...plain,
  slots: { amount: '5000.00', currency: 'CNY', method: 'wechat-balance' },
  text: 'Withdrawing 5,000 yuan costs 4 yuan; 4,996 yuan arrive.\nFee: 4.00 CNY\n(5000 - 1000) * 0.1% = 4.00\nNote: sources disagree on the free allowance.\nSource: WeChat balance (as of 2026-01-05)',
  blocks: [
    { kind: 'paragraph', text: 'Withdrawing 5,000 yuan from the WeChat balance costs 4 yuan, if the free allowance is still whole.' },
    {
      kind: 'quote',
      title: 'WeChat balance to a bank card',
      rows: [
        { label: 'You withdraw', value: '5,000.00 CNY' },
        { label: 'Free allowance', value: '1,000.00 CNY' },
        { label: 'Fee', value: '4.00 CNY' },
        { label: 'You receive', value: '4,996.00 CNY' },
      ],
      formula: '(5,000.00 − 1,000.00) × 0.1% = 4.00',
    },
    {
      kind: 'table',
      title: 'Other ways',
      header: ['Method', 'Fee', 'Arrives within', 'Lower limit'],
      rows: [
        ['WeChat balance', '4.00 CNY', '2 hours', '0.10 CNY'],
        ['MYbank', '0.00 CNY', '1 day', '1.00 CNY'],
      ],
    },
    { kind: 'list', ordered: false, items: ['The fee is taken from the balance.', 'Below the lower limit the limit is charged.'] },
    { kind: 'note', tone: 'conflict', text: 'One article says the allowance is per person, another says per account.' },
    { kind: 'note', tone: 'estimate', text: 'The arrival time depends on the bank.' },
  ],
  sources: [
    { article: 'huabei-wechat', section: 'fees', title: 'WeChat balance', asOf: '2026-01-05' },
    { article: 'huabei-wechat', section: 'limits', title: 'Limits', asOf: '2026-01-05' },
  ],
  suggestions: [
    { label: 'How long does it take?', send: 'How long does it take?' },
    { label: 'Compare all methods', send: 'which methods are there' },
  ],
});

const quoteZh = (plain: Reply): Reply => ({
  ...plain,
  text: '提现 5,000 元，手续费 4.00 元，到账 4,996.00 元。',
  blocks: [
    { kind: 'paragraph', text: '从微信零钱提现 5,000 元，手续费是 4.00 元，实际到账 4,996.00 元。' },
    {
      kind: 'quote',
      title: '微信零钱提现到银行卡',
      rows: [
        { label: '提现金额', value: '5,000.00 元' },
        { label: '免费额度', value: '1,000.00 元' },
        { label: '手续费', value: '4.00 元' },
        { label: '到账金额', value: '4,996.00 元' },
      ],
      formula: '(5,000.00 − 1,000.00) × 0.1% = 4.00',
    },
    {
      kind: 'plot',
      title: '费用与到账时间',
      costUnit: 'percent',
      points: [
        { label: '微信零钱', cost: { min: '0.1', max: '0.1' }, minutes: { min: '5', max: '120' } },
        { label: '第三方', cost: { min: '1', max: '3' }, minutes: { min: '30', max: '1440' } },
      ],
    },
    { kind: 'note', tone: 'warning', text: '请勿把验证码告诉他人。' },
  ],
  sources: [{ article: 'huabei-wechat', section: 'fees', title: '微信零钱提现规则', asOf: '2026-01-05' }],
  suggestions: [
    { label: '多久到账？', send: '多久到账？' },
    { label: '比较各种方式', send: '哪种方式最划算' },
  ],
});

const clarify = (plain: Reply): Reply => ({
  ...plain,
  kind: 'clarify',
  text: plain.language === 'zh' ? '您想用哪种方式提现？' : 'Which method do you mean?',
  blocks: [
    { kind: 'paragraph', text: plain.language === 'zh' ? '您想用哪种方式提现？' : 'Which method do you mean?' },
    {
      kind: 'options',
      choices: [
        {
          label: plain.language === 'zh' ? '微信零钱' : 'WeChat balance',
          send: plain.language === 'zh' ? '微信零钱手续费' : 'WeChat balance fee',
        },
        { label: plain.language === 'zh' ? '网商银行' : 'MYbank', send: plain.language === 'zh' ? '网商银行手续费' : 'MYbank fee' },
      ],
    },
  ],
});
