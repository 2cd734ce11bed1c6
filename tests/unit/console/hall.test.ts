import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hallRows } from '../../../console/src/hall/hall-rows.ts';
import { qrPath } from '../../../console/src/hall/qr-path.ts';
import { sheetWordsIn } from '../../../console/src/hall/sheet-words.ts';
import { csvOf } from '../../../console/src/ui/csv-of.ts';
import { decodeQr } from '../../support/files/decode-qr.ts';

/** What a program reads in the file of a table. */
const readAgain = (rows: readonly (readonly string[])[]): string[][] =>
  parse(new TextDecoder('utf-16le').decode(csvOf(rows)), { delimiter: '\t', record_delimiter: '\r\n' });

describe('a table for Excel', () => {
  it('is read again as it was, with letters of every language, quotation marks and breaks', () => {
    const rows = [
      ['№', 'Ad', 'Yaş'],
      ['1', 'Günel “Ə” "I"; Ş, ı', '9'],
      ['2', 'Two\nlines', ''],
    ];
    expect(readAgain(rows)).toEqual(rows);
  });

  it.each(['=1+1', '+994', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1'])('is no formula: %j', (text) => {
    expect(readAgain([[text]])).toEqual([[`'${text}`]]);
  });

  it('leaves a name that is withheld empty, for certificates too', () => {
    const works = [
      { artworkId: 'a', number: 1, locale: 'az', title: 'Evim', artist: {} },
      { artworkId: 'b', number: 2, locale: 'az', title: 'Dəniz', artist: { name: 'Aysel', ageAtEntry: 9 } },
    ];
    expect(hallRows('certificates', works, sheetWordsIn('az')).slice(1)).toEqual([
      [1, undefined, undefined, undefined, undefined, 'Evim'],
      [2, 'Aysel', 9, undefined, undefined, 'Dəniz'],
    ]);
    expect(hallRows('list', works, sheetWordsIn('en'))[1]?.slice(0, 3)).toEqual([1, 'Evim', undefined]);
  });
});

describe('a QR code', () => {
  it.each([
    'https://sergi.example/az/exhibitions/rəsm-sərgisi/artworks/01J1YQ4T7P8S5Q2N6M9R3V0W1X',
    `https://sergi.example/${'a'.repeat(400)}`,
  ])('leads to the address that it was made of: %s', async (address) => {
    const { path, size } = qrPath(address);
    // Drawn here: in a process that has ingested images sharp reads no SVG.
    const scale = 4;
    const width = size * scale;
    const pixels = Buffer.alloc(width * width, 255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let row = 0; row < scale; row += 1) {
        const from = (Number(y) * scale + row) * width + Number(x) * scale;
        pixels.fill(0, from, from + scale);
      }
    }
    const image = await sharp(pixels, { raw: { width, height: width, channels: 1 } })
      .png()
      .toBuffer();
    expect(await decodeQr(image)).toBe(address);
  });
});
