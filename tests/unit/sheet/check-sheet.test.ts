import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxUploadBytes } from '../../../shared/model/files/upload.ts';
import { checkSheet } from '../../../shared/sheet/check-sheet.ts';
import { readSheet } from '../../../shared/sheet/read-sheet.ts';
import { listFolder } from '../../../tools/command/folder.ts';
import { inspectScan } from '../../../tools/upload/inspect-scan.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sergi-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  locales: ['az', 'en'],
  timeZone: 'Asia/Baku',
  now: new Date('2024-10-01T00:00:00Z'),
  language: 'en',
} as const;

const picture = (background: string) => sharp({ create: { width: 40, height: 30, channels: 3, background } });

/** A folder of its own with the files given, by name. */
const scans = (name: string, files: Readonly<Record<string, Uint8Array>>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, data] of Object.entries(files)) writeFileSync(join(path, file), data);
  return path;
};

const check = async (path: string, sheet: string) =>
  checkSheet(readSheet(sheet, 'en'), await listFolder(path), settings, { inspect: inspectScan });

describe('checking a sheet with its folder', () => {
  it('finds files whatever the form of their names, and describes them by their bytes', async () => {
    const png = await picture('#123456').png().toBuffer();
    const path = scans('names', {
      ['Gün batımı.jpg'.normalize('NFD')]: png,
      'IMG_1.JPG': await picture('#654321').jpeg().toBuffer(),
      'Thumbs.db': Buffer.of(1),
      '.DS_Store': Buffer.of(1),
      'artworks.csv': Buffer.of(1),
      '~$artworks.xlsx': Buffer.of(1),
    });
    const sheet = `file\n${'Gün batımı.jpg'.normalize('NFC')}\nimg_1.jpg\n`;
    const { entries, problems, warnings } = await check(path, sheet);
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(entries).toMatchObject([
      {
        row: 2,
        file: { fileName: 'Gün batımı.jpg'.normalize('NFC'), contentType: 'image/png', contentLength: png.length },
      },
      { row: 3, file: { fileName: 'IMG_1.JPG', contentType: 'image/jpeg' } },
    ]);
    const blob = await entries[0]?.file.open();
    expect(Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(png);
  });

  it('names every problem by row and file, and takes the sound rows', async () => {
    const jpeg = await picture('#2a9d8f').jpeg().toBuffer();
    const noise = await sharp({
      create: {
        width: 600,
        height: 600,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const path = scans('faulty', {
      'sound.jpg': await picture('#e9c46a').jpeg().toBuffer(),
      'twin a.jpg': jpeg,
      'twin b.jpg': jpeg,
      'empty.jpg': Buffer.alloc(0),
      'text.jpg': Buffer.from('no image'),
      'vector.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'cut.jpg': noise.subarray(0, noise.length / 2),
      'large.jpg': Buffer.of(1),
      'narrow.png': await sharp({ create: { width: 1, height: 20_000, channels: 3, background: '#777' } })
        .png()
        .toBuffer(),
      'forgotten.jpg': await picture('#f4a261').jpeg().toBuffer(),
      'shared.jpg': await picture('#264653').jpeg().toBuffer(),
      'Same.jpg': await picture('#664654').jpeg().toBuffer(),
      'same.jpg': await picture('#26a655').jpeg().toBuffer(),
    });
    truncateSync(join(path, 'large.jpg'), maxUploadBytes + 1);
    const sheet = [
      'file;entryNumber;title.ru;age',
      'sound.jpg;1;;',
      'twin a.jpg;2;;',
      'twin b.jpg;3;;',
      'empty.jpg;4;;',
      'text.jpg;5;;',
      'vector.svg;6;;',
      'cut.jpg;7;;',
      'large.jpg;8;;',
      'nowhere.jpg;9;;',
      ';10;;',
      'shared.jpg;11;;',
      'SHARED.jpg;12;;',
      'SAME.JPG;13;Имя;',
      'same.jpg;13;;',
      'Same.jpg;14;;x',
      'narrow.png;15;;',
    ].join('\n');
    const { entries, problems } = await check(path, sheet);
    const said = problems.map(({ row, file, column, message }) => [row, file, column, message]);
    const text = (part: string) => expect.stringContaining(part);
    expect(said).toEqual([
      [3, 'twin a.jpg', 'file', text('row 4')],
      [4, 'twin b.jpg', 'file', text('row 3')],
      [5, 'empty.jpg', undefined, 'The file is empty.'],
      [6, 'text.jpg', undefined, text('no image')],
      [7, 'vector.svg', undefined, text('no image')],
      [8, 'cut.jpg', undefined, text('damaged')],
      [9, 'large.jpg', undefined, text('at most 100.0 MiB')],
      [10, 'nowhere.jpg', 'file', text('no such file')],
      [11, undefined, 'file', text('names no file')],
      [12, 'shared.jpg', 'file', text('row 13')],
      [13, 'shared.jpg', 'file', text('row 12')],
      [14, 'SAME.JPG', 'file', text('2 files')],
      [14, 'SAME.JPG', 'title.ru', text('no language of this site')],
      [14, 'SAME.JPG', 'entryNumber', text('row 15')],
      [15, 'same.jpg', 'entryNumber', text('row 14')],
      [16, 'Same.jpg', 'artist', 'is missing'],
      [16, 'Same.jpg', 'age', 'must be a number'],
      [16, 'Same.jpg', 'isMinor', 'is missing'],
      [17, 'narrow.png', undefined, text('too narrow')],
      [undefined, 'forgotten.jpg', undefined, text('no row')],
    ]);
    expect(entries.map(({ row }) => row)).toEqual([2]);
  });

  it('names ten of many rows that have the same number', async () => {
    const path = scans('same', {});
    const rows = Array.from({ length: 1_000 }, (_, n) => `${n}.jpg;7`);
    const { problems } = await check(path, ['file;entryNumber', ...rows].join('\n'));
    const said = problems.filter(({ column }) => column === 'entryNumber');
    expect(said.map(({ row }) => row)).toEqual(rows.map((_, n) => n + 2));
    expect(said[0]?.message).toBe('is that of rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … too');
    expect(said[5]?.message).toBe('is that of rows 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, … too');
    expect(said.at(-1)?.message).toBe('is that of rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … too');
  });

  it('warns of a minor without consent, without a name', async () => {
    const path = scans('consent', {
      'a.jpg': await picture('#111111').jpeg().toBuffer(),
      'b.jpg': await picture('#222222').jpeg().toBuffer(),
      'c.jpg': await picture('#333333').jpeg().toBuffer(),
    });
    const sheet = [
      'file;artist;isMinor;guardian;consentGrantedOn;consentExpiresOn;consentImage;consentName',
      'a.jpg;Aysel;bəli;;;;;',
      'b.jpg;Aysel;bəli;Leyla;01.09.2023;01.09.2024;bəli;full',
      'c.jpg;Aysel;bəli;Leyla;01.09.2023;01.09.2025;bəli;full',
    ].join('\n');
    const { entries, problems, warnings } = await check(path, sheet);
    expect(entries).toHaveLength(3);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      { row: 2, file: 'a.jpg', code: 'consentForbids', message: expect.stringContaining('missing') },
      { row: 3, file: 'b.jpg', code: 'consentForbids', message: expect.stringContaining('expired on 2024-09-01') },
    ]);
    expect(JSON.stringify(warnings)).not.toMatch(/Aysel|Leyla/);
  });

  it('warns of a name that consent wants shorter, where nobody can tell which word is the given name', async () => {
    const path = scans('order', {
      'a.jpg': await picture('#551111').jpeg().toBuffer(),
      'b.jpg': await picture('#115511').jpeg().toBuffer(),
      'c.jpg': await picture('#111155').jpeg().toBuffer(),
    });
    const consent = 'bəli;Leyla;01.09.2023;01.09.2025;bəli';
    const sheet = [
      'file;artist;isMinor;guardian;consentGrantedOn;consentExpiresOn;consentImage;consentName',
      `a.jpg;Həsənli Zeynallı;${consent};first`,
      `b.jpg;Həsənli Zeynallı;${consent};full`,
      `c.jpg;Həsənli Aysel;${consent};initial`,
    ].join('\n');
    const { entries, warnings } = await check(path, sheet);
    expect(entries).toHaveLength(3);
    expect(warnings).toEqual([
      {
        ...{ row: 2, file: 'a.jpg', column: 'artist', code: 'nameOrderUnclear' },
        message: expect.stringContaining('which word is the given name'),
      },
    ]);
  });

  it('refuses consent that was given in the future, as the API does', async () => {
    const path = scans('future', { 'a.jpg': await picture('#444444').jpeg().toBuffer() });
    const sheet =
      'file;artist;isMinor;guardian;consentGrantedOn;consentExpiresOn;consentImage;consentName\na.jpg;A;1;B;2024-10-09;2025-10-09;1;full';
    expect((await check(path, sheet)).problems).toMatchObject([{ row: 2, column: 'consentGrantedOn' }]);
  });
});
