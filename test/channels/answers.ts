import { readFileSync } from 'node:fs';
import type { Shown } from '../../src/channels/channel.js';

/** One conversation as the bot answered it, on the day it was written down. */
export const ANSWERS: readonly { readonly name: string; readonly said: string; readonly shown: Shown }[] = JSON.parse(
  readFileSync(new URL('golden/conversation.json', import.meta.url), 'utf8'),
);
