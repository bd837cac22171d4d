import { KERNELS } from './kernels.wasm.js';

/**
 * The functions of `kernels.wat`, which says what each does. Arguments are addresses: the `byteOffset` of arrays of one arena;
 * counts are in elements, strides in bytes: multiples of 64, for rows of bytes of 16.
 */
export interface Kernels {
  readonly gather: (ids: number, values: number, count: number, matrix: number, stride: number, out: number) => void;
  readonly gatherBytes: (ids: number, values: number, count: number, matrix: number, stride: number, out: number) => void;
  readonly scatter: (ids: number, values: number, count: number, matrix: number, stride: number, row: number) => void;
  readonly dots: (ids: number, count: number, matrix: number, stride: number, row: number, out: number) => void;
  readonly step: (
    scores: number,
    signs: number,
    alpha: number,
    steps: number,
    lowest: number,
    highest: number,
    stride: number,
    diagonal: number,
    rate: number,
    negligible: number,
  ) => void;
}

/** Memory that the kernels can reach. Arrays are handed out one after another, filled with 0, and live as long as the arena. */
export interface Arena extends Kernels {
  readonly floats: (length: number) => Float32Array;
  readonly integers: (length: number) => Int32Array;
  readonly bytes: (length: number) => Int8Array;
}

const PAGE = 65_536;
const ALIGNMENT = 16;
const LANES = 16;

/** The next length whose rows the kernels can walk: a multiple of 16 floats or bytes. */
export const padded = (length: number): number => Math.ceil(length / LANES) * LANES;

/** The first `width` floats of every row. */
export function withoutPadding(matrix: Float32Array, stride: number, width: number): Float32Array {
  const rows = matrix.length / stride;
  const packed = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) packed.set(matrix.subarray(row * stride, row * stride + width), row * width);
  return packed;
}

let compiled: WebAssembly.Module | undefined;

/** An arena for arrays of these lengths, in elements of four bytes, and for arrays of bytes. */
export function openArena(lengths: readonly number[], byteLengths: readonly number[] = []): Arena {
  const size = [...lengths.map((length) => length * 4), ...byteLengths].reduce((sum, bytes) => sum + align(bytes), 0);
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(size / PAGE)) });
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS), (character) => character.charCodeAt(0)));
  const exports: unknown = new WebAssembly.Instance(compiled, { arena: { memory } }).exports;
  let used = 0;
  const take = (bytes: number): number => {
    const at = used;
    used += align(bytes);
    return at;
  };
  return {
    ...(exports as Kernels),
    floats: (length) => new Float32Array(memory.buffer, take(length * 4), length),
    integers: (length) => new Int32Array(memory.buffer, take(length * 4), length),
    bytes: (length) => new Int8Array(memory.buffer, take(length), length),
  };
}

const align = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
