import { detect, fitDetector } from './detector.js';
import type { Script, Thresholds } from './model.js';

/** What the detectors say of a held-out text, and what holds of it. */
export interface Judged {
  readonly script: Script;
  readonly isInScope: boolean;
  readonly isRight: boolean;
  /** How many texts it stands for. */
  readonly weight: number;
  readonly right: number;
  readonly inScope: number;
  readonly doubt: number;
}

// Fewer texts of a script than this say too little to find a level of their own.
const FEWEST_OF_SCRIPT = 200;

/** The level of the prediction set for each script, under which `wrong` of the answers are. */
export function levelsOf(judged: readonly Judged[], wrong: number): Thresholds['level'] {
  const of = (script: Script): number => {
    const own = judged.filter((each) => each.script === script);
    return levelOf(own.length < FEWEST_OF_SCRIPT ? judged : own, wrong);
  };
  return { latin: of('latin'), other: of('other') };
}

/**
 * The highest level of the prediction set at which the sets of one intent are wrong as rarely as is accepted, and hold as few of what is out of
 * scope as answers may be wrong. Errors are not counted but estimated, by chances that are fitted to all of the script: the few errors
 * just below a level would move it with every example that is added.
 */
function levelOf(judged: readonly Judged[], wrong: number): number {
  const order = [...judged].sort((a, b) => a.doubt - b.doubt);
  const errors = estimate(
    order,
    ({ right }) => right,
    ({ isRight }) => !isRight,
  );
  const outsiders = estimate(
    order,
    ({ inScope }) => inScope,
    ({ isInScope }) => !isInScope,
  );
  const outside = order.reduce((sum, { isInScope, weight }) => sum + (isInScope ? 0 : weight), 0);
  let answered = 0;
  let wrongly = 0;
  let outsideAnswered = 0;
  let level = 0;
  order.forEach(({ weight, doubt }, i) => {
    answered += weight;
    wrongly += weight * (errors[i] ?? 1);
    outsideAnswered += weight * (outsiders[i] ?? 1);
    if (wrongly <= wrong * answered && outsideAnswered <= Math.max(wrong * outside, 1)) level = doubt;
  });
  return level;
}

/** For each text the chance that it is what it should not be, as much too high as a count of so few may be too low. */
function estimate(judged: readonly Judged[], chanceOf: (each: Judged) => number, isAmiss: (each: Judged) => boolean): readonly number[] {
  const figures = judged.map((each) => [logit(1 - chanceOf(each))]);
  const amiss = judged.map(isAmiss);
  const fitted = fitDetector(
    figures,
    amiss,
    [1],
    judged.map(({ weight }) => weight),
  );
  const room = 1 + 1 / Math.sqrt(Math.max(1, amiss.filter(Boolean).length));
  return figures.map((figure) => room * detect(fitted, figure));
}

const logit = (p: number): number => Math.log((p + 1e-6) / (1 - p + 1e-6));
