import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const LARGEST = 14 * 1024;

test('the widget, with its style sheet and both languages, stays small', () => {
  const script = readFileSync(new URL('../../dist/widget.js', import.meta.url));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LARGEST);
});

test('nothing in it reads markup, makes code or reaches for another site', () => {
  const script = readFileSync(new URL('../../dist/widget.js', import.meta.url), 'utf8');
  expect(script).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|new Function|\beval\(|cssText|setAttribute\("style/,
  );
  expect(script.match(/https?:\/\/[\w.]+/g)).toEqual(['http://www.w3.org']);
});
