import { KERNELS } from './kernels.wasm.js';

/**
 * The functions of `kernels.wat`, which says what each does. Arguments are addresses: the `byteOffset` of arrays of one arena;
 * counts are in elements, strides in bytes and multiples of 64.
 */
export interface Kernels {
  readonly gather: (ids: number, values: number, count: number, matrix: number, stride: number, out: number) => void;
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
}

const PAGE = 65_536;
const ALIGNMENT = 16;
const LANES = 16;

/** The next length whose rows the kernels can walk: a multiple of 16 floats. */
export const padded = (length: number): number => Math.ceil(length / LANES) * LANES;

/** The first `width` floats of every row. */
export function withoutPadding(matrix: Float32Array, stride: number, width: number): Float32Array {
  const rows = matrix.length / stride;
  const packed = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) packed.set(matrix.subarray(row * stride, row * stride + width), row * width);
  return packed;
}

let compiled: WebAssembly.Module | undefined;

/** An arena for arrays of these lengths, in elements of four bytes. */
export function openArena(lengths: readonly number[]): Arena {
  const bytes = lengths.reduce((sum, length) => sum + align(length * 4), 0);
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS), (character) => character.charCodeAt(0)));
  const exports: unknown = new WebAssembly.Instance(compiled, { arena: { memory } }).exports;
  let used = 0;
  const take = (length: number): number => {
    const at = used;
    used += align(length * 4);
    return at;
  };
  return {
    ...(exports as Kernels),
    floats: (length) => new Float32Array(memory.buffer, take(length), length),
    integers: (length) => new Int32Array(memory.buffer, take(length), length),
  };
}

const align = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
