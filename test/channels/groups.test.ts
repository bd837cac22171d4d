import { describe, expect, test } from 'vitest';
import { configured } from './platforms/configured.js';
import { PLATFORMS } from './platforms/list.js';

const NOW = new Date('2026-03-01T09:00:00Z');
/** Ids that are different in digits and letters, as some platforms have only these. */
const PLACES = [
  { from: 'user-1' },
  { from: 'user-2' },
  { from: 'user-1', group: { id: 'G1', mentions: true } },
  { from: 'user-2', group: { id: 'G1', mentions: true } },
  { from: 'user-1', group: { id: 'G2', mentions: true } },
];

describe.each(PLATFORMS.map((platform) => [platform().id, platform] as const))('people on %s', (id, platform) => {
  const stub = platform();
  const channel = configured(stub, 'https://platform.example');
  const message = (place: (typeof PLACES)[number]) => {
    const received = channel.receive(stub.says({ id: '1', text: '手续费', ...place }, NOW), NOW);
    const [event] = received.kind === 'events' ? received.events : [];
    return event?.kind === 'message' ? event : undefined;
  };
  const hasGroups = id !== 'whatsapp';
  const places = hasGroups ? PLACES : PLACES.slice(0, 2);

  test('have threads of their own, in every group another', () => {
    const threads = places.map((place) => message(place)?.conversation);
    expect(threads).not.toContain(undefined);
    expect(new Set(threads).size).toBe(places.length);
  });

  test('are heard without the mention that calls the bot', () => {
    for (const place of places) expect(message(place)).toMatchObject({ text: '手续费', addressed: true });
  });

  test('who talk to each other are left alone', () => {
    const aside = message({ from: 'user-1', group: { id: 'G1', mentions: false } });
    expect(aside?.addressed ?? false).toBe(false);
  });
});
