import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  movedTo,
  onDays,
  onNextDay,
  showingInWords,
  withDoors,
} from '../../../console/src/events/fields/showing-times.ts';
import { toLocal } from '../../../console/src/ui/dates.ts';

const evening = {
  startsAt: '2027-03-27T17:30:00.000Z',
  endsAt: '2027-03-27T19:00:00.000Z',
  doorsAt: '2027-03-27T17:00:00.000Z',
};

describe('a showing', () => {
  it('keeps its length and its doors by the clocks where it is moved over their change', () => {
    expect(movedTo(evening, '2027-03-28T18:30', 'Europe/Paris')).toEqual({
      startsAt: '2027-03-28T16:30:00.000Z',
      endsAt: '2027-03-28T18:00:00.000Z',
      doorsAt: '2027-03-28T16:00:00.000Z',
    });
  });

  it('comes back as it was from wherever it was moved', () => {
    const minute = fc.integer({ min: Date.parse('2000-01-01') / 60_000, max: Date.parse('2090-01-01') / 60_000 });
    const timeZone = fc.constantFrom('Asia/Baku', 'Europe/Paris', 'America/St_Johns');
    fc.assert(
      fc.property(minute, timeZone, (to, zone) => {
        const there = movedTo(evening, toLocal(new Date(to * 60_000).toISOString(), zone), zone);
        // What the clocks leave out or show twice is elsewhere.
        fc.pre(there.endsAt !== undefined && Date.parse(there.endsAt) - Date.parse(there.startsAt) === 5_400_000);
        fc.pre(there.doorsAt !== undefined && Date.parse(there.startsAt) - Date.parse(there.doorsAt) === 1_800_000);
        expect(movedTo(there, toLocal(evening.startsAt, zone), zone)).toEqual(evening);
      }),
    );
  });

  it('has no time yet where its time is taken away, and keeps the rest', () => {
    expect(movedTo(evening, '', 'UTC')).toEqual({ ...evening, startsAt: '' });
    expect(movedTo({ startsAt: '2027-03-27' }, '', 'UTC')).toEqual({ startsAt: '', allDay: true });
    expect(movedTo({ startsAt: '', allDay: true }, '2027-03-27', 'UTC')).toEqual({ startsAt: '2027-03-27' });
  });

  it('is of days or of times', () => {
    const days = onDays(evening, true, 'Asia/Baku');
    expect(days).toEqual({ startsAt: '2027-03-27', endsAt: '2027-03-27' });
    expect(onDays(days, false, 'Asia/Baku').startsAt).toBe('2027-03-26T20:00:00.000Z');
    expect(onDays({ startsAt: '' }, true, 'Asia/Baku')).toEqual({ startsAt: '', allDay: true });
  });

  it('has doors that open before it, though that be the day before', () => {
    expect(withDoors(evening, '17:45', 'UTC').doorsAt).toBe('2027-03-26T17:45:00.000Z');
    expect(withDoors(evening, '16:45', 'UTC').doorsAt).toBe('2027-03-27T16:45:00.000Z');
    expect(withDoors(evening, '', 'UTC')).not.toHaveProperty('doorsAt');
  });

  it('is copied to the next day that is free', () => {
    const next = onNextDay({ startsAt: '2027-03-27' }, [{ startsAt: '2027-03-27' }, { startsAt: '2027-03-28' }], 'UTC');
    expect(next).toEqual({ startsAt: '2027-03-29' });
  });

  it.each([
    [evening, 'az', '27 mart 2027, şənbə, 21:30–23:00'],
    [evening, 'ru', 'суббота, 27 марта 2027 г., 21:30–23:00'],
    [{ startsAt: '2027-03-27', endsAt: '2027-03-28' }, 'az', '27 mart 2027, şənbə – 28 mart 2027, bazar'],
    [{ startsAt: '' }, 'en', ''],
  ] as const)('is written in words', (showing, language, words) => {
    expect(showingInWords(showing, language, 'Asia/Baku')).toBe(words);
  });
});
