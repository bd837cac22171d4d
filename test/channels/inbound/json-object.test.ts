import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonObject } from '../../../src/channels/inbound/json-object.js';

describe('a body that is read as JSON', () => {
  test.each([
    ['{}', {}],
    [' {"a": [1, {"a": "b"}, "a"], "b": {"a": null}} ', { a: [1, { a: 'b' }, 'a'], b: { a: null } }],
    ['{"a": "\\"a\\": {,", "b": "a"}', { a: '"a": {,', b: 'a' }],
    ['{"a": ["a", "a"], "b": "\\\\"}', { a: ['a', 'a'], b: '\\' }],
    ['{"文": "字"}', { 文: '字' }],
  ])('%s', (text, value) => {
    expect(readJsonObject(Buffer.from(text))).toEqual(value);
    expect(readJsonObject(text)).toEqual(value);
  });

  test.each([
    ['a list', '[]'],
    ['a list of objects', '[{"a":1}]'],
    ['a word', '"a"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once written otherwise', '{"a":1,"\\u0061":2}'],
    ['a key twice further down', '{"b":[{"a":1,"c":[],"a":2}]}'],
    ['a prototype', '{"__proto__":{"a":1}}'],
    ['a hidden prototype', '{"a":{"\\u005f_proto__":1}}'],
    ['a byte order mark', '\ufeff{}'],
    ['two objects', '{}{}'],
    ['half an object', '{"a":'],
    ['too deep an object', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`],
    ['too deep a list', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s is refused', (_, text) => {
    expect(readJsonObject(Buffer.from(text))).toBeUndefined();
  });

  test('bytes that are no UTF-8 are refused', () => {
    expect(readJsonObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeUndefined();
    expect(readJsonObject(Buffer.from('{"a":"é"}', 'latin1'))).toBeUndefined();
  });

  test('every object without a prototype comes back as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        fc.pre(!text.includes('__proto__'));
        expect(readJsonObject(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('whatever is written is refused exactly when a key stands twice', () => {
    /** As it is written, and whether no object in it has one key twice. */
    type Written = { readonly text: string; readonly isClear: boolean };
    const list = (items: readonly Written[]): Written => ({
      text: `[${items.map(({ text }) => text).join(',')}]`,
      isClear: items.every(({ isClear }) => isClear),
    });
    const word = fc.constantFrom('a', 'b', '{', '"', '\\', ':', '文', '');
    const leaf = word.map((text): Written => ({ text: JSON.stringify(text), isClear: true }));
    const { object } = fc.letrec<{ any: Written; object: Written }>((tie) => ({
      any: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), fc.array(tie('any'), { maxLength: 3 }).map(list)),
      object: fc.array(fc.tuple(word, tie('any')), { maxLength: 4 }).map(
        (fields): Written => ({
          text: `{${fields.map(([key, { text }]) => `${JSON.stringify(key)}:${text}`).join(',')}}`,
          isClear: new Set(fields.map(([key]) => key)).size === fields.length && fields.every(([, { isClear }]) => isClear),
        }),
      ),
    }));
    fc.assert(
      fc.property(object, ({ text, isClear }) => {
        expect(readJsonObject(text)).toEqual(isClear ? JSON.parse(text) : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readJsonObject(Buffer.from(bytes))));
  });
});
