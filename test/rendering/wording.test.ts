import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/language.js';
import { WORDINGS } from '../../src/rendering/wording/index.js';

/** Every path of a wording file with what stands there; texts and functions alike. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => shapeOf(each, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => shapeOf(each, path === '' ? name : `${path}.${name}`));
  }
  return [`${path}: ${typeof value}`];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('wording files', () => {
  it.each(LANGUAGES)('%s has the shape of the others', (language) => {
    for (const other of LANGUAGES) expect([...shapeOf(WORDINGS[language])].sort()).toEqual([...shapeOf(WORDINGS[other])].sort());
  });

  it.each(LANGUAGES)('%s has no empty text, and no digit in one', (language) => {
    for (const text of textsOf(WORDINGS[language])) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/\d/);
    }
  });

  it('is not the same twice', () => {
    const { zh, en } = WORDINGS;
    expect(textsOf(en).filter((text) => textsOf(zh).includes(text))).toEqual([]);
  });

  it('counts in English', () => {
    expect(WORDINGS.en.plan.transactions(1)).toBe('1 transaction');
    expect(WORDINGS.en.plan.transactions(2)).toBe('2 transactions');
  });
});
