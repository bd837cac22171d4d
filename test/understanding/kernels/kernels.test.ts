import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { openArena, padded } from '../../../src/understanding/kernels/arena.js';

const FOLDER = new URL('../../../src/understanding/kernels/', import.meta.url);

// `npx vitest run test/understanding/kernels -u` writes the file anew.
test('the compiled kernels are those of kernels.wat', async () => {
  const { parseWat } = await wabt();
  const module = parseWat('kernels.wat', readFileSync(new URL('kernels.wat', FOLDER), 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  await expect(
    `// Compiled from kernels.wat; a test compares them and, asked to update, writes this file.\nexport const KERNELS =\n  '${Buffer.from(buffer).toString('base64')}';\n`,
  ).toMatchFileSnapshot(new URL('kernels.wasm.ts', FOLDER).pathname);
});

const float = fc.float({ min: -4, max: 4, noNaN: true });

/** A matrix with rows of `width` classes, and a sparse vector over its rows. */
const problem = fc.record({ rows: fc.integer({ min: 1, max: 9 }), width: fc.integer({ min: 1, max: 40 }) }).chain(({ rows, width }) =>
  fc.record({
    matrix: fc.array(fc.array(float, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
    row: fc.array(float, { minLength: width, maxLength: width }),
    vector: fc.array(fc.tuple(fc.integer({ min: 0, max: rows - 1 }), float), { maxLength: 6 }),
  }),
);

function load(matrix: readonly (readonly number[])[], row: readonly number[], vector: readonly (readonly [number, number])[]) {
  const stride = padded(row.length);
  const arena = openArena([matrix.length * stride, stride, vector.length, vector.length]);
  const loaded = {
    arena,
    stride,
    matrix: arena.floats(matrix.length * stride),
    row: arena.floats(stride),
    ids: arena.integers(vector.length),
    values: arena.floats(vector.length),
  };
  matrix.forEach((values, f) => {
    loaded.matrix.set(values, f * stride);
  });
  loaded.row.set(row);
  loaded.ids.set(vector.map(([id]) => id));
  loaded.values.set(vector.map(([, value]) => value));
  return loaded;
}

test('gather adds weighted rows to a row', () => {
  fc.assert(
    fc.property(problem, ({ matrix, row, vector }) => {
      const { arena, stride, ids, values, ...loaded } = load(matrix, row, vector);
      arena.gather(ids.byteOffset, values.byteOffset, vector.length, loaded.matrix.byteOffset, stride * 4, loaded.row.byteOffset);
      row.forEach((before, c) => {
        const expected = vector.reduce((sum, [id, value]) => sum + value * (matrix[id]?.[c] ?? 0), before);
        expect(loaded.row[c]).toBeCloseTo(expected, 3);
      });
    }),
  );
});

test('gatherBytes adds weighted rows of bytes to a row', () => {
  const bytes = fc.array(fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 40, maxLength: 40 }), { minLength: 1, maxLength: 9 });
  const vectors = fc.array(fc.tuple(fc.nat(8), float), { maxLength: 6 });
  fc.assert(
    fc.property(bytes, vectors, (matrix, pairs) => {
      const vector = pairs.map(([id, value]) => [id % matrix.length, value] as const);
      const stride = padded(40);
      const arena = openArena([vector.length, vector.length, stride], [matrix.length * stride]);
      const [ids, values, out] = [arena.integers(vector.length), arena.floats(vector.length), arena.floats(stride)];
      const rows = arena.bytes(matrix.length * stride);
      matrix.forEach((row, f) => {
        rows.set(row, f * stride);
      });
      ids.set(vector.map(([id]) => id));
      values.set(vector.map(([, value]) => value));
      out.fill(1);
      arena.gatherBytes(ids.byteOffset, values.byteOffset, vector.length, rows.byteOffset, stride, out.byteOffset);
      for (let c = 0; c < 40; c++) {
        const expected = vector.reduce((sum, [id, value]) => sum + value * (matrix[id]?.[c] ?? 0), 1);
        expect(out[c]).toBeCloseTo(expected, 2);
      }
    }),
  );
});

test('scatter adds a weighted row to rows', () => {
  fc.assert(
    fc.property(problem, ({ matrix, row, vector }) => {
      const { arena, stride, ids, values, ...loaded } = load(matrix, row, vector);
      arena.scatter(ids.byteOffset, values.byteOffset, vector.length, loaded.matrix.byteOffset, stride * 4, loaded.row.byteOffset);
      matrix.forEach((before, f) => {
        const weight = vector.reduce((sum, [id, value]) => (id === f ? sum + value : sum), 0);
        before.forEach((old, c) => {
          expect(loaded.matrix[f * stride + c]).toBeCloseTo(old + weight * (row[c] ?? 0), 3);
        });
      });
    }),
  );
});

test('dots multiplies rows with a row', () => {
  fc.assert(
    fc.property(problem, ({ matrix, row, vector }) => {
      const { arena, stride, ids, values, ...loaded } = load(matrix, row, vector);
      arena.dots(ids.byteOffset, vector.length, loaded.matrix.byteOffset, stride * 4, loaded.row.byteOffset, values.byteOffset);
      vector.forEach(([id], k) => {
        const expected = row.reduce((sum, value, c) => sum + value * (matrix[id]?.[c] ?? 0), 0);
        expect(values[k]).toBeCloseTo(expected, 3);
      });
    }),
  );
});

test('rows of an arena lie apart, aligned, and empty', () => {
  const arena = openArena([3, 20]);
  const [first, second] = [arena.floats(3), arena.integers(20)];
  expect([first.byteOffset % 16, second.byteOffset % 16]).toEqual([0, 0]);
  first.fill(7);
  expect([...second]).toEqual(new Array(20).fill(0));
});
