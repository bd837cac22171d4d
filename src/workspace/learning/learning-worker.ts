import { parentPort } from 'node:worker_threads';
import { assertNever } from '../../base/assert-never.js';
import { type Folded, fold } from '../../text/fold.js';
import { trainClasses } from '../../understanding/intents/svm.js';
import { buildLexicon, countWords, type Lexicon, NO_LEXICON, withWords } from '../../understanding/lexicon.js';
import { readToLearn } from '../../understanding/read.js';
import { unflatten } from './flat-set.js';
import type { Answers, Request } from './protocol.js';

let lexicon: Lexicon = NO_LEXICON;
let folded: readonly Folded[] = [];

function answer(request: Request): Answers[Request['kind']] {
  switch (request.kind) {
    case 'count':
      lexicon = buildLexicon(request.source);
      folded = request.texts.map(fold);
      return countWords(folded);
    case 'read':
      return readToLearn(folded, withWords(lexicon, request.words));
    case 'train':
      return trainClasses(unflatten(request.set), request.splits, request.range, request.options);
    default:
      return assertNever(request);
  }
}

parentPort?.on('message', (request: Request) => parentPort?.postMessage(answer(request)));
