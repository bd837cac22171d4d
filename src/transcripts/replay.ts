import type { Result } from '../base/result.js';
import type { ConversationId, Incoming, TurnError, TurnRecord } from '../bot/ports.js';
import type { Reply } from '../rendering/reply.js';
import { compileAssertion } from './assertions.js';
import { suggestionsOf } from './commands.js';
import {
  type AssertionLine,
  assertionsOf,
  type Conversation,
  commandsOf,
  isAnyText,
  normalizeText,
  speakerOf,
  type Turn,
  textOf,
  turnsOf,
} from './conversation.js';
import { applyMasks } from './masks.js';

/** Whom a replay talks to: a bot in this process, or one behind a URL. */
export interface Talker {
  start(id: ConversationId): Promise<void>;
  turn(incoming: Incoming): Promise<Result<Pick<TurnRecord, 'reply'>, TurnError>>;
}

/** Makes a bot without any conversation, on its own store and with an injected clock and ids, so that a replay repeats. */
export type MakeBot = () => Talker | Promise<Talker>;

/** One way in which a turn is not as written; `line` is where the file says it. */
export type Mismatch =
  /** Both texts are masked. */
  | { readonly kind: 'text'; readonly line: number; readonly expected: string; readonly actual: string }
  /** The file has no text for this reply (masked). */
  | { readonly kind: 'unexpected-reply'; readonly line: number; readonly actual: string }
  | { readonly kind: 'suggestions'; readonly line: number; readonly expected: readonly string[]; readonly actual: readonly string[] }
  | { readonly kind: 'assertion'; readonly line: number; readonly assertion: string; readonly found: string }
  | { readonly kind: 'turn-failed'; readonly line: number; readonly error: TurnError };

interface TurnResult {
  /** Where the user speaks. */
  readonly line: number;
  readonly user: string;
  /** What the bot should say, unmasked; `undefined` when any text will do or none is written. */
  readonly expected?: string;
  /** Missing when the bot did not take the turn. */
  readonly actual?: Reply;
  readonly mismatches: readonly Mismatch[];
}

export interface ReplayResult {
  readonly file: string;
  readonly id: string;
  readonly title?: string;
  readonly turns: readonly TurnResult[];
}

export const isAsWritten = ({ turns }: ReplayResult): boolean => turns.every(({ mismatches }) => mismatches.length === 0);

/** Says the user's turns to a new bot, one after the other, and compares every reply; a mismatch does not end the replay. */
export async function replay(conversation: Conversation, makeBot: MakeBot): Promise<ReplayResult> {
  const bot = await makeBot();
  const id = conversation.id as ConversationId;
  await bot.start(id);
  const turns: TurnResult[] = [];
  for (const turn of turnsOf(conversation.messages).turns) {
    const user = textOf(turn.user);
    const outcome = await bot.turn({
      conversation: id,
      key: `${turns.length + 1}`,
      text: user,
      from: speakerOf(turn.user, conversation),
      ...(conversation.locale === undefined ? {} : { locale: conversation.locale }),
    });
    const { line } = turn.user;
    const expected = expectedText(turn);
    const written = expected === undefined ? {} : { expected };
    if (outcome.ok) {
      const actual = outcome.value.reply;
      turns.push({ line, user, ...written, actual, mismatches: compareTurn(turn, actual, conversation) });
    } else {
      turns.push({ line, user, ...written, mismatches: [{ kind: 'turn-failed', line, error: outcome.error }] });
    }
  }
  return {
    file: conversation.file,
    id: conversation.id,
    ...(conversation.title === undefined ? {} : { title: conversation.title }),
    turns,
  };
}

/** All that the bot says in a turn, a blank line between messages. */
function expectedText({ bot }: Turn): string | undefined {
  if (bot.some(isAnyText)) return undefined;
  const texts = bot.map(textOf).filter((text) => text !== '');
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function compareTurn(turn: Turn, reply: Reply, { masks }: Conversation): readonly Mismatch[] {
  const line = turn.bot.find((message) => textOf(message) !== '')?.line ?? turn.bot[0]?.line ?? turn.user.line;
  return [...compareText(turn, reply, masks, line), ...compareSuggestions(turn, reply), ...checkAssertions(turn, reply)];
}

function compareText(turn: Turn, reply: Reply, masks: Conversation['masks'], line: number): readonly Mismatch[] {
  const actual = applyMasks(normalizeText(reply.text), masks);
  const expected = expectedText(turn);
  if (expected !== undefined) {
    const masked = applyMasks(expected, masks);
    return masked === actual ? [] : [{ kind: 'text', line, expected: masked, actual }];
  }
  return turn.bot.some(isAnyText) ? [] : [{ kind: 'unexpected-reply', line, actual }];
}

/** `[Suggestions=…]`, when written, names all labels in their order. */
function compareSuggestions({ bot }: Turn, reply: Reply): readonly Mismatch[] {
  const message = bot.find((each) => commandsOf(each).some(({ name }) => name === 'suggestions'));
  if (!message) return [];
  const expected = bot.flatMap(commandsOf).flatMap((command) => (command.name === 'suggestions' ? suggestionsOf(command) : []));
  const actual = reply.suggestions.map(({ label }) => label.trim().replace(/\s+/g, ' '));
  return expected.join('\n') === actual.join('\n') ? [] : [{ kind: 'suggestions', line: message.line, expected, actual }];
}

function checkAssertions({ bot }: Turn, reply: Reply): readonly Mismatch[] {
  const assertions = bot.flatMap(assertionsOf);
  return assertions.flatMap((assertion, index): readonly Mismatch[] => {
    const found = checkAssertion(assertion, assertions.slice(0, index), reply);
    const { line, name, argument } = assertion;
    return found === undefined ? [] : [{ kind: 'assertion', line, assertion: `@${name} ${argument}`.trim(), found }];
  });
}

function checkAssertion({ name, argument }: AssertionLine, before: readonly AssertionLine[], reply: Reply): string | undefined {
  const earlier = before.filter((each) => each.name === name).map((each) => each.argument);
  const check = compileAssertion(name, argument, earlier);
  if (!check?.ok) throw new Error(`@${name} ${argument} was let through by the parser`);
  return check.value(reply);
}
