/** The known word that is one slip (a letter missing, added, wrong, or two swapped) away; words under three letters have none. */
export function nearMiss(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  return known.find((candidate) => candidate.length >= 3 && isOneSlip(written, candidate.toLowerCase()));
}

function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const swapped = restA.length >= 2 && restA.slice(0, 2) === `${restB[1]}${restB[0]}` && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
