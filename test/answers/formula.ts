import type { Interval } from '../../src/base/interval.js';
import { add, compare, multiply, parseDecimal, type Rational, rational, roundHalfUp, subtract } from '../../src/base/rational.js';

type Value = Interval<Rational>;

const TOKENS = /\s*(?:(\d+(?:\.\d+)?)(%)?|(max|min|round)|([[\](),×+−–]|\.\.))/gy;
const HUNDRED = rational(100n);

/**
 * Computes the left side of a figure's formula again, on its own: `max(500.00 × 0.1%, 1.00)`, `5000.00 × [8%–15%]`.
 * A range gives an interval; `round` is half up to the fen.
 */
export function evaluate(formula: string): Value {
  const tokens = [...formula.matchAll(TOKENS)].map(([token]) => token.trim());
  if (tokens.join('') !== formula.replace(/\s/g, '')) throw new Error(`cannot read ${formula}`);
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++] ?? '';
    if (expected !== undefined && token !== expected) throw new Error(`${formula}: ${token} instead of ${expected}`);
    return token;
  };

  function number(): Rational {
    const token = take();
    const value = parseDecimal(token.replace('%', ''));
    if (!value) throw new Error(`${formula}: ${token} is no number`);
    return token.endsWith('%') ? multiply(value, rational(1n, 100n)) : value;
  }

  function range(): Value {
    const min = number();
    if (tokens[at] !== '–' && tokens[at] !== '..') return { min, max: min };
    take();
    return { min, max: number() };
  }

  function factor(): Value {
    if (tokens[at] === '[') {
      take('[');
      const value = range();
      take(']');
      return value;
    }
    const name = tokens[at];
    if (name !== 'max' && name !== 'min' && name !== 'round') return range();
    take();
    take('(');
    const first = sum();
    if (name === 'round') {
      take(')');
      return both(first, (value) => rational(roundHalfUp(multiply(value, HUNDRED)), 100n));
    }
    take(',');
    const second = sum();
    take(')');
    const higher = (a: Rational, b: Rational) => (compare(a, b) >= 0 === (name === 'max') ? a : b);
    return { min: higher(first.min, second.min), max: higher(first.max, second.max) };
  }

  function product(): Value {
    let value = factor();
    while (tokens[at] === '×') {
      take();
      const other = factor();
      value = { min: multiply(value.min, other.min), max: multiply(value.max, other.max) };
    }
    return value;
  }

  function sum(): Value {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−') {
      const isPlus = take() === '+';
      const other = product();
      value = isPlus
        ? { min: add(value.min, other.min), max: add(value.max, other.max) }
        : { min: subtract(value.min, other.max), max: subtract(value.max, other.min) };
    }
    return value;
  }

  const value = sum();
  if (at !== tokens.length) throw new Error(`${formula}: ${tokens.slice(at).join(' ')} is left over`);
  return value;
}

const both = ({ min, max }: Value, f: (value: Rational) => Rational): Value => ({ min: f(min), max: f(max) });
