import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { welcomeOf } from '../../src/bot/welcome.js';
import { withGreetings } from '../../src/server/widget.js';
import { realBrain } from '../brain.js';

const LARGEST = 14 * 1024;

/** As the server sends it. */
const script = withGreetings(readFileSync(new URL('../../dist/widget.js', import.meta.url), 'utf8'), (language) => {
  const { text, suggestions } = welcomeOf(realBrain(), language);
  return { text, prompts: suggestions.map(({ send }) => send) };
});

test("the widget, with its style sheet, both languages and the pack's greetings, stays small", () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LARGEST);
});

test('nothing in it reads markup, makes code or reaches for another site', () => {
  expect(script).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|new Function|\beval\(|cssText|setAttribute\("style/,
  );
  expect(script.match(/https?:\/\/[\w.]+/g)).toEqual(['http://www.w3.org']);
});
