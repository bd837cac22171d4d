import type { Language } from '../../base/language.js';
import type { Span } from '../../base/span.js';
import type { Folded } from '../../text/fold.js';
import { buildSpeller, respell } from '../../text/spelling.js';
import { tokenize } from '../../text/tokens.js';
import { coreOf, LANGUAGE_REQUESTS, phrase, unwanted, WISH_WORDS } from '../phrases/index.js';

/** What the bot can do beside answering; the same names as the kinds of answers that do it. */
export type Wish = 'handoff' | 'cancel' | 'repeat';

const PERSON = phrase('person');
const MENTION = new RegExp(phrase('mentionsPerson').source, 'g');
const UNWANTED: Readonly<Record<Wish, RegExp>> = { handoff: unwanted('handoff'), cancel: unwanted('cancel'), repeat: unwanted('repeat') };
const WISHES = Object.keys(UNWANTED) as readonly Wish[];

const SPELLER = buildSpeller(new Map(WISH_WORDS.map((word) => [word, 1])));
// In longer messages a word that is like one of a request is more often another word.
const LONGEST_COMMAND = 4;

/** A short message with its slips put right: "ebglish please". */
function asMeant({ text }: Folded): string {
  const tokens = tokenize(text);
  if (tokens.length > LONGEST_COMMAND) return text;
  return tokens.reduceRight((said, { kind, text: word, start, end }) => {
    const meant = kind === 'latin' ? respell(SPELLER, word) : undefined;
    // "Agents" are those who offer their service, no slip of the agent who is wanted.
    return meant === undefined || word === `${meant}s` ? said : said.slice(0, start) + meant + said.slice(end);
  }, text);
}

/** Whether a message asks for a person, whatever else it says; one that is declined or only spoken of does not count. */
export const asksForPerson = (folded: Folded): boolean => isRequest(asMeant(folded));

const isRequest = (text: string): boolean =>
  PERSON.test(text) && PERSON.test(text.replace(MENTION, ' , ').replace(UNWANTED.handoff, ' , ').trim());

/** Where a message asks for a person. */
export function personWish({ text }: Folded): Span | undefined {
  const found = PERSON.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Whether a message takes a wish back. */
export const isTakenBack = (wish: Wish, { text }: Folded): boolean => text.search(UNWANTED[wish]) >= 0;

/** Whether a message speaks of a person without asking for one. */
export const onlyMentionsPerson = (folded: Folded): boolean => folded.text.search(MENTION) >= 0 && !asksForPerson(folded);

/** The wish that a message takes back and says nothing beside. */
export const onlyDeclines = (folded: Folded): Wish | undefined =>
  WISHES.find((wish) => folded.text.search(UNWANTED[wish]) >= 0 && saysLittle(folded.text.replace(UNWANTED[wish], ' ')));

/** The language that a message asks to be answered in, and whether it asks for anything else. */
export function readLanguageRequest(folded: Folded): { readonly language: Language; readonly alone: boolean } | undefined {
  const text = asMeant(folded);
  const found = LANGUAGE_REQUESTS.find(([, request]) => request.test(text));
  return found && { language: found[0], alone: saysLittle(text.replace(found[1], ' ')) };
}

const MOST_LEFT = 3;

function saysLittle(rest: string): boolean {
  const { start, end } = coreOf(rest);
  return tokenize(rest.slice(start, end)).length <= MOST_LEFT;
}
