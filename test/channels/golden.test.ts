import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { degrade } from '../../src/channels/degrade/degrade.js';
import { ANSWERS } from './answers.js';
import { configured, worldAt } from './platforms/configured.js';
import { PLATFORMS } from './platforms/list.js';
import { type Loopback, startLoopback } from './platforms/loopback.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const PERSON = 'user-123';

describe.each(PLATFORMS.map((platform) => [platform().id, platform] as const))('one conversation on %s', (id, platform) => {
  const stub = platform();
  let api: Loopback;
  beforeAll(async () => {
    api = await startLoopback(stub);
  });
  afterAll(() => api.close());

  test('looks as it was approved', async () => {
    const channel = configured(stub, 'https://api.example.org');
    const drawn = ANSWERS.map(({ name, shown }) => ({ name, parts: channel.render(shown) }));
    await expect(`${JSON.stringify(drawn, null, 1)}\n`).toMatchFileSnapshot(`golden/${id}.json`);
  });

  test.each(ANSWERS)('$name is sent within the limits, and every choice can be tapped', async ({ said, shown }) => {
    const channel = configured(stub, api.base);
    const before = api.calls.length;
    const [question] = events(channel.receive(stub.says({ id: `${before + 1}`, text: said, from: PERSON }, NOW), NOW));
    expect(question).toMatchObject({ kind: 'message', text: said, addressed: true });
    const outcomes = [];
    for (const [index, part] of channel.render(shown).entries())
      outcomes.push(await channel.send?.(question?.target, part, `delivery-${before}-${index}`, worldAt(NOW)));
    expect(outcomes.filter(({ kind } = { kind: 'refused', reason: '' }) => kind !== 'sent')).toEqual([]);
    expect(api.calls.slice(before).flatMap((call) => stub.faults(call))).toEqual([]);

    const last = api.calls.at(-1);
    const { choices } = degrade(shown, channel.capabilities);
    for (const [index, { send }] of choices.entries()) {
      const tapped = last && channel.receive(stub.taps(last, index, PERSON, `${900 + index}`, NOW), NOW);
      expect(tapped && events(tapped)).toMatchObject([
        { kind: 'message', text: send, addressed: true, conversation: question?.conversation },
      ]);
    }
  });

  const events = (received: ReturnType<ReturnType<typeof configured>['receive']>) =>
    received.kind === 'events'
      ? received.events.flatMap((event) => (event.kind === 'message' ? [event] : []))
      : expect.fail(`received: ${JSON.stringify(received)}`);
});
