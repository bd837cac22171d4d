import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../base/language.js';
import type { LabelledText } from '../bot/learn.js';

const NEAR = 'near/';

/** Held-back questions below `root`, `test/blind/<language>.tsv` with text and label; none where the folder is absent. Never trained on. */
export function readBlindSet(root: string): readonly LabelledText[] {
  return LANGUAGES.flatMap((language) => {
    let table: string;
    try {
      table = readFileSync(join(root, 'test', 'blind', `${language}.tsv`), 'utf8');
    } catch {
      return [];
    }
    const [, ...lines] = table.trimEnd().split(/\r?\n/);
    return lines.map((line): LabelledText => {
      const [text = '', label = ''] = line.split('\t');
      return {
        text,
        language,
        label: label.startsWith(NEAR) ? { id: label.slice(NEAR.length), scope: 'near' } : { id: label, scope: 'in' },
      };
    });
  });
}
