import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../cli/program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHAT = 'transcripts/desk.chat';
const QUESTION = '> id: desk\n> title: what a desk costs\n> locale: en\n\nuser: How long does the desk take?\n';

let project = '';

/** An empty project with the packed package in it; what the package depends on is linked, so that no network is needed. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'zhida'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], {
    cwd: builtProgram(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  execFileSync('tar', ['-xzf', join(project, packed.trim()), '-C', join(modules, 'zhida'), '--strip-components=1']);
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.') && name !== 'zhida') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  cpSync(join(ROOT, 'test/workspace/pack'), join(project, 'bot'), { recursive: true });
  mkdirSync(join(project, 'transcripts'));
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true, "type": "module" }');
  writeFileSync(
    join(project, 'all.test.js'),
    "import { describeTranscripts } from 'zhida/vitest';\ndescribeTranscripts('transcripts', { pack: 'bot' });\n",
  );
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

function vitest(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--no-color', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

test('another project runs its transcripts with one line, and approves them with -u', { timeout: 120_000 }, () => {
  const chat = join(project, CHAT);
  writeFileSync(chat, QUESTION);
  const unwritten = vitest([]);
  expect(unwritten).toMatchObject({ status: 1, output: expect.stringContaining('desk: what a desk costs') });
  expect(unwritten.output).toContain('desk.chat:5  the bot replies, and no reply is written');
  expect(readFileSync(chat, 'utf8')).toBe(QUESTION);

  expect(vitest(['-u'], { CI: 'true' })).toMatchObject({ status: 1 });
  expect(readFileSync(chat, 'utf8')).toBe(QUESTION);

  expect(vitest(['-u'])).toMatchObject({ status: 0 });
  const approved = readFileSync(chat, 'utf8');
  expect(approved).toMatch(/^user: How long does the desk take\?\nbot: \S/m);
  expect(vitest([])).toMatchObject({ status: 0, output: expect.stringContaining('1 passed') });

  writeFileSync(chat, approved.replace('bot: ', 'bot: Not '));
  const stale = vitest([]);
  expect(stale.status).toBe(1);
  expect(stale.output).toMatch(/- Not .*\n\s*\+ /);
});
