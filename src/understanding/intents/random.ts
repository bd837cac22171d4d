/** A small seeded generator of numbers in [0, 1) (mulberry32): the same seed trains the same model. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle(order: Int32Array, random: () => number): Int32Array {
  for (let k = order.length - 1; k > 0; k--) {
    const swap = Math.floor(random() * (k + 1));
    const i = order[swap] as number;
    order[swap] = order[k] as number;
    order[k] = i;
  }
  return order;
}
