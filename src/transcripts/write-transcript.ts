import { type Json, readKept, titlesOf } from './activity-json.js';
import { suggestionsOf } from './commands.js';
import { type Conversation, commandsOf, normalizeText, type Role, speakerOf, textOf } from './conversation.js';

/**
 * Writes a conversation as a `.transcript`. It carries messages, speakers and suggestions, and what was kept of a recording; no times of
 * its own, since a `.chat` file has none, and neither assertions nor comments.
 */
export function writeTranscript(conversation: Conversation): string {
  const account = (role: Role, name: string = conversation.names[role]) => ({ id: role, name, role });
  const before = conversation.header.flatMap((line) => readKept(line) ?? []);
  let spoken = 0;
  const activities = conversation.messages.flatMap((message): readonly object[] => {
    const kept = message.lines.flatMap((line) => (line.kind === 'comment' ? (readKept(line.raw) ?? []) : []));
    const others = kept.flatMap((each) => (each.kind === 'other' ? [each.activity] : []));
    const text = textOf(message);
    if (text === '') return others;
    const labels = commandsOf(message).flatMap((command) => (command.name === 'suggestions' ? suggestionsOf(command) : []));
    const whole = kept.find((each) => each.kind === 'message')?.activity;
    const activity = whole
      ? edited(whole, text, labels)
      : {
          type: 'message',
          id: `${spoken}`,
          ...(conversation.channelId === undefined ? {} : { channelId: conversation.channelId }),
          conversation: { id: conversation.id },
          from: account(message.role, speakerOf(message, conversation)),
          recipient: account(message.role === 'bot' ? 'user' : 'bot'),
          ...(conversation.locale === undefined ? {} : { locale: conversation.locale }),
          text,
          ...suggesting(labels),
        };
    spoken++;
    return [activity, ...others];
  });
  return `${JSON.stringify([...before.map(({ activity }) => activity), ...activities], undefined, 2)}\n`;
}

const suggesting = (labels: readonly string[]): object =>
  labels.length === 0 ? {} : { suggestedActions: { actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })) } };

/** A kept activity with the text and suggestions of the file, which may have been edited since. */
function edited(whole: Json, text: string, labels: readonly string[]): object {
  const { text: oldText, suggestedActions, ...rest } = whole;
  const shown = titlesOf(whole).map((title) => title.trim().replace(/\s+/g, ' '));
  const sameLabels = shown.filter((title) => title !== '').join('\n') === labels.join('\n');
  const sameText = typeof oldText === 'string' && normalizeText(oldText) === text;
  if (sameText && sameLabels) return whole;
  return {
    ...rest,
    text: sameText ? oldText : text,
    ...(sameLabels ? (suggestedActions === undefined ? {} : { suggestedActions }) : suggesting(labels)),
  };
}
