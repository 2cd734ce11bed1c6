import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../console/src/hall/csv-of.ts';
import { hallRows } from '../../../console/src/hall/hall-rows.ts';
import { qrPath } from '../../../console/src/hall/qr-path.ts';
import { sheetWordsIn } from '../../../console/src/hall/sheet-words.ts';
import { decodeQr } from '../../support/decode-qr.ts';

describe('a table for Excel', () => {
  it('is read again as it was, with letters of every language, quotation marks and breaks', () => {
    const rows = [
      ['№', 'Ad', 'Yaş'],
      ['1', 'Günel “Ə” "I"; Ş, ı', '9'],
      ['2', 'Two\nlines', ''],
    ];
    const text = csvOf(rows);
    expect(text.codePointAt(0)).toBe(0xfeff);
    expect(parse(text, { bom: true, record_delimiter: '\r\n' })).toEqual(rows);
  });

  it.each(['=1+1', '+994', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1'])('is no formula: %j', (text) => {
    const [[cell]] = parse(csvOf([[text]]), { bom: true, record_delimiter: '\r\n' }) as [[string]];
    expect(cell).toBe(`'${text}`);
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
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${4 * size}" height="${4 * size}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
    expect(await decodeQr(await sharp(Buffer.from(svg)).png().toBuffer())).toBe(address);
  });
});
