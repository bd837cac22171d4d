import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/server/log.js';

function logging() {
  const lines: string[] = [];
  return { log: createLog('info', { write: (line) => lines.push(line) }), lines };
}
const TURN = { conversation: 'c1', sequence: 3, kind: 'answer', intents: ['fee-quote'], language: 'zh', milliseconds: 2, pack: 'abc' };

describe('the log', () => {
  test('has one line a turn', () => {
    const { log, lines } = logging();
    log.turn(TURN);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { ...TURN, level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), msg: 'turn' },
    ]);
  });

  test.each([
    ['a telephone number as a platform’s id', { conversation: 'whatsapp:8613812345678' }, /13812345678/, /"whatsapp:<phone>"/],
    ['one in full width', { text: '１３８１２３４５６７８' }, /１３８/, /<phone>/],
    ['an address in a list', { problems: ['ok', 'mail zhang.san@example.org'] }, /example\.org/, /<email>/],
    ['a name below', { of: { the: 'message 我叫张三丰' } }, /张三丰/, /<name>/],
    ['an English name', { text: 'My name is Alice Carter' }, /Alice/, /<name>/],
    ['a bank card with spaces', { text: 'card 4111 1111 1111 1111' }, /1111 1111/, /<card>/],
    ['an error', { err: new Error('bad text "call 13812345678"', { cause: new Error('13912345678') }) }, /13[89]12345678/, /<phone>/],
  ])('masks %s', (_, details, hidden, shown) => {
    const { log, lines } = logging();
    log.error(details, 'failed');
    expect(lines.join()).not.toMatch(hidden);
    expect(lines.join()).toMatch(shown);
  });

  test('keeps where an error was thrown', () => {
    const { log, lines } = logging();
    log.error({ err: new TypeError('no') }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { type: 'TypeError', message: 'no', stack: expect.stringContaining('log.test') },
    });
  });
});
