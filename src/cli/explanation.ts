import { formatDecimal } from '../base/rational.js';
import { candidatesOf, contestOf, influencesOf } from '../understanding/influence.js';
import { scriptOf } from '../understanding/intents/calibrate.js';
import { type Contribution, leadOf, noveltyOf } from '../understanding/intents/contributions.js';
import { FIGURES } from '../understanding/intents/evidence.js';
import { doubtsOf } from '../understanding/intents/prediction-set.js';
import { featureInputOf, textFiguresOf } from '../understanding/read.js';
import type { Reading, Understander } from '../understanding/understand.js';

const MOST_RANKED = 5;
const MOST_INFLUENCES = 8;

export type Explanation = ReturnType<typeof explainReading>;

/** One question's way from text to verdict, as plain data. */
export function explainReading(reading: Reading, understander: Understander) {
  const { model } = understander;
  const { entities, read, ranking, nearMiss, evidence, confidence, inScope, verdict, set, rule } = reading;
  const { anotherIntent, noIntent } = doubtsOf({ right: confidence, inScope });
  const novelty = noveltyOf(model, featureInputOf(read));
  return {
    text: reading.text,
    folded: read.folded.text,
    language: read.language,
    concepts: entities.concepts.map(({ concept, start, end, by }) => ({ id: concept.id, text: read.folded.text.slice(start, end), by })),
    amounts: entities.amounts.map(({ range, rule: name, implied, approximate }) => ({
      min: range.min && formatDecimal(range.min),
      max: range.max && formatDecimal(range.max),
      rule: name,
      implied,
      approximate,
    })),
    methods: entities.methods.map(({ method }) => method),
    direction: entities.direction,
    factMentions: entities.factMentions.flatMap(({ facts }) => facts.map(({ id }) => id)),
    ranking: ranking.slice(0, MOST_RANKED).map(({ id, probability }) => ({ id, probability: round(probability) })),
    ...(nearMiss && { nearMiss: { id: nearMiss.id, probability: round(nearMiss.probability) } }),
    set,
    ...explainContest(reading, understander),
    novelty: { share: round(novelty.share), of: novelty.of, unseen: novelty.unseen },
    figures: Object.fromEntries(FIGURES.map((name, index) => [name, round(evidence.figures[index] ?? 0)])),
    confidence: round(confidence),
    inScope: round(inScope),
    doubts: { anotherIntent: round(anotherIntent), noIntent: round(noIntent) },
    thresholds: {
      level: round(model.thresholds.level[scriptOf(textFiguresOf(read))]),
      scope: round(model.thresholds.scope),
    },
    ...(rule !== undefined && { rule }),
    verdict,
  };
}

/**
 * The first intent against the runner-up, the likeliest other class, be it a near miss. `influences` are of whole words on all models
 * together; `features` of the SVM alone, as networks weigh no feature by itself.
 */
function explainContest(reading: Reading, understander: Understander) {
  const [first] = reading.ranking;
  const winner = first && ({ id: first.id, scope: 'in' } as const);
  const runnerUp = candidatesOf(reading).find(({ label }) => label.scope === 'near' || label.id !== winner?.id);
  const contest = winner && runnerUp && contestOf(understander, winner, runnerUp.label);
  if (!runnerUp || !contest) return { influences: [] };
  const { bias, contributions } = leadOf(understander.model, featureInputOf(reading.read), contest.winner, contest.rival);
  const rounded = contributions.map((each) => ({ ...each, weight: round(each.weight) }));
  return {
    runnerUp: { ...runnerUp.label, probability: round(runnerUp.probability) },
    influences: influencesOf(understander, reading, contest)
      .slice(0, MOST_INFLUENCES)
      .map(({ words, weight }) => ({ words, weight: round(weight) })),
    features: {
      lead: round(sum(contributions) + bias),
      bias: round(bias),
      for: rounded.filter(({ weight }) => weight > 0),
      against: rounded.filter(({ weight }) => weight < 0),
    },
  };
}

const sum = (contributions: readonly Contribution[]): number => contributions.reduce((total, { weight }) => total + weight, 0);

const round = (value: number): number => Math.round(value * 1000) / 1000;
