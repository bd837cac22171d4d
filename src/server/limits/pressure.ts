import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** How busy the process is. */
export interface Load {
  /** By how much timers come late, the mean of the last interval. Milliseconds. */
  readonly delay: number;
  /** Used of the largest heap, from 0 to 1. */
  readonly heap: number;
}

export interface PressureLimits extends Load {
  /** Requests in work. */
  readonly inFlight: number;
  /** With fewer requests in work, late timers are the machine's doing and no load that could be shed. */
  readonly fewest: number;
}

const PRESSURE_LIMITS: PressureLimits = { delay: 250, heap: 0.9, inFlight: 1000, fewest: 32 };

/** Says when to take nothing new: before the memory grows and everybody waits. */
export interface Pressure {
  /** Why, while too much is going on. */
  reason(): string | undefined;
  /** A request is worked on from here to its `end`. */
  begin(): void;
  end(): void;
}

/** `load` gives the latest measure. */
export function createPressure(load: () => Load, limits: PressureLimits = PRESSURE_LIMITS): Pressure {
  let inFlight = 0;
  return {
    reason() {
      if (inFlight >= limits.inFlight) return `${inFlight} requests are in work`;
      const { delay, heap } = load();
      if (delay > limits.delay && inFlight >= limits.fewest) return `timers are ${Math.round(delay)} ms late`;
      return heap > limits.heap ? `${Math.round(heap * 100)}% of the heap is used` : undefined;
    },
    begin: () => {
      inFlight++;
    },
    end: () => {
      inFlight--;
    },
  };
}

const RESOLUTION = 20;
const INTERVAL = 500;

/** Measures this process twice a second. */
export function watchLoad(): { readonly load: () => Load; readonly stop: () => void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  let latest: Load = { delay: 0, heap: 0 };
  const timer = setInterval(() => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    latest = { delay: Math.max(0, (delays.mean || 0) / 1e6 - RESOLUTION), heap: used / limit };
    delays.reset();
  }, INTERVAL);
  timer.unref();
  return {
    load: () => latest,
    stop: () => {
      clearInterval(timer);
      delays.disable();
    },
  };
}
