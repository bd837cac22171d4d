import type { TextFigures } from './evidence.js';
import { BLOCKS, type Features } from './features.js';

/** A text as training sees it. */
export interface Reading {
  readonly features: Features;
  readonly figures: Omit<TextFigures, 'unseen'>;
}

/** Readings of many texts in flat arrays: little to collect as garbage, and fit to be handed to another thread. */
export interface Readings {
  /** One text's after the other's. */
  readonly hashes: Int32Array;
  /** Where the blocks of each text end, from the text's own first hash; the last end is how many it has. */
  readonly ends: Int32Array;
  readonly figures: Float64Array;
}

const FIGURES = ['length', 'concepts', 'otherProducts', 'latin'] as const satisfies readonly (keyof Reading['figures'])[];

/** Reads `count` texts, one after another. */
export function collectReadings(count: number, read: (index: number) => Reading): Readings {
  let hashes = new Int32Array(1 << 16);
  let size = 0;
  const ends = new Int32Array(count * BLOCKS.length);
  const figures = new Float64Array(count * FIGURES.length);
  for (let i = 0; i < count; i++) {
    const reading = read(i);
    const { length } = reading.features.hashes;
    if (size + length > hashes.length) {
      const wider = new Int32Array((size + length) * 2);
      wider.set(hashes);
      hashes = wider;
    }
    hashes.set(reading.features.hashes, size);
    size += length;
    ends.set(reading.features.ends, i * BLOCKS.length);
    for (let f = 0; f < FIGURES.length; f++) figures[i * FIGURES.length + f] = reading.figures[FIGURES[f] as (typeof FIGURES)[number]];
  }
  return { hashes: hashes.slice(0, size), ends, figures };
}

/** Each text's reading, as views of the flat arrays. */
export function eachReading({ hashes, ends, figures }: Readings): readonly Reading[] {
  let start = 0;
  return Array.from({ length: ends.length / BLOCKS.length }, (_, i): Reading => {
    const own = ends.subarray(i * BLOCKS.length, (i + 1) * BLOCKS.length);
    const end = start + (own[BLOCKS.length - 1] as number);
    const features = { hashes: hashes.subarray(start, end), ends: own };
    start = end;
    const figure = (f: number) => figures[i * FIGURES.length + f] as number;
    return { features, figures: { length: figure(0), concepts: figure(1), otherProducts: figure(2), latin: figure(3) } };
  });
}
