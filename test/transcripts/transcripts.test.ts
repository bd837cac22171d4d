import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../../src/cli/transcript-target.js';
import { describeTranscripts } from '../../src/cli/vitest.js';
import { realBrain } from '../brain.js';

const folder = (language: string): string => fileURLToPath(new URL(language, import.meta.url));

describeTranscripts(folder('zh'), inProcess(realBrain()));
describeTranscripts(folder('en'), inProcess(realBrain()));
describeTranscripts(folder('imported'), inProcess(realBrain()));

describe('the golden conversations', () => {
  const LONG = 3;
  const all = ['zh', 'en'].flatMap((language) =>
    readdirSync(folder(language)).map((name) => {
      const text = readFileSync(join(folder(language), name), 'utf8');
      return { language, turns: text.match(/^user:/gm)?.length ?? 0, tags: /^> tags: (.*)$/m.exec(text)?.[1] ?? '' };
    }),
  );
  const long = all.filter(({ turns }) => turns >= LONG);

  test('are at least sixty of three turns and more, half in each language', () => {
    for (const language of ['zh', 'en']) expect(long.filter((each) => each.language === language).length).toBeGreaterThanOrEqual(30);
  });

  test('are corrections, ellipses and interruptions in at least thirty', () => {
    const led = long.filter(({ tags }) => /correction|ellipsis|interruption/.test(tags));
    expect(led.length).toBeGreaterThanOrEqual(30);
  });
});
