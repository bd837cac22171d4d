/** What happens in a conversation, step by step: a question about a fee, a quick reply, a comparison, a person of the team. */
export type Step =
  | { readonly kind: 'say'; readonly text: string }
  /** The second choice of the last answer: by its number where it has one, else by a tap, which sends this. */
  | { readonly kind: 'pick'; readonly number: string; readonly sends: string }
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'hand-back' };

export const CONVERSATION: readonly Step[] = [
  { kind: 'say', text: '微信提现5000手续费多少' },
  { kind: 'pick', number: '2', sends: '提现限额是多少' },
  { kind: 'say', text: '哪种方式最划算' },
  { kind: 'say', text: '转人工' },
  { kind: 'person', text: '您好，我是客服小王。' },
  { kind: 'hand-back' },
  { kind: 'say', text: '谢谢' },
];

/** What the user sends for a step, after what he has seen last. */
export const wordsFor = (step: Extract<Step, { readonly kind: 'say' | 'pick' }>, seen: string): string =>
  step.kind === 'say' ? step.text : seen.includes(`\n${step.number}. `) ? step.number : step.sends;
