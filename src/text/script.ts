import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });
const simplifiedOf = new Map<string, string>();

/** The simplified form of one Chinese character; any other character comes back as it is. */
export function toSimplified(character: string): string {
  let simplified = simplifiedOf.get(character);
  if (simplified === undefined) {
    simplified = convert(character);
    simplifiedOf.set(character, simplified);
  }
  return simplified;
}
