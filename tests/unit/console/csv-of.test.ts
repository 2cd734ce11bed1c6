import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../console/src/ui/csv-of.ts';

/** The text of a file in UTF-16, with its mark. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);

describe('a table for a spreadsheet', () => {
  it('is what Excel reads alike in every country: UTF-16 with its mark, separated by tabs', () => {
    const bytes = csvOf([['Gəncə', 'Ж', '\u{1F3A8}'], ['c']]);
    expect([...bytes.slice(0, 2)]).toEqual([0xff, 0xfe]);
    expect(textOf(bytes)).toBe('\uFEFF"Gəncə"\t"Ж"\t"\u{1F3A8}"\r\n"c"\r\n');
  });

  it('quotes what would end a cell, and makes no formula of what somebody has typed', () => {
    const cells = ['a "b"', 'c;d\ne', '=HYPERLINK("https://x.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ''];
    expect(textOf(csvOf([cells]))).toBe(
      '\uFEFF"a ""b"""\t"c;d\ne"\t"\'=HYPERLINK(""https://x.example"")"\t"\'+1"\t"\'-1"\t"\'@SUM(A1)"\t"\'\tx"\t"\'\rx"\t""\r\n',
    );
  });

  it('makes none of what begins with a space or a wide sign either, as a later program may', () => {
    const cells = [' =1+1', '\u00a0@SUM(A1)', '＝1+1', '－1', '\nx', 7];
    expect(textOf(csvOf([cells]))).toBe('\uFEFF"\' =1+1"\t"\'\u00a0@SUM(A1)"\t"\'＝1+1"\t"\'－1"\t"\'\nx"\t7\r\n');
  });
});
