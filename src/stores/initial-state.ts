/** The state of a conversation without a turn: valid JSON that no fold writes. The bot starts afresh at version 0. */
export const INITIAL_STATE = 'null';
