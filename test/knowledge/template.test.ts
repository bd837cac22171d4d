import { expect, test } from 'vitest';
import { parseTemplate } from '../../src/knowledge/template.js';

test.each([
  ['', []],
  ['words', ['words']],
  ['{a.b}', ['<a.b>']],
  ['at {a.b}, then {c.d~e-f}.', ['at ', '<a.b>', ', then ', '<c.d~e-f>', '.']],
  ['{a.b}{c.d}', ['<a.b>', '<c.d>']],
  ['{a}', ['!a']],
  ['{A.b}', ['!A.b']],
  ['{ a.b }', ['! a.b ']],
  ['{}', ['!']],
  ['{a.b', ['{a.b']],
  ['{{a.b}}', ['{', '<a.b>', '}']],
])('%j', (template, parts) => {
  expect(
    parseTemplate(template).map((part) => (part.kind === 'words' ? part.text : part.kind === 'fact' ? `<${part.id}>` : `!${part.text}`)),
  ).toEqual(parts);
});
