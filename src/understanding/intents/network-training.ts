import { openArena, padded, withoutPadding } from '../kernels/arena.js';
import { compact } from './compact.js';
import type { Network } from './network.js';
import { mulberry32, shuffle } from './random.js';
import type { SparseVector, TrainingSet } from './sparse.js';

export interface NetworkOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features, and of hidden units, that a step does not see. */
  readonly dropFeatures: number;
  readonly dropHidden: number;
  /** Share of the probability that is spread over all classes. */
  readonly smoothing: number;
  readonly seed: number;
}

/** Chosen on validation parts of public intent sets; more epochs and more units gained nothing there. */
export const NETWORK_DEFAULTS: NetworkOptions = {
  hidden: 128,
  epochs: 10,
  rate: 0.05,
  dropFeatures: 0.5,
  dropHidden: 0.3,
  smoothing: 0.05,
  seed: 1,
};

const INITIAL_DEVIATION = 0.02;
const INITIAL_SQUARES = 1e-3;

/**
 * Softmax regression over one hidden layer of rectified units, one vector at a time by Adagrad with one sum of squares a row
 * (Duchi et al. 2011), dropout on both layers and smoothed labels. Learns from the vectors that `learnt` names. The same input, the same network.
 */
export function trainNetwork(
  { vectors, labels, classes, features }: TrainingSet,
  learnt: Int32Array,
  options: NetworkOptions = NETWORK_DEFAULTS,
): Network {
  const layers = openWeights(vectors, classes, features, options);
  const random = mulberry32(options.seed);
  initialize(layers, options, random);
  const order = learnt.slice();
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - epoch / options.epochs);
    shuffle(order, random);
    for (const i of order) {
      const vector = vectors[i];
      if (vector) learn(layers, vector, labels[i] as number, rate, options, random);
    }
  }
  const { input, output, inputStride, outputStride } = layers;
  return {
    hidden: compact({ classes: options.hidden, features, weights: withoutPadding(input, inputStride, options.hidden) }),
    output: compact({ classes, features: options.hidden, weights: withoutPadding(output, outputStride, classes) }),
  };
}

type Weights = ReturnType<typeof openWeights>;

/** Weights, with the biases as the last row of each layer, and room for one vector on its way through and back. */
function openWeights(vectors: readonly SparseVector[], classes: number, features: number, { hidden }: NetworkOptions) {
  const longest = 1 + vectors.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  const inputStride = padded(hidden);
  const outputStride = padded(classes);
  const lengths = {
    input: (features + 1) * inputStride,
    output: (hidden + 1) * outputStride,
    longest,
    units: hidden + 1,
    hidden: inputStride,
    classes: outputStride,
  };
  const { input, output, units } = lengths;
  const arena = openArena([
    input,
    output,
    longest,
    longest,
    longest,
    units,
    units,
    units,
    units,
    lengths.hidden,
    lengths.hidden,
    outputStride,
    outputStride,
  ]);
  return {
    arena,
    classes,
    features,
    hidden,
    inputStride,
    outputStride,
    input: arena.floats(input),
    output: arena.floats(output),
    inputSquares: new Float32Array(features + 1).fill(INITIAL_SQUARES),
    outputSquares: new Float32Array(hidden + 1).fill(INITIAL_SQUARES),
    seen: { ids: arena.integers(longest), values: arena.floats(longest), steps: arena.floats(longest) },
    active: { ids: arena.integers(units), values: arena.floats(units), steps: arena.floats(units), errors: arena.floats(units) },
    activations: arena.floats(inputStride),
    hiddenErrors: arena.floats(inputStride),
    scores: arena.floats(outputStride),
    errors: arena.floats(outputStride),
  };
}

function initialize(layers: Weights, { hidden }: NetworkOptions, random: () => number): void {
  const { input, output, features, classes, inputStride, outputStride } = layers;
  for (let f = 0; f < features; f++) for (let j = 0; j < hidden; j++) input[f * inputStride + j] = gaussian(random) * INITIAL_DEVIATION;
  const deviation = Math.sqrt(2 / hidden);
  for (let j = 0; j < hidden; j++) for (let c = 0; c < classes; c++) output[j * outputStride + c] = gaussian(random) * deviation;
}

const gaussian = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One step: forward with dropout, the gradient of the loss back through both layers. */
function learn(layers: Weights, vector: SparseVector, label: number, rate: number, options: NetworkOptions, random: () => number): void {
  const { arena, seen, active, input, output, inputStride, outputStride, activations, hiddenErrors, scores, errors, hidden, classes } =
    layers;
  const seenCount = look(layers, vector, options.dropFeatures, random);
  activations.fill(0);
  arena.gather(seen.ids.byteOffset, seen.values.byteOffset, seenCount, input.byteOffset, inputStride * 4, activations.byteOffset);
  const scale = 1 / (1 - options.dropHidden);
  let units = 0;
  for (let j = 0; j < hidden; j++) {
    if ((activations[j] as number) <= 0 || random() < options.dropHidden) continue;
    active.ids[units] = j;
    active.values[units++] = (activations[j] as number) * scale;
  }
  active.ids[units] = hidden;
  active.values[units] = 1;
  scores.fill(0);
  arena.gather(active.ids.byteOffset, active.values.byteOffset, units + 1, output.byteOffset, outputStride * 4, scores.byteOffset);
  const square = errorsOf(scores, errors, classes, label, options.smoothing) / classes;
  arena.dots(active.ids.byteOffset, units, output.byteOffset, outputStride * 4, errors.byteOffset, active.errors.byteOffset);
  steps(active, units + 1, layers.outputSquares, square, rate);
  arena.scatter(active.ids.byteOffset, active.steps.byteOffset, units + 1, output.byteOffset, outputStride * 4, errors.byteOffset);
  hiddenErrors.fill(0);
  let hiddenSquare = 0;
  for (let k = 0; k < units; k++) {
    const error = (active.errors[k] as number) * scale;
    hiddenErrors[active.ids[k] as number] = error;
    hiddenSquare += error * error;
  }
  steps(seen, seenCount, layers.inputSquares, hiddenSquare / hidden, rate);
  arena.scatter(seen.ids.byteOffset, seen.steps.byteOffset, seenCount, input.byteOffset, inputStride * 4, hiddenErrors.byteOffset);
}

/** Loads the features that are not dropped, scaled up for those that are, and the bias; returns how many. */
function look({ seen, features }: Weights, { ids, values }: SparseVector, drop: number, random: () => number): number {
  const scale = 1 / (1 - drop);
  let count = 0;
  for (let k = 0; k < ids.length; k++) {
    if (random() < drop) continue;
    seen.ids[count] = ids[k] as number;
    seen.values[count++] = (values[k] as number) * scale;
  }
  seen.ids[count] = features;
  seen.values[count] = 1;
  return count + 1;
}

/** Chances minus the smoothed label; returns the sum of squares. */
function errorsOf(scores: Float32Array, errors: Float32Array, classes: number, label: number, smoothing: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) if ((scores[c] as number) > highest) highest = scores[c] as number;
  let total = 0;
  for (let c = 0; c < classes; c++) {
    errors[c] = Math.exp((scores[c] as number) - highest);
    total += errors[c] as number;
  }
  let square = 0;
  for (let c = 0; c < classes; c++) {
    const error = (errors[c] as number) / total - smoothing / classes - (c === label ? 1 - smoothing : 0);
    errors[c] = error;
    square += error * error;
  }
  return square;
}

/** How far each row moves along the error: its value, over the root of all squares that the row has seen. */
function steps(
  { ids, values, steps }: { readonly ids: Int32Array; readonly values: Float32Array; readonly steps: Float32Array },
  count: number,
  squares: Float32Array,
  square: number,
  rate: number,
): void {
  for (let k = 0; k < count; k++) {
    const id = ids[k] as number;
    const value = values[k] as number;
    const sum = (squares[id] as number) + square * value * value;
    squares[id] = sum;
    steps[k] = (-rate * value) / Math.sqrt(sum);
  }
}
