import type { Folded } from '../../text/fold.js';

const PLACES: readonly (readonly [RegExp, number])[] = [
  [/^(?:选|要|就)?第?(?:一|1)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:first|1st|one|number 1|number one)(?: one)?$/, 1],
  [/^(?:选|要|就)?第?(?:二|2|两)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:second|2nd|two|number 2|number two)(?: one)?$/, 2],
  [/^(?:选|要|就)?第?(?:三|3)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:third|3rd|three|number 3|number three)(?: one)?$/, 3],
  [/^(?:选|要|就)?第?(?:四|4)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:fourth|4th|four|number 4|number four)(?: one)?$/, 4],
  [/^(?:选|要|就)?第?(?:五|5)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:fifth|5th|five|number 5|number five)(?: one)?$/, 5],
  [/^(?:选|要|就)?第?(?:六|6)(?:个|种|项|条|号)?(?:吧|呢)?$|^(?:the )?(?:sixth|6th|six|number 6|number six)(?: one)?$/, 6],
];

/** The place in a list that a whole message names, from 1: `第二个`, `2`, `the second one`. */
export function readOrdinal({ text }: Folded): number | undefined {
  const said = text.replace(/[。.!！,，?？]/g, '').trim();
  return PLACES.find(([pattern]) => pattern.test(said))?.[1];
}
