import { fileURLToPath } from 'node:url';
import { inProcess } from '../../src/cli/transcript-target.js';
import { describeTranscripts } from '../../src/cli/vitest.js';
import { realBrain } from '../brain.js';

const folder = (language: string): string => fileURLToPath(new URL(language, import.meta.url));

describeTranscripts(folder('zh'), inProcess(realBrain()));
describeTranscripts(folder('en'), inProcess(realBrain()));
describeTranscripts(folder('imported'), inProcess(realBrain()));
