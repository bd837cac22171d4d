/** All values from `min` to `max`, both included; a single value has the two equal. */
export interface Interval<T> {
  readonly min: T;
  readonly max: T;
}

export const exactly = <T>(value: T): Interval<T> => ({ min: value, max: value });

export const isExact = <T>(interval: Interval<T>): boolean => interval.min === interval.max;

export const mapInterval = <T, U>(interval: Interval<T>, f: (value: T) => U): Interval<U> => ({
  min: f(interval.min),
  max: f(interval.max),
});
