import { describe, expect, test } from 'vitest';
import { deskSettings } from '../../../src/channels/desk/settings.js';

const read = (url: string) => deskSettings.read(new Map(Object.entries({ ZHIDA_HANDOFF_URL: url, ZHIDA_HANDOFF_SECRET: 's'.repeat(32) })));

describe('what users say goes', () => {
  test.each(['https://desk.example.org/zhida', 'http://localhost:8080/', 'http://127.0.0.1/', 'http://[::1]:9/', 'console:'])(
    'to %s',
    (url) => {
      expect(read(url)).toMatchObject({ ok: true, value: { url, minutes: 60 } });
    },
  );

  test.each([
    'http://desk.example.org/',
    'http://10.0.0.7/',
    'http://localhost.example.org/',
    'http://127.0.0.1.example.org/',
    'https://user:secret@desk.example.org/',
    'ftp://desk.example.org/',
    'desk.example.org',
    '',
  ])('not to %s', (url) => {
    expect(read(url)).toMatchObject({ ok: false, error: [{ name: 'ZHIDA_HANDOFF_URL', message: expect.stringContaining('https') }] });
  });
});
