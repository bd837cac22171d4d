import type { ConversationId, OutboxEntry, Outgoing, TurnRecord, Undelivered } from '../bot/ports.js';
import { fromColumn, toColumn } from './text-column.js';

/** A turn as it lies in its row; `body` is JSON of the rest of the record. */
export interface TurnRow {
  readonly sequence: number;
  readonly key: string;
  readonly body: string;
}

/** What waits to be sent as it lies in its row; `body` is JSON of channel, target and part. */
export interface OutgoingRow {
  readonly conversation: string;
  readonly sequence: number;
  readonly delivery: string;
  readonly body: string;
  readonly attempts: number;
}

export interface UndeliveredRow extends OutgoingRow {
  readonly dead: boolean | number;
  readonly error: string | null;
}

export function bodyOfTurn({ conversation: _, sequence: _sequence, key: _key, ...rest }: TurnRecord): string {
  return JSON.stringify(rest);
}

export const turnOf = (conversation: ConversationId, { sequence, key, body }: TurnRow): TurnRecord => ({
  conversation,
  sequence,
  key: fromColumn(key),
  ...(JSON.parse(body) as Omit<TurnRecord, 'conversation' | 'sequence' | 'key'>),
});

export const rowOfOutgoing = ({ delivery, channel, target, part }: Outgoing): { readonly delivery: string; readonly body: string } => ({
  delivery: toColumn(delivery),
  body: JSON.stringify({ channel, target, part }),
});

export const entryOf = ({ conversation, sequence, delivery, body, attempts }: OutgoingRow): OutboxEntry => ({
  conversation: fromColumn(conversation) as ConversationId,
  sequence,
  delivery: fromColumn(delivery),
  ...(JSON.parse(body) as Pick<Outgoing, 'channel' | 'target' | 'part'>),
  attempts,
});

export const undeliveredOf = (row: UndeliveredRow): Undelivered => ({
  ...entryOf(row),
  state: row.dead ? 'dead' : 'waiting',
  ...(row.error !== null && { error: fromColumn(row.error) }),
});
