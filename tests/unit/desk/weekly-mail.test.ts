import { expect, it } from 'vitest';
import { weekOf } from '../../../shared/desk/mail/weekly-mail.ts';

it.each([
  // In Baku it is four hours later than in UTC.
  ['2026-11-30T03:59:59.000Z', 'Asia/Baku', '2026-11-23'],
  ['2026-11-30T04:00:00.000Z', 'Asia/Baku', '2026-11-30'],
  ['2026-12-06T23:00:00.000Z', 'Asia/Baku', '2026-11-30'],
  ['2026-11-30T04:00:00.000Z', 'Europe/London', '2026-11-23'],
  ['2027-01-01T12:00:00.000Z', 'Europe/London', '2026-12-28'],
  // The clock goes forward on that Sunday.
  ['2026-03-30T06:59:59.000Z', 'Europe/London', '2026-03-23'],
  ['2026-03-30T07:00:00.000Z', 'Europe/London', '2026-03-30'],
])('the mail that is due at %s in %s is that of the week from %s on', (now, timeZone, monday) => {
  expect(weekOf(new Date(now), timeZone)).toBe(monday);
});
