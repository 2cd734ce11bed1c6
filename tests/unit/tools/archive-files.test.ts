import { createReadStream, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLines } from '../../../shared/model/import/check-lines.ts';
import { maxLineBytes, readLines } from '../../../shared/model/import/read-lines.ts';
import { readArchiveFile } from '../../../tools/import/archive-folder.ts';

const outside = mkdtempSync(join(tmpdir(), 'sergi-outside-'));
const folder = join(outside, 'archive');
mkdirSync(join(folder, 'şəkillər'.normalize('NFD')), { recursive: true });
writeFileSync(join(outside, 'secret.jpg'), 'secret');
writeFileSync(join(folder, 'şəkil.jpg'.normalize('NFD')), 'nfd');
writeFileSync(join(folder, 'Şəkil 2.jpg'.normalize('NFC')), 'nfc');
writeFileSync(join(folder, 'şəkillər'.normalize('NFD'), 'ü.jpg'.normalize('NFC')), 'below');
writeFileSync(join(folder, 'large.jpg'), '');
truncateSync(join(folder, 'large.jpg'), 100 * 1024 * 1024 + 1);
symlinkSync(join(outside, 'secret.jpg'), join(folder, 'link.jpg'));
symlinkSync(outside, join(folder, 'up'));
symlinkSync(join(folder, 'Şəkil 2.jpg'.normalize('NFC')), join(folder, 'inner.jpg'));
afterAll(() => rmSync(outside, { recursive: true }));

describe('a file beside an archive', () => {
  it.each([...['şəkil.jpg', 'Şəkil 2.jpg', 'şəkillər/ü.jpg', './şəkil.jpg', 'şəkillər\\ü.jpg', 'inner.jpg']])(
    'is found in either form of its name: %s',
    async (name) => {
      for (const form of ['NFC', 'NFD'])
        expect((await readArchiveFile(folder, name.normalize(form))).length).toBeGreaterThan(2);
    },
  );

  it.each([
    ...['../secret.jpg', 'şəkillər/../../secret.jpg', '..\\secret.jpg', join(outside, 'secret.jpg'), '/etc/passwd'],
    ...['C:\\secret.jpg', '\\\\server\\share\\a.jpg', 'link.jpg', 'up/secret.jpg'],
  ])('is not read where it is elsewhere: %s', (name) =>
    expect(readArchiveFile(folder, name)).rejects.toThrow(/not in the folder of the archive/),
  );

  it('is not read where it is no file, too large, or not there', async () => {
    await expect(readArchiveFile(folder, 'şəkillər')).rejects.toThrow(/no file/);
    await expect(readArchiveFile(folder, 'large.jpg')).rejects.toThrow(/at most 100\.0 MiB/);
    await expect(readArchiveFile(folder, 'none.jpg')).rejects.toThrow(/ENOENT/);
  });
});

describe('the lines of an archive', () => {
  const lines = async (text: string | Buffer) => {
    const path = join(outside, 'lines.jsonl');
    writeFileSync(path, text);
    const read: unknown[] = [];
    for await (const line of readLines(createReadStream(path))) read.push([line.number, line.text]);
    return read;
  };

  it('are numbered as an editor does, without a mark, empty lines and their ends', async () => {
    expect(await lines('\uFEFFbir\r\n\r\n  \nüç\nsonuncu')).toEqual([
      [1, 'bir'],
      [4, 'üç'],
      [5, 'sonuncu'],
    ]);
    expect(await lines('')).toEqual([]);
  });

  it('are whole where the chunks of the file cut letters in two', async () => {
    const text = 'ə'.repeat(40_000);
    expect(await lines(`a${text}\n${text}\n`)).toEqual([
      [1, `a${text}`],
      [2, text],
    ]);
  });

  it('that are no UTF-8 are refused, and the others read', async () => {
    const path = join(outside, 'windows-1251.jsonl');
    const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    writeFileSync(path, Buffer.concat([Buffer.from('{"a":"'), russian, Buffer.from('"}\n{"a":"ə"}\n'), russian]));
    const table = { find: () => undefined };
    const checked: unknown[] = [];
    for await (const { number, sound, errors } of checkLines(readLines(createReadStream(path)), {
      ignoresCase: false,
      table,
    }))
      checked.push([number, sound?.text, errors]);
    const error = { path: 'line', code: 'notUtf8' };
    expect(checked).toMatchObject([
      [1, undefined, [error]],
      [2, '{"a":"ə"}', []],
      [3, undefined, [error]],
    ]);
  });

  it('that are longer than a request are not held', async () => {
    expect(await lines(`${'a'.repeat(maxLineBytes + 1)}\nb\n${'c'.repeat(3 * maxLineBytes)}`)).toEqual([
      [1, undefined],
      [2, 'b'],
      [3, undefined],
    ]);
  });
});
