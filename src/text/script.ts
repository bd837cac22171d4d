import { Converter } from 'opencc-js/t2cn';
import { memoize } from './memo.js';

/** The simplified form of one Chinese character; any other character comes back as it is. */
export const toSimplified: (character: string) => string = memoize(Converter({ from: 't', to: 'cn' }));
