import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cyclesOf, importFaults, importsOf, roomOf, sourceFiles, targetOf } from './read-imports.js';
import { ROOMS } from './rooms.js';

const FILES = sourceFiles();
const LONGEST_FILE = 400;

describe('imports of src/', () => {
  test('every import is one that the table of rooms allows', () => {
    expect(FILES.flatMap(importFaults)).toEqual([]);
  });

  test('no cycle between rooms, types included', () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, code } of FILES)
      for (const { specifier } of importsOf(code)) {
        const [from, to] = [roomOf(file), specifier.startsWith('.') ? roomOf(targetOf(file, specifier)) : ''];
        if (to !== '' && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    expect(edges.size).toBeGreaterThan(10);
    expect(cyclesOf(edges)).toEqual([]);
  });

  test('no cycle between files, but for types', () => {
    const edges = new Map(
      FILES.map(({ file, code }) => [
        file,
        new Set(
          importsOf(code).flatMap(({ specifier, isType }) => (specifier.startsWith('.') && !isType ? [targetOf(file, specifier)] : [])),
        ),
      ]),
    );
    expect(cyclesOf(edges)).toEqual([]);
  });

  test('every relative import names a file that is there', () => {
    const known = new Set(FILES.map(({ file }) => file));
    const lost = FILES.flatMap(({ file, code }) =>
      importsOf(code).flatMap(({ specifier, line }) =>
        specifier.startsWith('.') && !known.has(targetOf(file, specifier)) ? [`src/${file}:${line} imports ${specifier}`] : [],
      ),
    );
    expect(lost).toEqual([]);
  });
});

describe('the core', () => {
  // What would make two runs of the same turn differ, or reach outside.
  const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
    [/\bDate\.now\(/, 'Date.now()'],
    [/\bnew Date\(\s*\)/, 'new Date()'],
    [/\bMath\.random\b/, 'Math.random'],
    [/\bcrypto\./, 'crypto'],
    [/\bperformance\./, 'performance'],
    [/\bprocess\./, 'process'],
    [/\bfetch\(/, 'fetch()'],
    [/\bset(?:Timeout|Interval|Immediate)\(/, 'a timer'],
    [/\bglobalThis\b/, 'globalThis'],
    [/\bconsole\./, 'console'],
  ];

  const faults = (file: string, code: string) =>
    withoutComments(code)
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.flatMap(([pattern, name]) => (pattern.test(line) ? [`src/${file}:${index + 1} uses ${name}`] : [])),
      );

  test('knows no clock, no randomness and no process', () => {
    const core = FILES.filter(({ file }) => ROOMS[roomOf(file)]?.io === false);
    expect(core.length).toBeGreaterThan(80);
    expect(core.flatMap(({ file, code }) => faults(file, code))).toEqual([]);
  });

  test.each([
    'const at = Date.now();',
    'const at = new Date();',
    'Math.random()',
    'process.env',
    'await fetch(url)',
    'setTimeout(f, 1)',
    'f(); // …\nconsole.log()',
  ])('%j is found', (code) => {
    expect(faults('x.ts', code)).toHaveLength(1);
  });

  test.each(['new Date(0)', '// Date.now() would differ', '/** uses fetch( */', 'prefetch(url)', 'processor.run()'])(
    '%j is not',
    (code) => {
      expect(faults('x.ts', code)).toEqual([]);
    },
  );
});

describe('files of src/', () => {
  test(`have at most ${LONGEST_FILE} lines`, () => {
    const long = FILES.map(({ file, code }) => ({ file, lines: code.trimEnd().split('\n').length })).filter(
      ({ lines }) => lines > LONGEST_FILE,
    );
    expect(long).toEqual([]);
  });

  test('are called after what they hold', () => {
    const drawers = FILES.filter(({ file }) =>
      /(?:^|\/)(?:utils?|helpers?|types?|shared|common|misc)(?:\.d)?\.ts$|(?:^|\/)(?:utils?|helpers?|types|shared)\//.test(file),
    );
    expect(drawers.map(({ file }) => file)).toEqual([]);
  });

  test('export by name', () => {
    // Declarations of foreign packages say what those export.
    const found = FILES.filter(({ file, code }) => !file.endsWith('.d.ts') && /^export default\b|\bas default\b/m.test(code));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('export nothing wholesale', () => {
    expect(FILES.filter(({ code }) => /^export \*/m.test(code)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test.each([
    ["import { a } from './a.js';", './a.js', false],
    ["import type { A } from './a.js';", './a.js', true],
    ["import { type A, type B } from './a.js';", './a.js', true],
    ["import { type A, b } from './a.js';", './a.js', false],
    ["import {\n  type A,\n  type B,\n} from './a.js';", './a.js', true],
    ["import {\n  type A,\n  b,\n} from './a.js';", './a.js', false],
    ["import * as a from 'node:fs';", 'node:fs', false],
    ["import a from 'natural';", 'natural', false],
    ["import 'side-effect';", 'side-effect', false],
    ["export { a } from './a.js';", './a.js', false],
    ["export type { A } from './a.js';", './a.js', true],
    ["const a = await import('./a.js');", './a.js', false],
    ["const a = import(\n  './a.js'\n);", './a.js', false],
    ["const a = require('node:fs');", 'node:fs', false],
  ])('%j', (code, specifier, isType) => {
    expect(importsOf(code)).toEqual([{ specifier, line: 1, isType }]);
  });

  test.each(["const from = 'x';", "// import { a } from './a.js';", "export const a = 'b';", "const s = `from './a.js'`;"])(
    '%j has none',
    (code) => {
      expect(importsOf(code)).toEqual([]);
    },
  );

  test.each([
    ['text/a.ts', "import { x } from '../dialog/x.js';", 'src/text/a.ts:1 imports ../dialog/x.js: text may import base, not dialog'],
    ['fees/a.ts', "import type { Fact } from '../knowledge/fact.js';", undefined],
    [
      'fees/a.ts',
      "import { x } from '../knowledge/fact.js';",
      'src/fees/a.ts:1 imports ../knowledge/fact.js: fees may import types of knowledge only (write "import type")',
    ],
    ['fees/b/c/a.ts', "import { x } from '../../../base/x.js';", undefined],
    [
      'dialog/a.ts',
      "\nimport { readFileSync } from 'node:fs';",
      'src/dialog/a.ts:2 imports node:fs: dialog knows no file, network or process; it gets them as arguments',
    ],
    ['dialog/a.ts', "import { z } from 'zod';", undefined],
    ['fees/a.ts', "import { z } from 'zod';", 'src/fees/a.ts:1 imports zod: fees may import the packages nothing, not zod'],
    ['text/a.ts', "import t from 'opencc-js/t2cn';", undefined],
    [
      'knowledge/a.ts',
      "import t from 'opencc-js/t2cn';",
      'src/knowledge/a.ts:1 imports opencc-js/t2cn: knowledge may import the packages nothing, not opencc-js',
    ],
    ['transcripts/vitest.ts', "import { test } from 'vitest';", undefined],
    [
      'transcripts/run.ts',
      "import { test } from 'vitest';",
      'src/transcripts/run.ts:1 imports vitest: transcripts may import the packages zod, not vitest',
    ],
    ['drawer/a.ts', '', 'src/drawer/a.ts: "drawer" is no room of the table; see test/architecture/rooms.ts'],
    ['a.ts', '', 'src/a.ts: stands in no room; see test/architecture/rooms.ts'],
  ])('%s: %j', (file, code, fault) => {
    expect(importFaults({ file, code })).toEqual(fault === undefined ? [] : [fault]);
  });

  test('the table itself leads one way, and only to rooms', () => {
    const edges = new Map(Object.entries(ROOMS).map(([name, { mayImport }]) => [name, new Set(Object.keys(mayImport))]));
    expect(cyclesOf(edges)).toEqual([]);
    expect([...edges.values()].flatMap((rooms) => [...rooms]).filter((room) => !edges.has(room))).toEqual([]);
  });

  test('a cycle is found just when taking away what imports nothing leaves something', () => {
    const graph = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 14 });
    fc.assert(
      fc.property(graph, (arrows) => {
        const edges = new Map<string, Set<string>>();
        for (const [from, to] of arrows) edges.set(`${from}`, (edges.get(`${from}`) ?? new Set()).add(`${to}`));
        let left = [...arrows];
        for (let size = -1; size !== left.length; ) {
          size = left.length;
          left = left.filter(([, to]) => left.some(([from]) => from === to));
        }
        expect(cyclesOf(edges).length > 0).toBe(left.length > 0);
      }),
    );
  });
});

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '$1');
