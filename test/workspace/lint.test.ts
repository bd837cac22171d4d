import { describe, expect, test } from 'vitest';
import { lintPack } from '../../src/workspace/lint/index.js';
import { formatProblem } from '../../src/workspace/problem.js';
import { BREAKS } from './broken.table.js';
import { copyPack, REAL_PACK, SMALL_PACK } from './pack-folder.js';

describe('a sound pack has no problem', () => {
  test.each([REAL_PACK, SMALL_PACK])('%s', (root) => {
    const { files, problems } = lintPack(root);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(files.pack.articles).toHaveLength(1);
  });
});

describe('a broken pack: file, line, and what to do', () => {
  test.each(BREAKS)('$name', ({ break: breakIt, code, file, at, says, also = [] }) => {
    const pack = copyPack();
    try {
      breakIt(pack);
      const { problems } = lintPack(pack.root);
      const line = typeof at === 'number' ? at : pack.lineOf(file, at);
      const told = problems.filter((problem) => problem.code === code && problem.file === file && problem.line === line).map(formatProblem);
      expect(told, `no ${code} at ${file}:${line}, but:\n${problems.map(formatProblem).join('\n')}`).not.toEqual([]);
      expect(told.join('\n')).toMatch(says);
      expect(problems.every(({ message, fix }) => message.trim() !== '' && fix.trim() !== '')).toBe(true);
      for (const problem of problems)
        if (problem.code !== 'missing-file')
          expect(problem.line, formatProblem(problem)).toBeLessThanOrEqual(pack.read(problem.file).split('\n').length);
      const others = [...new Set(problems.map((problem) => problem.code))].filter((other) => other !== code);
      expect(others.filter((other) => !also.includes(other))).toEqual([]);
    } finally {
      pack.delete();
    }
  });
});
