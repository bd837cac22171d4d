import { fileURLToPath } from 'node:url';
import { createBot } from '../../src/bot/bot.js';
import { createMemoryStore } from '../../src/stores/memory.js';
import { describeTranscripts } from '../../src/transcripts/vitest.js';
import { realBrain } from '../brain.js';

const folder = (language: string): string => fileURLToPath(new URL(language, import.meta.url));

// A clock that stands still: a replay is the same bytes every time.
const makeBot = () => createBot({ brain: realBrain, store: createMemoryStore(), clock: { now: () => new Date(0) } });

describeTranscripts(folder('zh'), makeBot);
describeTranscripts(folder('en'), makeBot);
