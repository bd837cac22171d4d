import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Conversation, type Role, textOf } from '../../src/transcripts/conversation.js';
import { parseChat } from '../../src/transcripts/parse-chat.js';
import { parseTranscript } from '../../src/transcripts/transcript.js';

const FOLDER = fileURLToPath(new URL('imported/', import.meta.url));
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.transcript') ? file.slice(0, -'.transcript'.length) : []));

function read(name: string, parse: typeof parseChat): Conversation {
  const outcome = parse(readFileSync(FOLDER + name, 'utf8'), name);
  return outcome.ok ? outcome.value : expect.fail(JSON.stringify(outcome.error));
}

const said = ({ messages }: Conversation, by: Role) => messages.filter(({ role }) => role === by).map(textOf);

describe('conversations imported from `.transcript` files', () => {
  test('are twenty', () => expect(names).toHaveLength(20));

  // The bot's words in the `.chat` file are approved anew when they change; the recording stays as it was.
  test.each(names)('%s is what its recording says', (name) => {
    const [chat, recording] = [read(`${name}.chat`, parseChat), read(`${name}.transcript`, parseTranscript)];
    expect(said(chat, 'user')).toEqual(said(recording, 'user'));
    expect(said(chat, 'bot')).toHaveLength(said(recording, 'bot').length);
    expect([chat.id, chat.locale, chat.channelId, chat.names]).toEqual([
      recording.id,
      recording.locale,
      recording.channelId,
      recording.names,
    ]);
  });
});
