import { fileURLToPath } from 'node:url';
import { describeTranscripts } from '../../src/cli/vitest.js';
import { fakeBot, sampleReplies } from './fake-bot.js';

describeTranscripts(fileURLToPath(new URL('sample', import.meta.url)), fakeBot(sampleReplies));
