import { Converter } from 'opencc-js/cn2t';

/** The traditional form of a whole text, for trying what users with other keyboards would send. */
export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 't' });
