import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { progressOn } from '../../src/cli/progress.js';
import { builtProgram, type Run, zhida } from './program.js';

const PACK = fileURLToPath(new URL('../workspace/pack', import.meta.url));
let folder = '';

beforeAll(async () => {
  builtProgram();
  folder = mkdtempSync(join(tmpdir(), 'cli-transcripts-'));
  cpSync(PACK, join(folder, 'old'), { recursive: true });
  cpSync(PACK, join(folder, 'new'), { recursive: true });
  const intent = join(folder, 'new/intents/desk-time.yaml');
  writeFileSync(intent, readFileSync(intent, 'utf8').replace('en: The desk takes {desk.time}', 'en: At the desk it takes {desk.time}'));
  writeFileSync(join(folder, 'time.chat'), '> id: time\n> tags: smoke\n> locale: en\n\nuser: How long does it take?\n');
  writeFileSync(join(folder, 'hello.chat'), '> id: hello\n> locale: en\n\nuser: How long does it take?\n\nuser: qwerty\n');
  expect(await run('--update', '--pack', 'old')).toMatchObject({ code: 0, stdout: '2 passed, 0 failed, 0 skipped (2 updated)\n' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<Run> => zhida(['test', folder, ...args], { cwd: folder });

describe('exit codes of zhida test', () => {
  test('0 as written, quiet in a pipe', async () => {
    expect(await run('--pack', 'old')).toEqual({ code: 0, stdout: '2 passed, 0 failed, 0 skipped\n', stderr: '' });
  });

  test('1 for a difference, which is shown', async () => {
    const { code, stdout } = await run('--pack', 'new');
    expect(code).toBe(1);
    expect(stdout).toMatch(/- The desk takes[\s\S]*\+ At the desk it takes[\s\S]*0 passed, 2 failed, 0 skipped\n$/);
  });

  const WRONG: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['--shard', '5/4'], /--shard is a part of a whole such as 1\/4, not 5\/4/],
    [['--shard', '0/4'], /--shard/],
    [['--perturb', 'many'], /--perturb is a whole number/],
    [['--seed', '-1'], /seed/],
    [['--allow', '101'], /--allow is a share in percent/],
    [['--target', 'http://127.0.0.1'], /--target is in-process, directline:URL or activity:URL/],
    [['--target', 'directline:nothing'], /--target is/],
    [['--target', 'activity:http://127.0.0.1:9/x', '--coverage'], /in-process only/],
    [['--nothing'], /--nothing/],
    [['--tag', 'none', '--pack', 'old'], /none of 2 transcripts has the wanted tags/],
  ];
  test.each(WRONG)('2 for %j', async (args, says) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  test('2 for an update in CI, and nothing is written', async () => {
    const before = readFileSync(join(folder, 'time.chat'), 'utf8');
    const refused = await zhida(['test', folder, '--update', '--pack', 'new'], { cwd: folder, env: { CI: 'true' } });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('transcripts are not updated in CI');
    expect(readFileSync(join(folder, 'time.chat'), 'utf8')).toBe(before);
  });

  test('1 where the bot cannot be reached', async () => {
    const { code, stdout } = await run('--target', 'activity:http://127.0.0.1:9/api/messages', '--tag', 'smoke');
    expect(code).toBe(1);
    expect(stdout).toContain('time.chat: POST http://127.0.0.1:9/api/messages: fetch failed');
  });
});

test('shards are disjoint and together the whole', async () => {
  const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => run('--pack', 'old', '--json', '--shard', shard)));
  expect(shards.map(({ code }) => code)).toEqual([0, 0, 0]);
  const ids = shards.flatMap(({ stdout }) => JSON.parse(stdout).results.map(({ id }: { id: string }) => id));
  expect(ids.sort()).toEqual(['hello', 'time']);
});

test('--json gives the run as data', async () => {
  const { code, stdout } = await run('--pack', 'new', '--json', '--tag', 'smoke', '--perturb', '2', '--coverage');
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    passed: 0,
    failed: 1,
    skipped: 1,
    perturb: { report: { keep: { all: { tried: 2 } } } },
    coverage: { conversations: 1, turns: 1 },
  });
  expect(report.results.find(({ id }: { id: string }) => id === 'time')).toMatchObject({
    kind: 'failed',
    mismatches: [{ kind: 'text', line: 6 }],
  });
});

test('--coverage and --html say what nothing exercises', async () => {
  const { code, stdout } = await run('--pack', 'old', '--coverage', '--html', join(folder, 'out/coverage.html'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^intents +\d+ +1 /m);
  expect(stdout).toMatch(/exercised by no transcript:\n {2}intents: /);
  expect(readFileSync(join(folder, 'out/coverage.html'), 'utf8')).toContain('exercised by no transcript.</p>');
});

test('--perturb fails where more breaks than is allowed', async () => {
  const args = ['--pack', 'old', '--perturb', '12', '--seed', '3'];
  const { stdout } = await run(...args);
  const [, broken = '0'] = /^all +\d+ +(\d+)/m.exec(stdout) ?? [];
  expect((await run(...args, '--allow', '100')).code).toBe(0);
  expect((await run(...args, '--allow', '0')).code).toBe(Number(broken) > 0 ? 1 : 0);
});

test('--against lists the turns that two packs answer differently', async () => {
  const { code, stdout } = await run('--pack', 'new', '--against', 'old');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /time\.chat:5 {2}user: How long does it take\?\n {2}differs in text\n {4}- The desk takes[\s\S]*2 of 3 turns answered differently/,
  );
  expect(await run('--pack', 'old', '--against', 'old')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 of 3 turns') });
});

test('record writes what was said, once', async () => {
  const file = join(folder, 'spoken.chat');
  const input = 'How long does it take?\nmy name is Ann Lee, call +44 20 7946 0018\n';
  const recorded = await zhida(['record', file, '--pack', join(folder, 'old'), '--locale', 'en'], { input, cwd: folder });
  expect(recorded).toMatchObject({ code: 0, stderr: expect.stringContaining('2 turns') });
  expect(readFileSync(file, 'utf8')).toMatch(
    /^> id: spoken\n> tags: recorded\n> locale: en\n\nuser: How long does it take\?\n\nbot: The desk[\s\S]*user: my name is <name>, call <phone>\n/,
  );
  expect((await zhida(['record', file, '--pack', join(folder, 'old')], { cwd: folder })).code).toBe(2);
  rmSync(file);
});

test('convert turns each format into the other', async () => {
  const [chat, transcript, again] = ['time.chat', 'out/time.transcript', 'out/time.chat'].map((name) => join(folder, name));
  expect(await zhida(['convert', chat ?? '', transcript ?? ''])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(JSON.parse(readFileSync(transcript ?? '', 'utf8'))).toMatchObject([{ type: 'message', text: 'How long does it take?' }, {}]);
  expect((await zhida(['convert', transcript ?? '', again ?? ''])).code).toBe(0);
  expect(readFileSync(again ?? '', 'utf8')).toContain('user: How long does it take?');
  writeFileSync(transcript ?? '', '[\n{"type": 5}]');
  expect(await zhida(['convert', transcript ?? '', again ?? ''])).toMatchObject({ code: 1, stderr: expect.stringContaining('activity 0') });
  expect((await zhida(['convert', 'a.txt', 'b.chat'])).code).toBe(2);
  expect(readdirSync(join(folder, 'out'))).toContain('time.chat');
});

test('progress is a line of its own on a terminal, and nothing elsewhere', () => {
  const written = (isTTY: boolean, quiet: boolean) => {
    const stdout = Object.assign(new PassThrough(), { isTTY });
    const progress = progressOn({ stdin: Readable.from([]), stdout, stderr: new PassThrough(), env: {} }, quiet);
    progress.step({ kind: 'skipped', file: 'a.chat', id: 'a' }, 2);
    progress.end();
    return String(stdout.read() ?? '');
  };
  expect([written(false, false), written(true, true)]).toEqual(['', '']);
  expect(written(true, false)).toBe('\r\u001b[K1 of 2  a\r\u001b[K');
});
