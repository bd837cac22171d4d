import { examplesOf, labelled, lexiconSourceOf } from '../../bot/learn.js';
import type { Pack } from '../../knowledge/pack.js';
import { fold } from '../../text/fold.js';
import type { IntentModel } from '../../understanding/intents/model.js';
import { eachReading } from '../../understanding/intents/readings.js';
import { halvesOf, joinClasses, trainClasses } from '../../understanding/intents/svm.js';
import { finish, setTask, type TrainingOptions } from '../../understanding/intents/train.js';
import { buildLexicon, countWords, withWords, wordsSeen } from '../../understanding/lexicon.js';
import { readToLearn } from '../../understanding/read.js';
import { flatten } from './flat-set.js';
import type { LearningThread } from './thread.js';

// The other thread has nothing else to do; this one checks the pack meanwhile.
const SHARE_OF_OTHER = 0.58;

/**
 * What `learn` gives, to the last byte, with half of the work done by another thread: it reads a part of the examples and trains half of
 * the classes. `isSound` looks at the pack while the other thread reads; a pack that is not sound gets no model.
 */
export async function learnTogether(
  pack: Pack,
  options: TrainingOptions,
  thread: LearningThread,
  isSound: () => boolean,
): Promise<IntentModel | undefined> {
  const examples = examplesOf(pack);
  const source = lexiconSourceOf(pack);
  const texts = examples.map(({ text }) => text);
  const own = Math.round(texts.length * (1 - SHARE_OF_OTHER));
  const counted = thread.ask({ kind: 'count', source, texts: texts.slice(own) });
  const folded = texts.slice(0, own).map(fold);
  const lexicon = buildLexicon(source);
  const counts = countWords(folded);
  const words = wordsSeen(lexicon, [counts, await counted]);
  const readByOther = thread.ask({ kind: 'read', words });
  if (!isSound()) return undefined;
  const readings = [readToLearn(folded, withWords(lexicon, words)), await readByOther];
  const { labels, rows } = labelled(examples, readings.flatMap(eachReading));
  const task = setTask(labels, rows, options);
  const { set, splits, descent } = task;
  const ranges = halvesOf(set.classes);
  const [mine, others] = ranges;
  const trained = others && thread.ask({ kind: 'train', set: flatten(set), splits, range: others, options: descent });
  const parts = [...(mine ? [trainClasses(set, splits, mine, descent)] : []), ...(trained ? [await trained] : [])];
  return finish(task, joinClasses(set.classes, ranges, parts), words);
}
