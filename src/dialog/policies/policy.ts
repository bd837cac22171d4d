import type { Pack } from '../../knowledge/pack.js';
import type { Reading } from '../../understanding/understand.js';
import type { Decision } from '../decision.js';
import type { DialogState } from '../state.js';

/** What a policy sees of a turn. */
export interface Situation {
  readonly state: DialogState;
  readonly reading: Reading;
  readonly pack: Pack;
}

/** Proposes what to do with a question, or leaves it to the next policy. */
export interface Policy {
  readonly name: string;
  readonly propose: (situation: Situation) => Decision | undefined;
}
