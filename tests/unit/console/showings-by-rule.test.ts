import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysByRule,
  type Rule,
  ruleWeeks,
  showingByRule,
} from '../../../console/src/events/fields/showings-by-rule.ts';
import { toLocal } from '../../../console/src/ui/dates.ts';
import { maxShowings } from '../../../shared/model/events/showing.ts';

const fridays: Rule = { firstDay: '2026-12-04', lastDay: '2027-01-01', weekdays: [5], weeks: 'every', from: '18:30' };

const dayFrom = (start: string, by: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

const two = (value: number) => String(value).padStart(2, '0');
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

const rule: fc.Arbitrary<Rule> = fc
  .record({
    start: fc.integer({ min: 0, max: 3_000 }),
    length: fc.integer({ min: 0, max: 200 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    weeks: fc.constantFrom(...ruleWeeks),
    from: timeOfDay,
    until: fc.option(timeOfDay, { nil: undefined }),
    doors: fc.option(timeOfDay, { nil: undefined }),
  })
  .map(({ start, length, ...rest }) => {
    const firstDay = dayFrom('2024-01-01', start);
    return { ...rest, firstDay, lastDay: dayFrom(firstDay, length) };
  });

const zone = fc.constantFrom(
  ...['Asia/Baku', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Cairo'],
);

describe('a rule of showings', () => {
  it('writes every Friday', () => {
    expect(daysByRule(fridays)).toEqual(['2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25', '2027-01-01']);
  });

  it('writes every other week, by the week that it begins in', () => {
    const rule: Rule = { ...fridays, firstDay: '2026-12-03', weekdays: [1, 5], weeks: 'everyOther' };
    expect(daysByRule(rule)).toEqual(['2026-12-04', '2026-12-14', '2026-12-18', '2026-12-28', '2027-01-01']);
  });

  it('writes the first Sunday of each month, and the last', () => {
    const sundays: Rule = { ...fridays, lastDay: '2027-02-28', weekdays: [7] };
    expect(daysByRule({ ...sundays, weeks: 'first' })).toEqual(['2026-12-06', '2027-01-03', '2027-02-07']);
    expect(daysByRule({ ...sundays, weeks: 'last' })).toEqual(['2026-12-27', '2027-01-31', '2027-02-28']);
  });

  it('writes what ends after midnight, and doors that open before it, on the right days', () => {
    expect(showingByRule('2026-12-31', { ...fridays, from: '22:00', until: '02:00', doors: '21:00' }, 'UTC')).toEqual({
      startsAt: '2026-12-31T22:00:00.000Z',
      endsAt: '2027-01-01T02:00:00.000Z',
      doorsAt: '2026-12-31T21:00:00.000Z',
    });
    expect(showingByRule('2027-01-01', { ...fridays, from: '00:30', doors: '23:45' }, 'UTC')).toEqual({
      startsAt: '2027-01-01T00:30:00.000Z',
      doorsAt: '2026-12-31T23:45:00.000Z',
    });
    expect(showingByRule('2027-01-01', { ...fridays, from: undefined }, 'UTC')).toEqual({ startsAt: '2027-01-01' });
  });

  it('writes the same time of the day before and after the clocks are changed', () => {
    const showings = daysByRule({ ...fridays, firstDay: '2027-03-26', lastDay: '2027-04-02' }).map((day) =>
      showingByRule(day, fridays, 'Europe/Paris'),
    );
    expect(showings.map(({ startsAt }) => startsAt)).toEqual(['2027-03-26T17:30:00.000Z', '2027-04-02T16:30:00.000Z']);
  });

  it('stops one day after what an event can have, those not counted that are left out', () => {
    const daily: Rule = { ...fridays, lastDay: '2999-12-31', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(daysByRule(daily)).toHaveLength(maxShowings + 1);
    expect(daysByRule(daily, new Set(['2026-12-05']))).toHaveLength(maxShowings + 2);
  });

  it('writes each day that it says and no other, in order', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const days = daysByRule(one);
        expect(days).toEqual([...new Set(days)].sort());
        for (const day of days) {
          expect(one.weekdays).toContain(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
          expect(day >= one.firstDay && day <= one.lastDay).toBe(true);
        }
        // Each week is the last, or one of the first four, or the fifth; every week has them all.
        const every = daysByRule({ ...one, weeks: 'every' });
        if (every.length > maxShowings) return;
        expect(every).toEqual(expect.arrayContaining(days));
        const monthly = (['first', 'second', 'third', 'fourth'] as const).flatMap((weeks) =>
          daysByRule({ ...one, weeks }),
        );
        expect(new Set(monthly).size).toBe(monthly.length);
        expect(every.filter((day) => Number(day.slice(8)) <= 28)).toEqual(monthly.sort());
      }),
    );
  });

  it('ends after it has begun where the clocks leave out the time at which it begins, or at which doors open', () => {
    const zone = 'America/St_Johns';
    const one = { firstDay: '2024-03-10', lastDay: '2024-03-10', weekdays: [7], weeks: 'every' } as const;
    expect(showingByRule('2024-03-10', { ...one, from: '02:01', until: '03:00' }, zone)).toEqual({
      startsAt: '2024-03-10T05:31:00.000Z',
      endsAt: '2024-03-10T06:30:00.000Z',
    });
    expect(showingByRule('2024-03-10', { ...one, from: '03:00', doors: '02:30' }, zone)).toEqual({
      startsAt: '2024-03-10T05:30:00.000Z',
      doorsAt: '2024-03-10T05:00:00.000Z',
    });
  });

  it('begins at its time by the clocks of the site, ends after it, and opens the doors before it', () => {
    fc.assert(
      fc.property(rule, zone, (one, timeZone) => {
        for (const day of daysByRule(one)) {
          const { startsAt, endsAt, doorsAt } = showingByRule(day, one, timeZone);
          const local = toLocal(startsAt, timeZone);
          // A time that the clocks leave out is later on the same day.
          if (local !== `${day}T${one.from}`) expect(local > `${day}T${one.from}`).toBe(true);
          expect(local.slice(0, 10)).toBe(day);
          if (endsAt) expect(endsAt > startsAt).toBe(true);
          if (doorsAt) expect(doorsAt <= startsAt).toBe(true);
        }
      }),
    );
  });
});
