import { describe, expect, it } from 'vitest';
import { inMonth, weeksOf } from '../../../console/src/calendar/month.ts';
import { occasionsByDay } from '../../../console/src/calendar/occasions.ts';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { shiftMonth } from '../../../shared/model/time/shift-month.ts';

describe('a month of the calendar', () => {
  it('has whole weeks from Monday to Sunday, as many as it has days in', () => {
    const november = weeksOf('2026-11');
    expect(november.map(([monday]) => monday)).toEqual([
      ...['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
    ]);
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2027-02').at(-1)?.at(-1)).toBe('2027-02-28');
    for (const week of november) expect(week).toHaveLength(7);
  });

  it('is left by days and months, across years and to the last day of a shorter one', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(inMonth('2027-01-31', '2027-02')).toBe('2027-02-28');
    expect(inMonth('2027-01-15', '2027-02')).toBe('2027-02-15');
  });
});

describe('what comes and goes', () => {
  it('stands on its day by the clocks of the site, earliest first, and whole days before times', () => {
    const event = (id: string, facts: object) => ({ id, showings: [], ...facts }) as never;
    const byDay = occasionsByDay(
      {
        events: {
          // 1 December in Baku already.
          starts: [event('a', { publishedAt: '2026-11-30T20:30:00.000Z' })],
          ends: [event('b', { unpublishAt: '2026-12-01T06:00:00.000Z' })],
          takesPlace: [
            event('c', { showings: [{ startsAt: '2026-12-01' }, { startsAt: '2026-12-08T15:00:00.000Z' }] }),
          ],
        },
        exhibitions: {
          starts: [event('d', { publishedAt: '2026-12-08T04:00:00.000Z' })],
          ends: [],
          takesPlace: [event('e', { opensOn: '2026-12-08', closesOn: '2026-12-31' }), event('f', {})],
        },
      },
      'Asia/Baku',
    );
    const told = [...byDay].map(([day, all]) => [
      day,
      all.map(({ kind, time, ...of }) => `${kind} ${'which' in of ? of.which : time}`),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      '2026-12-01': ['takesPlace undefined', 'starts 00:30', 'ends 10:00'],
      '2026-12-08': ['takesPlace opens', 'starts 08:00', 'takesPlace 19:00'],
      '2026-12-31': ['takesPlace closes'],
    });
  });
});
