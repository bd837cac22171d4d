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

  test('keeps the names of conversations, but for those that are somebody’s number', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) }, (conversation) => conversation.startsWith('whatsapp:'));
    const names = ['telegram:13812345678', 'dingtalk:cid4111111111111111', 'whatsapp:8613812345678', 'whatsapp:8613912345678'];
    for (const conversation of names) log.turn({ ...TURN, conversation });
    log.error({ conversation: 'whatsapp:8613812345678', reason: 'no user 8613812345678' }, 'failed');
    const shown = lines.map((line): unknown => JSON.parse(line).conversation);
    expect(shown.slice(0, 2)).toEqual(names.slice(0, 2));
    expect(shown[2]).toMatch(/^whatsapp:#[\w-]{16}$/);
    expect(shown[3]).not.toBe(shown[2]);
    expect(shown[4]).toBe(shown[2]);
    expect(lines.join()).not.toMatch(/8613[89]12345678/);
  });

  test('keeps where an error was thrown', () => {
    const { log, lines } = logging();
    log.error({ err: new TypeError('no') }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { type: 'TypeError', message: 'no', stack: expect.stringContaining('log.test') },
    });
  });
});
