import { padded } from '../kernels/arena.js';
import type { LinearModel } from './linear.js';

/** A linear model with weights of one byte: a quarter of the memory, so that scoring finds them in the processor's cache. */
export interface CompactModel {
  readonly classes: number;
  readonly features: number;
  /** From one feature's weights to the next: the classes, filled up to what the kernels walk. */
  readonly stride: number;
  /** `weights[f * stride + c]`, in steps of the class. */
  readonly weights: Int8Array;
  /** What one step is worth, a class. */
  readonly steps: Float32Array;
  readonly biases: Float32Array;
}

const MOST_STEPS = 127;

/** Rounds each class's weights to 127 steps of its largest. */
export function compact({ classes, features, weights }: LinearModel): CompactModel {
  const steps = new Float32Array(classes);
  for (let row = 0; row < features * classes; row += classes) {
    for (let c = 0; c < classes; c++) {
      const magnitude = Math.abs(weights[row + c] as number) / MOST_STEPS;
      if (magnitude > (steps[c] as number)) steps[c] = magnitude;
    }
  }
  const perStep = steps.map((step) => (step === 0 ? 0 : 1 / step));
  const stride = padded(classes);
  const rounded = new Int8Array(features * stride);
  for (let f = 0; f < features; f++) {
    for (let c = 0; c < classes; c++) {
      const count = Math.round((weights[f * classes + c] as number) * (perStep[c] as number));
      rounded[f * stride + c] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, count));
    }
  }
  return { classes, features, stride, weights: rounded, steps, biases: weights.slice(features * classes) };
}
