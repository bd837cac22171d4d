import { afterEach, describe, expect, test } from 'vitest';
import { packHash, readPackFiles } from '../../src/workspace/read-pack.js';
import { copyPack, type PackFolder } from './pack-folder.js';

const ZH = 'knowledge/cards/article.zh.md';
const EN = 'knowledge/cards/article.en.md';

let pack: PackFolder;
afterEach(() => pack.delete());

describe('the hash of a pack', () => {
  test('is the same in another folder, and is the hash of the pack that was read', () => {
    pack = copyPack();
    const other = copyPack();
    expect(packHash(pack.root)).toBe(packHash(other.root));
    expect(readPackFiles(pack.root).files.pack.hash).toBe(packHash(pack.root));
    other.delete();
  });

  test.each<readonly [string, (folder: PackFolder) => void]>([
    ['a letter of an article', (folder) => folder.replace(EN, 'in all', 'on all')],
    ['a letter of an intent', (folder) => folder.replace('intents/desk-fee.yaml', '柜台最低收多少', '柜台最低收多小')],
    ['a comment', (folder) => folder.write('intents/concepts.yaml', `# …\n${folder.read('intents/concepts.yaml')}`)],
    ['a file more', (folder) => folder.write('knowledge/cards/notes.md', 'note')],
    ['a file less', (folder) => folder.remove('intents/desk-time.yaml')],
    [
      'a file by another name',
      (folder) => {
        folder.write('intents/a.yaml', folder.read('intents/desk-fee.yaml'));
        folder.remove('intents/desk-fee.yaml');
      },
    ],
    ['a file that is not UTF-8 and cannot be read', (folder) => folder.write('intents/broken.yaml', Buffer.from([0xb9, 0xf1]))],
    ['a byte order mark', (folder) => folder.write(ZH, `\ufeff${folder.read(ZH)}`)],
  ])('changes with %s', (_, change) => {
    pack = copyPack();
    const before = packHash(pack.root);
    change(pack);
    expect(packHash(pack.root)).not.toBe(before);
  });

  test('does not change with files that are no part of a pack', () => {
    pack = copyPack();
    const before = packHash(pack.root);
    pack.write('intents/desk-fee.yaml~', 'left by an editor');
    pack.write('README.txt', '…');
    expect(packHash(pack.root)).toBe(before);
  });
});

describe('reading', () => {
  test('line endings and a byte order mark of Windows make no difference', () => {
    pack = copyPack();
    const { pack: unix } = readPackFiles(pack.root).files;
    for (const file of [ZH, EN, 'intents/desk-fee.yaml', 'intents/concepts.yaml', 'knowledge/cards/tariffs.yaml'])
      pack.write(file, `\ufeff${pack.read(file).replaceAll('\n', '\r\n')}`);
    const { files, problems } = readPackFiles(pack.root);
    expect(problems).toEqual([]);
    expect({ ...files.pack, hash: unix.hash }).toEqual(unix);
  });

  test('lines of Windows are counted once', () => {
    pack = copyPack();
    pack.replace(EN, '[35 minutes]', '[a while]');
    pack.write(EN, pack.read(EN).replaceAll('\n', '\r\n'));
    expect(readPackFiles(pack.root).problems).toContainEqual(
      expect.objectContaining({ file: EN, code: 'figure', line: pack.lineOf(EN, 'a while') }),
    );
  });

  test('a note belongs to its conflict, in whatever order the languages list them', () => {
    pack = copyPack();
    const second = (note: string) => `{ id: refund, between: [desk.refund~yes, desk.refund~no], note: ${note} }`;
    pack.replace(ZH, 'conflicts: [', `conflicts: [${second('第二条')}, `);
    pack.replace(EN, ' }]\n', ` }, ${second('the second')}]\n`);
    pack.replace(ZH, '柜台全程', '[能退](claim:desk.refund~yes)又[不能退](claim:desk.refund~no)，柜台全程');
    pack.replace(EN, 'leave.', 'leave. [Yes](claim:desk.refund~yes), [no](claim:desk.refund~no).');
    const { files, problems } = readPackFiles(pack.root);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(files.pack.articles[0]?.conflicts.map(({ id, note }) => [id, note]) ?? [])).toEqual({
      'desk-limit': { zh: '正文和表格给柜台的限额写了两个数。', en: 'Text and table give two limits for the desk.' },
      refund: { zh: '第二条', en: 'the second' },
    });
  });

  test('concepts are spelled in folded letters', () => {
    pack = copyPack();
    pack.replace('intents/concepts.yaml', 'gift card', 'ＧＩＦＴ 禮品卡');
    expect(readPackFiles(pack.root).files.pack.concepts[0]?.spellings).toEqual(['礼品卡', '购物卡', 'gift 礼品卡']);
  });

  test('a pack with every file empty is all problems and no error', () => {
    pack = copyPack();
    for (const file of [
      ZH,
      EN,
      'knowledge/cards/tariffs.yaml',
      'intents/desk-fee.yaml',
      'intents/concepts.yaml',
      'intents/near-misses.yaml',
    ])
      pack.write(file, '');
    const { files, problems } = readPackFiles(pack.root);
    expect(files.pack.articles).toEqual([]);
    expect(new Set(problems.map(({ file }) => file)).size).toBe(5);
  });
});
