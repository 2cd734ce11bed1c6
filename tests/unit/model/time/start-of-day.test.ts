import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../shared/model/time/local-time.ts';
import { startOfDay } from '../../../../shared/model/time/start-of-day.ts';

describe('the beginning of a day', () => {
  it.each([
    ['2022-11-18', 'Asia/Baku', '2022-11-17T20:00:00.000Z'],
    // Until 2016 Baku had summer time.
    ['2010-07-01', 'Asia/Baku', '2010-06-30T19:00:00.000Z'],
    ['2024-03-31', 'Europe/Berlin', '2024-03-30T23:00:00.000Z'],
    ['2024-04-01', 'Europe/Berlin', '2024-03-31T22:00:00.000Z'],
    ['2022-11-18', 'America/St_Johns', '2022-11-18T03:30:00.000Z'],
    ['2022-11-18', 'UTC', '2022-11-18T00:00:00.000Z'],
    ['2022-11-18', '+04:00', '2022-11-17T20:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment);
  });

  it.each([
    ['2023-09-03', 'America/Santiago', '2023-09-03T04:00:00.000Z'],
    ['2022-03-13', 'America/Havana', '2022-03-13T05:00:00.000Z'],
    ['2023-10-01', 'America/Asuncion', '2023-10-01T04:00:00.000Z'],
    ['2024-03-31', 'Atlantic/Azores', '2024-03-31T01:00:00.000Z'],
    ['2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('whose midnight does not exist, %s in %s, is its first instant', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment);
  });

  it.each([
    // Clocks are put back at one past midnight: the day begins twice.
    ['2006-10-29', 'America/St_Johns', '2006-10-29T02:30:00.000Z'],
    // At midnight, to eleven of the evening before: it begins once.
    ['2023-10-29', 'Asia/Beirut', '2023-10-28T22:00:00.000Z'],
    // The day that Samoa left out.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    // Offsets with seconds, of before clocks were set by zones.
    ['1905-01-01', 'America/Santiago', '1905-01-01T04:42:45.000Z'],
    ['1920-05-28', 'Asia/Baku', '1920-05-27T20:40:36.000Z'],
  ])('%s in %s is %s', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment);
  });

  it('is the first instant of that day in every zone, and no instant of it is earlier', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const first = Date.UTC(1901, 0) / 86_400_000;
    const last = Date.UTC(2037, 0) / 86_400_000;
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: first, max: last }), (zone, number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        const start = startOfDay(day, zone).getTime();
        expect(dayOf(new Date(start).toISOString(), zone) >= day).toBe(true);
        expect(dayOf(new Date(start - 1).toISOString(), zone) < day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
