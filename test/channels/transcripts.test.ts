import { beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import type { Brain } from '../../src/bot/respond.js';
import { realBrain } from '../brain.js';
import { CONVERSATION, wordsFor } from './conversation.js';
import { type Played, play } from './played.js';
import { PLAYED_CHANNELS } from './stand-ins.js';

/** The whole conversation, as it looks to the user. */
async function transcript(played: Played, id: string): Promise<string> {
  const lines: string[] = [];
  let shown = 0;
  const show = (who: string, text: string) => lines.push(`${who}: ${text.replaceAll('\n', '\n  ')}`);
  // Until nothing more comes: an answer may take several messages.
  const hear = async (who: string) => {
    for (let quiet = 0; quiet < 5; quiet++) {
      await played.time.advance(1_000);
      if (played.seen.length > shown) quiet = 0;
      for (; shown < played.seen.length; shown++) show(who, played.seen[shown] ?? '');
    }
  };
  let conversation: string | undefined;
  for (const [index, step] of CONVERSATION.entries()) {
    if (step.kind === 'say' || step.kind === 'pick') {
      const text = wordsFor(step, played.seen.at(-1) ?? '');
      show('user', text);
      await played.say({ id: `${1001 + index}`, from: 'user-1', text });
      await hear('bot');
      conversation ??= played.desk[0]?.split(' ')[1]?.slice(0, -1);
    } else if (conversation !== undefined) {
      const done =
        step.kind === 'person'
          ? await played.host.floor.say(conversation, `d${index}`, step.text)
          : await played.host.floor.handBack(conversation, `d${index}`);
      expect(done).toMatchObject({ ok: true });
      await hear(step.kind);
    }
  }
  expect(played.errors).toEqual([]);
  expect(conversation !== undefined || played.channel.handOff !== undefined).toBe(true);
  return `${[`# ${id}`, ...lines].join('\n')}\n`;
}

describe('one conversation, as users of each platform see it', () => {
  let brain: Brain;
  beforeAll(() => {
    brain = realBrain();
  });
  test.each(PLAYED_CHANNELS.map((played) => [played.kind.id, played] as const))('%s', async (id, { kind, standIn }) => {
    const played = play(kind, standIn, {
      script: () => ({}),
      answering: (store, clock) => createBot({ brain: () => brain, store, clock }),
      desk: true,
    });
    try {
      await expect(await transcript(played, id)).toMatchFileSnapshot(`golden/${id}.txt`);
    } finally {
      await played.stop();
    }
  });
});
