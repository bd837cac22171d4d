import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });
const simplifiedOf = new Map<string, string>();

/** The simplified form of one Chinese character; any other character comes back as it is. */
export function toSimplified(character: string): string {
  const known = simplifiedOf.get(character);
  if (known !== undefined) return known;
  const simplified = convert(character);
  simplifiedOf.set(character, simplified);
  return simplified;
}
