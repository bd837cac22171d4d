import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Below the repository, so that the compiled program finds its packages.
const BUILDS = join(ROOT, 'test-output', 'programs');
const PARTS = ['src', 'intents', 'knowledge', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tools/build-program.mjs'];

/**
 * The program with its pack as it is published: compiled, with a trained model. Made once for every state of the sources, so that test files
 * share it and nobody's work in dist/ is touched. Returns its folder.
 */
export function builtProgram(): string {
  const folder = join(BUILDS, sourceHash());
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(join(draft, 'src/server'), { recursive: true });
  for (const part of ['intents', 'knowledge', 'package.json', 'src/server/page', 'src/server/web-chat'])
    cpSync(join(ROOT, part), join(draft, part), { recursive: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--incremental', 'false', '--outDir', join(draft, 'dist')], {
      cwd: ROOT,
    });
  } catch (error) {
    // tsc writes its files in spite of a type error, and another test is there to find that.
    if (!existsSync(join(draft, 'dist/cli/main.js'))) throw error;
  }
  execFileSync(process.execPath, [join(ROOT, 'tools/build-program.mjs'), join(draft, 'dist/cli')]);
  // Built before any test runs.
  cpSync(join(ROOT, 'dist/widget.js'), join(draft, 'dist/widget.js'));
  execFileSync(process.execPath, [join(draft, 'dist/cli/main.js'), 'train', '--pack', draft], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const part of PARTS) {
    const path = join(ROOT, part);
    const files = part.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs `zhida` to its end, in an environment without settings of its own. */
export function zhida(args: readonly string[], { input = '', env = {}, cwd }: RunOptions = {}): Promise<Run> {
  const folder = builtProgram();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'dist/cli/main.js'), ...args], {
      cwd: cwd ?? folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
    // A program that ends before it has read everything closes the pipe.
    child.stdin.on('error', () => {}).end(input);
  });
}

/** One JSON value a line. */
export const jsonLines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
