import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyPack, type PackFolder } from '../workspace/pack-folder.js';
import { builtProgram, type Run, zhida } from './program.js';

const INTENT = `id: weekend
title: { zh: 周末开门, en: Weekends }
ask: { zh: 周末开门吗, en: Are you open at weekends? }
answer:
  kind: text
  cites: [cards#costs]
  text: { zh: 周末照常。, en: As on other days. }
examples:
  zh: [周末开门吗, 星期天能去吗, 周六营业吗, 礼拜天开不开, 节假日上班吗, 周末可以办吗]
  en: [are you open at weekends, open on sunday, can i come on saturday, do you work on holidays, weekend opening, sunday hours]
`;

let old: PackFolder;
let now: PackFolder;

beforeAll(() => {
  builtProgram();
  old = copyPack();
  now = copyPack();
  now.write('intents/weekend.yaml', INTENT);
  now.replace('intents/desk-fee.yaml', 'zh: 柜台收 {desk.rate}', 'zh: 在柜台收 {desk.rate}');
}, 120_000);
afterAll(() => {
  old.delete();
  now.delete();
});

const diff = (...args: readonly string[]): Promise<Run> => zhida(['diff', ...args]);

describe('zhida diff', () => {
  test('0 where nothing changes', async () => {
    expect(await diff(old.root, old.root)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^0 of \d+ questions are answered differently\n {2}0 of \d+ examples of both packs\n$/),
      stderr: '',
    });
  });

  test('1 where something does: counts, a table, and a reason a question', async () => {
    const { code, stdout, stderr } = await diff(old.root, now.root);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^\d+ of \d+ questions are answered differently\n[\s\S]*\n {2}\d+ of 12 examples of the new pack alone\n/);
    expect(stdout).toMatch(/\nold → new +questions +of these learnt by neither\n/);
    expect(stdout).toMatch(/\n {4}(?:new: weekend won over|the (?:chance|threshold) moved|the options|decided by|the pack says)/);
  });

  test('as JSON, whose counts agree with its groups', async () => {
    const { code, stdout } = await diff(old.root, now.root, '--json');
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      old: expect.stringMatching(/^[0-9a-f]{16}$/),
      new: expect.stringMatching(/^[0-9a-f]{16}$/),
      counts: { both: {}, old: { questions: 0, changed: 0 }, new: { questions: 12 }, neither: { questions: 0, changed: 0 } },
    });
    const sizes: readonly number[] = report.groups.map(({ count, changes }: { count: number; changes: unknown[] }) => {
      expect(changes).toHaveLength(count);
      return count;
    });
    expect(sizes.reduce((sum, count) => sum + count, 0)).toBe(report.changed);
    for (const { changes } of report.groups)
      for (const change of changes)
        expect(change).toMatchObject({
          text: expect.any(String),
          before: { kind: expect.any(String), intents: expect.any(Array) },
          after: { kind: expect.any(String), intents: expect.any(Array) },
          cause: { kind: expect.any(String) },
        });
  });

  test('the questions of a file, what follows a tab left out', async () => {
    old.write('questions.tsv', '\uFEFF柜台换卡收多少手续费\tdesk-fee\r\n\r\nhow long does the desk take\n');
    const { code, stdout } = await diff(old.root, now.root, '--questions', join(old.root, 'questions.tsv'), '--json');
    const { questions, groups, counts } = JSON.parse(stdout);
    expect([code === 1, questions]).toEqual([groups.length > 0, 2]);
    // Without its tab the first is an example.
    expect([counts.both.questions, counts.neither.questions]).toEqual([1, 1]);
  });

  test('the blind set below the new pack is asked too, and was learnt by neither', async () => {
    const held = copyPack();
    mkdirSync(join(held.root, 'test/blind'), { recursive: true });
    held.write('test/blind/en.tsv', 'text\tintent\nwhat must i pay the desk\tdesk-fee\nis it quick\tdesk-time\n');
    const { code, stdout } = await diff(old.root, held.root, '--json');
    expect([code, JSON.parse(stdout).counts.neither]).toEqual([0, { questions: 2, changed: 0 }]);
    held.delete();
  });

  const WRONG: readonly (readonly [args: () => readonly string[], says: RegExp])[] = [
    [() => [], /give two packs/],
    [() => [old.root], /give two packs/],
    [() => [old.root, now.root, now.root], /give two packs/],
    [() => [old.root, now.root, '--questions', '/nowhere'], /cannot read \/nowhere/],
    [() => [old.root, now.root, '--questions', emptyFile()], /holds no question/],
    [() => [old.root, now.root, '--questions', longFile()], /:2: longer than 2000/],
    [() => [old.root, now.root, '--nothing'], /--nothing/],
    [() => [old.root, '/nowhere'], /there is no folder intents\/ in \/nowhere/],
  ];
  test.each(WRONG)('2 for a wrong call, %#', async (args, says) => {
    const { code, stdout, stderr } = await diff(...args());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  function emptyFile(): string {
    old.write('empty.txt', '\n \n');
    return join(old.root, 'empty.txt');
  }

  function longFile(): string {
    old.write('long.txt', `short\n${'长'.repeat(2_001)}\n`);
    return join(old.root, 'long.txt');
  }
});
