import { describe, expect, it } from 'vitest';
import { dayOf, withOffset } from '../../../../shared/model/time/local-time.ts';
import { occasionInWords } from '../../../../shared/model/time/occasion-in-words.ts';
import { periodInWords } from '../../../../shared/public/pages/item/when.ts';

describe('an instant', () => {
  it.each([
    ['2022-11-17T20:00:00.000Z', 'Asia/Baku', '2022-11-18T00:00:00+04:00'],
    ['2022-11-17T19:59:59.999Z', 'Asia/Baku', '2022-11-17T23:59:59+04:00'],
    ['2022-12-31T23:30:00.000Z', 'Asia/Baku', '2023-01-01T03:30:00+04:00'],
    ['2022-07-01T00:00:00.000Z', 'Europe/London', '2022-07-01T01:00:00+01:00'],
    ['2022-01-01T00:00:00.000Z', 'Europe/London', '2022-01-01T00:00:00+00:00'],
    ['2022-01-01T00:00:00.000Z', 'America/New_York', '2021-12-31T19:00:00-05:00'],
    ['2022-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2022-01-01T05:45:00+05:45'],
    ['2022-01-01T00:00:00.000Z', '-03:30', '2021-12-31T20:30:00-03:30'],
    // Its offset had seconds, which ISO 8601 cannot say.
    ['1910-06-01T00:00:00.000Z', 'Asia/Baku', '1910-06-01T03:19:00+03:19'],
    ['1905-06-01T00:00:00.000Z', 'America/Santiago', '1905-05-31T19:18:00-04:42'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(withOffset(instant, zone)).toBe(expected);
    expect(dayOf(instant, zone)).toBe(expected.slice(0, 10));
    expect(Date.parse(withOffset(instant, zone))).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
  });

  it.each([
    ['az', '18 noyabr 2022'],
    ['en', '18 November 2022'],
    ['ru', '18 ноября 2022 г.'],
  ])('is the day of the site in words, in %s', (locale, words) => {
    expect(occasionInWords('2022-11-17T20:30:00.000Z', locale, 'Asia/Baku')).toBe(`${words}, 00:30`);
    expect(occasionInWords('2022-11-18', locale, 'America/New_York')).toBe(words);
  });
});

describe('a period in words', () => {
  it.each([
    [undefined, undefined, undefined],
    ['2022-11-18', undefined, '18 November 2022'],
    ['2022-11-18', '2022-11-18', '18 November 2022'],
    ['2022-11-18', '2022-12-02', '18 November – 2 December 2022'],
    ['2022-11-18T06:00:00.000Z', '2022-11-18T08:30:00.000Z', '18 November 2022, 10:00–12:30'],
    ['2022-11-18T06:00:00.000Z', '2022-11-18T21:00:00.000Z', '18 November 2022, 10:00 – 19 November 2022, 01:00'],
    [undefined, '2022-12-02', '2 December 2022'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(periodInWords(from, to, 'en', 'Asia/Baku')).toBe(words);
  });
});
