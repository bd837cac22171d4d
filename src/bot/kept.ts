import type { ConversationId, Store, TurnRecord, Undelivered } from './ports.js';

/** All that is kept of one conversation, for the person it belongs to. */
export interface Kept {
  readonly conversation: ConversationId;
  readonly turns: readonly TurnRecord[];
  /** What the dialog remembers between turns, as JSON. */
  readonly state: unknown;
  readonly undelivered: readonly Undelivered[];
  /** What its channel keeps beside: to whom it was handed over, what was sent and heard last. */
  readonly channel?: { readonly [name: string]: unknown };
}

const PAGE = 200;

/** Reads it page by page, until nobody has changed it meanwhile; `undefined` when there is no such conversation, or no more. */
export async function keptOf(store: Store, conversation: ConversationId): Promise<Kept | undefined> {
  for (let before = await store.load(conversation); before; ) {
    const turns: TurnRecord[] = [];
    for (let page = await store.history(conversation, 0, PAGE); page.length > 0; ) {
      turns.push(...page);
      page = page.length < PAGE ? [] : await store.history(conversation, turns.length, PAGE);
    }
    const undelivered = await store.undelivered(conversation);
    const after = await store.load(conversation);
    if (after?.version === before.version && turns.length === before.version)
      return { conversation, turns, state: JSON.parse(after.state), undelivered };
    before = after;
  }
  return undefined;
}
