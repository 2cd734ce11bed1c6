import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocal, momentInWords, toLocal } from '../../../console/src/ui/dates.ts';

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

  it('is written in words by the clocks of the site', () => {
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'az', 'Asia/Baku')).toBe('29 noyabr 2026, 00:30');
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'en', 'Asia/Baku')).toBe('29 November 2026 at 00:30');
    expect(momentInWords('2026-11-28T20:30:00.000Z', 'ru', 'Asia/Baku')).toContain('29 ноября 2026');
  });
});
