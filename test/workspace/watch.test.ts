import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packHash } from '../../src/workspace/read-pack.js';
import { watchPack } from '../../src/workspace/watch.js';
import { copyPack, type PackFolder } from './pack-folder.js';

// A file that an editor replaces at the wrong moment cannot be had on demand.
const reading = vi.hoisted(() => ({ fails: false }));
vi.mock('../../src/workspace/read-pack.js', async (load) => {
  const real = await load<typeof import('../../src/workspace/read-pack.js')>();
  const packHash = (root: string) => {
    if (reading.fails) throw new Error('ENOENT: no such file or directory');
    return real.packHash(root);
  };
  return { ...real, packHash };
});

const LOOK = 2_000;
const EN = 'knowledge/cards/article.en.md';

let pack: PackFolder;
let stop: () => void;
const seen: string[] = [];

function watch(onChange: (hash: string) => Promise<void> = async () => {}): void {
  stop = watchPack(pack.root, packHash(pack.root), (hash) => {
    seen.push(hash);
    return onChange(hash);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  pack = copyPack();
  seen.length = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  pack.delete();
});

describe('watchPack', () => {
  test('tells a change once, with the new hash', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(3 * LOOK);
    expect(seen).toEqual([]);
    pack.replace(EN, 'in all', 'on the whole');
    await vi.advanceTimersByTimeAsync(3 * LOOK);
    expect(seen).toEqual([packHash(pack.root)]);
  });

  test('tells of a file more, of one less and of the way back', async () => {
    const before = packHash(pack.root);
    watch();
    pack.write('intents/more.yaml', 'id: more\n');
    const more = packHash(pack.root);
    await vi.advanceTimersByTimeAsync(LOOK);
    pack.remove('intents/more.yaml');
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(seen).toEqual([more, before]);
  });

  test('does not look while a change is being taken over, and then sees only the last', async () => {
    let finish = () => {};
    watch(() => new Promise((resolve) => (finish = resolve)));
    pack.replace(EN, 'in all', 'a');
    await vi.advanceTimersByTimeAsync(LOOK);
    pack.replace(EN, ' a, online', ' b, online');
    await vi.advanceTimersByTimeAsync(2 * LOOK);
    pack.replace(EN, ' b, online', ' c, online');
    await vi.advanceTimersByTimeAsync(2 * LOOK);
    expect(seen).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(packHash(pack.root));
  });

  test('a look that fails, because a file went away under it, is no change; the next one looks again', async () => {
    watch();
    reading.fails = true;
    await vi.advanceTimersByTimeAsync(2 * LOOK);
    expect(seen).toEqual([]);
    reading.fails = false;
    pack.remove('knowledge');
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(seen).toEqual([packHash(pack.root)]);
  });

  test('looks no more when it was stopped', async () => {
    watch();
    stop();
    pack.replace(EN, 'in all', 'on the whole');
    await vi.advanceTimersByTimeAsync(3 * LOOK);
    expect(seen).toEqual([]);
  });
});
