import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { understanderOf } from '../../src/bot/learn.js';
import { respond, startLanguage } from '../../src/bot/respond.js';
import { initialState } from '../../src/dialog/state.js';
import { readPrepared, writePrepared } from '../../src/workspace/model-cache.js';
import { type Preparation, preparePack } from '../../src/workspace/prepare.js';
import { packHash } from '../../src/workspace/read-pack.js';
import { copyPack, type PackFolder } from './pack-folder.js';

let pack: PackFolder;
let cache: string;
beforeEach(() => {
  pack = copyPack();
  cache = join(pack.root, 'data', 'models');
});
afterEach(() => pack.delete());

function prepare(): Preparation {
  const prepared = preparePack(pack.root, cache, 'quick');
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return prepared.value;
}

const cacheFile = () => join(cache, `${packHash(pack.root)}.quick.model`);

describe('the model cache', () => {
  test('a model that is ready keeps nothing of the file it was read from', () => {
    prepare();
    const { pack, model } = prepare();
    const { svm, vocabulary } = understanderOf(pack, model).model;
    for (const array of [svm.steps, svm.biases, vocabulary.hashes, vocabulary.slots])
      expect(array.buffer.byteLength).toBe(array.byteLength);
  });

  test('gives back what was kept, to the last number', () => {
    const trained = prepare();
    const found = prepare();
    expect([trained.from, found.from]).toEqual(['training', 'cache']);
    expect(found.model).toEqual(trained.model);
    expect(found.pack).toEqual(trained.pack);
    const reply = ({ pack, model }: Preparation) =>
      respond({ pack, understander: understanderOf(pack, model) }, initialState(startLanguage('zh')), '柜台换 300 块要扣多少', 'c').reply;
    expect(JSON.stringify(reply(found))).toBe(JSON.stringify(reply(trained)));
  });

  test('two trainings of one pack are the same', () => {
    const first = prepare();
    pack.remove('data');
    expect(prepare().model).toEqual(first.model);
  });

  test('leaves no draft behind', () => {
    prepare();
    expect(readdirSync(cache)).toEqual([`${packHash(pack.root)}.quick.model`]);
  });

  test.each<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ['of another format', (bytes) => serialize({ ...deserialize(bytes), cacheFormat: '0/0/0' })],
    ['without a format', (bytes) => serialize({ ...deserialize(bytes), cacheFormat: undefined })],
    ['of another pack', (bytes) => serialize({ ...deserialize(bytes), pack: { ...deserialize(bytes).pack, hash: 'another' } })],
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['cut by a byte', (bytes) => bytes.subarray(0, -1)],
    ['empty', () => new Uint8Array()],
    ['of other bytes', () => Buffer.from('{"cacheFormat":1}')],
    ['of a number', () => serialize(42)],
    ['of null', () => serialize(null)],
  ])('refuses a file %s, trains again and mends it', (_, spoil) => {
    const { model } = prepare();
    writeFileSync(cacheFile(), spoil(readFileSync(cacheFile())));
    expect(readPrepared(cache, packHash(pack.root), 'quick')).toBeUndefined();
    expect(prepare()).toMatchObject({ from: 'training', model });
    expect(prepare().from).toBe('cache');
  });

  test('says why it could not keep a model, which is then used all the same', () => {
    pack.write('data', 'a file where the folder should be');
    const prepared = prepare();
    expect(prepared.from).toBe('training');
    expect(prepared.cacheProblem).toMatch(/EEXIST|ENOTDIR/);
    expect(writePrepared(cache, prepared, 'quick')).toBe(prepared.cacheProblem);
  });

  test('a pack with a problem is neither trained nor kept, though one was kept before', () => {
    prepare();
    pack.write('intents/broken.yaml', Buffer.from([0xb9, 0xf1]));
    expect(preparePack(pack.root, cache, 'quick')).toMatchObject({ ok: false, error: [{ file: 'intents/broken.yaml', code: 'encoding' }] });
    expect(existsSync(cacheFile())).toBe(false);
  });
});
