import { equals, multiply, parseDecimal, type Rational, rational } from '../../src/base/rational.js';
import type { Reply } from '../../src/rendering/reply.js';
import { pack } from './replies.js';

// The unit of a range stands behind its second number.
const NUMBER = /(?<![\p{L}\d])-?\d+(?:,\d{3})*(?:\.\d+)?(?=(?:–[\d.,]+)?(\s*(?:万|小时|hours?))?)/gu;

/** The words of claims, which may hold digits of their own (SM2, T+0, the first quarter of 2023), longest first. */
const CLAIMS = pack.articles
  .flatMap(({ facts }) => [...facts.values()].flatMap(({ value, text }) => (value.kind === 'claim' ? [text.zh, text.en] : [])))
  .sort((a, b) => b.length - a.length);

/** A settlement cycle; in a table it is another wording of a claim. */
const NAMES = ['T+0'];

const AS_OF = pack.articles.flatMap(({ asOf }) => [`as of ${asOf}`, `截至 ${asOf}`]);

/** Numbers that a reply's text states and that nothing of the reply accounts for; `given` are the user's own. */
export function unaccounted(reply: Reply, given: readonly string[] = []): readonly string[] {
  const bare = [...CLAIMS, ...NAMES, ...AS_OF].reduce((text, words) => text.replaceAll(words, ''), reply.text).replace(/^\d+\. /gm, '');
  const known = [...reply.figures.flatMap(({ value }) => value.split('..')), ...given].map(toRational);
  return [...bare.matchAll(NUMBER)].flatMap(([number, unit = '']) => {
    const stated = multiply(toRational(number.replaceAll(',', '')), scaleOf(unit.trim()));
    return known.some((value) => equals(value, stated)) ? [] : [`${number}${unit}`];
  });
}

/** Minutes are kept in minutes, and sums in yuan. */
function scaleOf(unit: string): Rational {
  if (unit === '万') return rational(10_000n);
  return unit === '' ? rational(1n) : rational(60n);
}

function toRational(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
}
