import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../console/src/ui/csv-of.ts';

describe('a table for a spreadsheet', () => {
  it('quotes what would end a cell, and makes no formula of what somebody has typed', () => {
    const cells = ['a "b"', 'c,d\ne', '=HYPERLINK("https://x.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ''];
    expect(csvOf([cells], 'en')).toBe(
      `\uFEFF"a ""b""","c,d\ne","'=HYPERLINK(""https://x.example"")","'+1","'-1","'@SUM(A1)","'\tx","'\rx",""\r\n`,
    );
  });

  it('makes none of what begins with a space or a wide sign either, as a later program may', () => {
    const cells = [' =1+1', '\u00a0@SUM(A1)', '＝1+1', '－1', '\nx', 7];
    expect(csvOf([cells], 'en')).toBe(`\uFEFF"' =1+1","'\u00a0@SUM(A1)","'＝1+1","'－1","'\nx",7\r\n`);
  });

  it('is separated as spreadsheets of the language expect it', () => {
    expect(csvOf([['a', 'b'], ['c']], 'az')).toBe('\uFEFF"a";"b"\r\n"c"\r\n');
  });
});
