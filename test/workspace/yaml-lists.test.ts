import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readYaml } from '../../src/workspace/yaml.js';
import { shortenLists } from '../../src/workspace/yaml-lists.js';

/** What the shortened source gives; `undefined` where the whole must be read. */
function shortly(source: string): unknown {
  const shortened = shortenLists(source);
  if (!shortened) return undefined;
  const document = parseDocument(shortened.source);
  return document.errors.length + document.warnings.length > 0 ? undefined : shortened.restore(document.toJS())?.value;
}

const list = (items: readonly string[], indent = '  '): string => items.map((item) => `${indent}- ${item}\n`).join('');
const FOUR = ['花呗怎么转', 'how much is it', '多少钱？', "what's the fee"];

describe('lists of plain texts', () => {
  test.each([
    ['a list under a key', `zh:\n${list(FOUR)}en:\n${list(FOUR, '')}`],
    ['texts with colons, signs and quotes inside', `zh:\n${list([...FOUR, 'a:b', 'C# 好', '问：“这” [x], {y} & *z', '是 - 的'])}`],
    ['texts that are read as something else', `zh:\n${list([...FOUR, 'true', 'null', 'yes', '12', '~', ...FOUR])}`],
    ['texts in quotes', `zh:\n${list(['"a: b"', "'it''s'", '"true"', "''", ...FOUR])}`],
    ['texts that begin with a digit', `zh:\n${list(['5000怎么转', '12 months', '3k花呗', '1/2 of it'])}`],
    ['numbers', `zh:\n${list([...FOUR, '12', '1e5', '0x1f', '1.5', ...FOUR])}`],
    ['a list in a list', `zh:\n  -\n${list(FOUR, '    ')}  - x\n`],
    ['comments and empty lines between', `zh:\n${list(FOUR)}\n  # more\n${list(FOUR)}`],
  ])('%s: shortened, parsed and put back', (_, source) => {
    expect(shortenLists(source)?.source.length).toBeLessThan(source.length);
    expect(shortly(source)).toEqual(parseDocument(source).toJS());
  });

  test.each([
    ['a block of text', `zh: |\n${list(FOUR)}`],
    ['a quoted text over lines', `zh: "\n${list(FOUR)}"\n`],
    ['the end of an item that goes on in the next line', `zh:\n${list(FOUR)}     and on\n`],
    ['lines that go on a text', `zh:\n  - one\n${list(FOUR, '      ')}`],
    ['the names of runs', `zh:\n${list([...FOUR, 'shortened list 0'])}`],
    ['a directive', `%YAML 1.1\n---\nzh:\n${list(FOUR)}`],
  ])('%s is left to the whole parse', (_, source) => {
    expect(shortly(source)).toBeUndefined();
  });

  const line = fc
    .tuple(
      fc.constantFrom('', ' ', '  ', '    '),
      fc.constantFrom('- ', '- ', '- ', '- ', '-', '', '? '),
      fc.constantFrom(
        'a',
        '好',
        'b c',
        'a: b',
        'a:',
        'a #c',
        'true',
        '"',
        "'",
        '|',
        '>',
        '[a',
        ']',
        '!t x',
        '',
        '- d',
        '\tx',
        'x ',
        '---',
        '"a"',
        "'a''b'",
        '"a\\n"',
        '"a" b',
        '5',
        '5 a',
        '5e1',
      ),
    )
    .map((parts) => parts.join(''));

  test('read with them, a file is refused or has the value that the whole parse gives', () => {
    let shortened = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.constantFrom('  - a\n  - b\n  - c\n  - d', '- a\n- b\n- c\n- d', 'k:')), { maxLength: 12 }),
        (lines) => {
          const source = lines.join('\n');
          const whole = parseDocument(source);
          const isSound = whole.errors.length + whole.warnings.length === 0;
          const read = readYaml('x.yaml', source, z.unknown(), []);
          expect(read && { value: read.value }).toEqual(isSound ? { value: whole.toJS() } : undefined);
          if (shortly(source) !== undefined && shortenLists(source)?.source !== source) shortened++;
        },
      ),
      { numRuns: 2000 },
    );
    expect(shortened).toBeGreaterThan(0);
  });
});
