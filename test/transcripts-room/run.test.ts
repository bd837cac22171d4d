import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChats, writeText } from '../../src/transcripts/files.js';
import { junit } from '../../src/transcripts/junit.js';
import { formatSummary, type RunOptions, runTranscripts } from '../../src/transcripts/run.js';
import { fakeBot, reply } from './fake-bot.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'transcripts-'));
  const files = {
    'good.chat': '> id: good\n> tags: smoke\nuser: q\nbot: a\n',
    'sub/stale.chat': '> title: Stale <one>\nuser: q\nbot: old\n',
    'sub/wrong.chat': 'user: q\nbot: a\n> @number 5 CNY\n',
    'broken.chat': 'usr: q\n',
    'crash.chat': 'user: crash\nbot: a\n',
    '.hidden/x.chat': 'user: q\n',
    'notes.txt': 'none',
  };
  for (const [name, text] of Object.entries(files)) await writeText(join(folder, name), text);
});
afterEach(() => rm(folder, { recursive: true }));

const makeBot = () => {
  const bot = fakeBot({ q: reply('a') })();
  return Promise.resolve(bot).then((each) => ({
    ...each,
    turn: (incoming: Parameters<typeof each.turn>[0]) => {
      if (incoming.text === 'crash') throw new Error('boom \u0007 & <bang>');
      return each.turn(incoming);
    },
  }));
};
const run = (options: Partial<RunOptions> = {}) => runTranscripts({ paths: [folder], ci: false, makeBot, ...options });
const codes = async (options: Partial<RunOptions>) => {
  const outcome = await run(options);
  return outcome.ok ? [] : outcome.error.map(({ code }) => code);
};

describe('findChats', () => {
  it('finds each file once, sorted', async () => {
    const found = await findChats([folder, join(folder, 'sub'), join(folder, 'good.chat')]);
    const names = ['broken.chat', 'crash.chat', 'good.chat', 'sub/stale.chat', 'sub/wrong.chat'];
    expect(found.ok && found.value.map((file) => relative(folder, file))).toEqual(names);
  });

  it('refuses what is not there or no transcript', async () => {
    const found = await findChats([join(folder, 'none'), join(folder, 'notes.txt')]);
    expect(found.ok ? [] : found.error.map(({ code }) => code)).toEqual(['no-such-path', 'not-a-chat']);
  });
});

describe('writeText', () => {
  it('writes through a link and leaves nothing behind', async () => {
    await symlink(join(folder, 'good.chat'), join(folder, 'link.chat'));
    await writeText(join(folder, 'link.chat'), 'new');
    expect(await readFile(join(folder, 'good.chat'), 'utf8')).toBe('new');
    await mkdir(join(folder, 'taken.chat'));
    await expect(writeText(join(folder, 'taken.chat'), 'new')).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('runTranscripts', () => {
  it('reports one result a file', async () => {
    const seen: string[] = [];
    const outcome = await run({ onProgress: ({ kind }) => seen.push(kind) });
    expect(seen).toEqual(['unreadable', 'crashed', 'passed', 'failed', 'failed']);
    expect(outcome.ok && formatSummary(outcome.value)).toBe('1 passed, 4 failed, 0 skipped');
  });

  it('chooses by tags and by words in id, title or path', async () => {
    const tagged = await run({ paths: [join(folder, 'good.chat'), join(folder, 'sub')], tags: ['smoke', 'other'] });
    expect(tagged.ok && formatSummary(tagged.value)).toBe('1 passed, 0 failed, 2 skipped');
    const filtered = await run({ paths: [join(folder, 'sub')], filter: 'STALE <' });
    expect(filtered.ok && formatSummary(filtered.value)).toBe('0 passed, 1 failed, 1 skipped');
  });

  it('is an error when it would check nothing', async () => {
    expect(await codes({ paths: [join(folder, 'sub')], tags: ['none'] })).toEqual(['nothing-selected']);
    await mkdir(join(folder, 'empty'));
    expect(await codes({ paths: [join(folder, 'empty')] })).toEqual(['no-transcripts']);
    expect(await codes({ paths: [join(folder, 'none')] })).toEqual(['no-such-path']);
  });

  it('reports a file that is not UTF-8', async () => {
    await writeFile(join(folder, 'sub/latin.chat'), Buffer.from([0x75, 0xff]));
    const outcome = await run({ paths: [join(folder, 'sub/latin.chat')] });
    expect(outcome.ok && outcome.value.results).toMatchObject([{ kind: 'unreadable', problems: [{ code: 'not-utf8' }] }]);
  });

  it('updates texts, and still fails on assertions', async () => {
    const outcome = await run({ paths: [join(folder, 'sub')], update: true });
    expect(outcome.ok && formatSummary(outcome.value)).toBe('1 passed, 1 failed, 0 skipped (1 updated)');
    expect(await readFile(join(folder, 'sub/stale.chat'), 'utf8')).toBe('> title: Stale <one>\nuser: q\nbot: a\n');
    expect(await readFile(join(folder, 'sub/wrong.chat'), 'utf8')).toContain('@number 5 CNY');
  });

  it('updates nothing in CI', async () => {
    expect(await codes({ update: true, ci: true })).toEqual(['update-in-ci']);
    expect(await readFile(join(folder, 'sub/stale.chat'), 'utf8')).toContain('old');
  });
});

describe('junit', () => {
  it('is well-formed and counts', async () => {
    const outcome = await run();
    const xml = junit(outcome.ok ? outcome.value.results : []);
    expect(xml).toContain('<testsuites tests="5" failures="2" errors="2" skipped="0">');
    expect(xml).toContain('boom \uFFFD &amp; &lt;bang&gt;');
    expect(openElements(xml)).toEqual([]);
  });

  it('escapes ids and reasons of any characters', () => {
    const nasty = `"'<>&]]>\u0000\uD800\uFFFE\u{1F600}`;
    const xml = junit([{ kind: 'crashed', file: nasty, id: nasty, reason: nasty }]);
    expect(openElements(xml)).toEqual([]);
    expect(xml).toContain('&quot;&apos;&lt;&gt;&amp;]]&gt;\uFFFD\uFFFD\uFFFD\u{1F600}');
  });
});

/** A small strict reader: throws on a bare character that XML forbids, gives the elements that are never closed. */
function openElements(xml: string): readonly string[] {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, empty) => {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name);
      return '';
    });
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
  return open;
}
