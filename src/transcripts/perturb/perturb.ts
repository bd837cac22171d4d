import { type Brain, respond } from '../../bot/respond.js';
import type { Reply } from '../../rendering/reply.js';
import type { Step } from '../walk.js';
import { CHANGE_RULES } from './changes.js';
import { diceFor } from './dice.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { subjectOf } from './subject.js';
import { VARIANT_RULES } from './variants.js';

/** One changed message and what came of it. */
export interface Trial {
  readonly step: Step;
  /** `keep`: the answer had to stay; `change`: it had to go. */
  readonly list: 'keep' | 'change';
  readonly rule: string;
  readonly text: string;
  readonly reply: Reply;
  /** For `change`: `changed` where the old answer was still given, `same` where it was not. */
  readonly outcome: Outcome;
}

export interface PerturbOptions {
  /** How many changed forms of each turn are tried; fewer where it offers fewer. */
  readonly perTurn: number;
  readonly seed: number;
}

/** Says each turn in other words, each time after the turns that went before it as they are written. The same seed tries the same. */
export const perturb = (brain: Brain, steps: readonly Step[], options: PerturbOptions): readonly Trial[] =>
  steps.flatMap((step) => [...kept(brain, step, options), ...changed(brain, step, options)]);

const say = (brain: Brain, { before, conversation }: Step, text: string): Reply => respond(brain, before, text, conversation.id).reply;

function kept(brain: Brain, step: Step, { perTurn, seed }: PerturbOptions): readonly Trial[] {
  const dice = diceFor(seed, `${step.conversation.id}:${step.index}`);
  const subject = subjectOf(brain, step);
  const trials: Trial[] = [];
  for (const { name, apply } of dice.shuffle(VARIANT_RULES)) {
    if (trials.length === perTurn) break;
    const text = apply(subject, dice);
    if (text === undefined || text === step.text) continue;
    const reply = say(brain, step, text);
    trials.push({ step, list: 'keep', rule: name, text, reply, outcome: outcomeOf(step.response.reply, reply) });
  }
  return trials;
}

function changed(brain: Brain, step: Step, { seed }: PerturbOptions): readonly Trial[] {
  const dice = diceFor(seed, `${step.conversation.id}:${step.index}:change`);
  const subject = subjectOf(brain, step);
  return CHANGE_RULES.flatMap(({ name, apply }): readonly Trial[] => {
    const change = apply(subject, step, brain.pack, dice);
    if (!change) return [];
    const reply = say(brain, step, change.text);
    return [{ step, list: 'change', rule: name, text: change.text, reply, outcome: change.isStillOld(reply) ? 'changed' : 'same' }];
  });
}
