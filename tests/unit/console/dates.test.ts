import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  fromLocal,
  momentInWords,
  monthInWords,
  shortMoment,
  toLocal,
  weekdayInWords,
  zoneInWords,
} from '../../../console/src/ui/dates.ts';

it('names months, and moments where there is little room, in every language of the console', () => {
  expect(monthInWords('2026-11', 'az')).toBe('noyabr 2026');
  expect(monthInWords('2026-11', 'en')).toBe('November 2026');
  expect(monthInWords('2026-11', 'ru')).toBe('ноябрь 2026');
  expect(shortMoment('2026-11-28T20:30:00.000Z', 'az', 'Asia/Baku')).toBe('29.11.2026, 00:30');
  expect(shortMoment('2026-11-28T20:30:00.000Z', 'en', 'Asia/Baku')).toBe('29 Nov 2026, 00:30');
  expect(shortMoment('2026-11-28', 'ru', 'Pacific/Honolulu')).toBe('28.11.2026');
});

describe('a moment in a field of date and time', () => {
  it('comes back as it was, in zones with and without summer time', () => {
    const minutes = fc.integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2090-01-01') / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('Asia/Baku', 'Europe/Paris', 'America/St_Johns', 'UTC'), (minute, zone) => {
        const instant = new Date(minute * 60_000).toISOString();
        const local = toLocal(instant, zone);
        // An hour that the clocks show twice is one of the two moments.
        expect(toLocal(fromLocal(local, zone), zone)).toBe(local);
      }),
    );
  });

  it('is the first of two where clocks show a time twice, and as much later as they are put forward where they leave it out', () => {
    expect(fromLocal('2027-10-31T02:30', 'Europe/Paris')).toBe('2027-10-31T00:30:00.000Z');
    expect(fromLocal('2027-03-28T02:30', 'Europe/Paris')).toBe('2027-03-28T01:30:00.000Z');
    expect(toLocal('2027-03-28T01:30:00.000Z', 'Europe/Paris')).toBe('2027-03-28T03:30');
    // By half an hour, and at midnight.
    expect(toLocal(fromLocal('2027-10-03T02:10', 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe(
      '2027-10-03T02:40',
    );
    expect(toLocal(fromLocal('2027-04-30T00:10', 'Africa/Cairo'), 'Africa/Cairo')).toBe('2027-04-30T01:10');
  });

  it('is never shown as another time than the one that was written, but for those that clocks leave out', () => {
    const minutes = fc.integer({ min: Date.parse('1930-01-01') / 60_000, max: Date.parse('2090-01-01') / 60_000 });
    const zones = [
      'Asia/Baku',
      'Europe/Paris',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const shown = toLocal(fromLocal(local, zone), zone);
        if (shown !== local) expect(shown > local).toBe(true);
      }),
    );
  });

  it('is written in words by the clocks of the site', () => {
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'az', 'Asia/Baku')).toBe('29 noyabr 2026, 00:30');
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'en', 'Asia/Baku')).toBe('29 November 2026 at 00:30');
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'ru', 'Asia/Baku')).toContain('29 ноября 2026');
  });
});

describe('a day', () => {
  it('is written in words with its day of the week', () => {
    expect(dayInWords('2026-12-04', 'az')).toBe('4 dekabr 2026, cümə');
    expect(dayInWords('2026-12-04', 'en')).toMatch(/^Friday,? 4 December 2026$/);
    expect(dayInWords('2026-12-04', 'ru')).toContain('пятница, 4 декабря 2026');
    expect([1, 7].map((weekday) => weekdayInWords(weekday, 'az'))).toEqual(['bazar ertəsi', 'bazar']);
    expect([1, 7].map((weekday) => weekdayInWords(weekday, 'en'))).toEqual(['Monday', 'Sunday']);
  });
});

describe('the clocks of a zone', () => {
  it('are said as they are ahead of UTC at the time', () => {
    expect(zoneInWords('Asia/Baku')).toBe('UTC+4');
    expect(zoneInWords('Europe/Paris', '2027-07-01T00:00:00Z')).toBe('UTC+2');
    expect(zoneInWords('America/St_Johns', '2027-01-01T00:00:00Z')).toBe('UTC−3:30');
  });
});
