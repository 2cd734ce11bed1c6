import { zoneOffset } from '../../../shared/model/time/zone-offset.ts';
import type { Language } from '../words/words.ts';

/**
 * Chromium claims to know Azerbaijani, and writes `2026 M11 28` all the same: its months stand here.
 */
const azMonths = [
  ...['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun'],
  ...['iyul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr', 'dekabr'],
];

/** Its days of the week, from Sunday on. */
const azWeekdays = ['bazar', 'bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə'];

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

/** Date and time on the clocks of a zone, in digits. */
const partsIn = (date: Date, timeZone: string): Parts => {
  const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', hourCycle: 'h23', ...digits });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value])) as unknown as Parts;
};

/** A moment in words, by the clocks of the site whatever those of the device are. */
export const momentInWords = (instant: string, language: Language, timeZone: string): string => {
  const date = new Date(instant);
  if (language !== 'az') {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
      timeZone,
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(date);
  }
  const { year, month, day, hour, minute } = partsIn(date, timeZone);
  return `${Number(day)} ${azMonths[Number(month) - 1]} ${year}, ${hour}:${minute}`;
};

/** A day (`2026-12-04`) in words, with its day of the week. */
export const dayInWords = (day: string, language: Language): string => {
  const date = new Date(`${day}T00:00:00Z`);
  if (language !== 'az')
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { dateStyle: 'full', timeZone: 'UTC' }).format(
      date,
    );
  return `${date.getUTCDate()} ${azMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${azWeekdays[date.getUTCDay()]}`;
};

/** How a day of the week is called in a row of seven, Monday being 1 and Sunday 7 (ISO 8601). */
export const weekdayInWords = (weekday: number, language: Language): string => {
  if (language === 'az') return azWeekdays[weekday % 7] ?? '';
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
};

/** A moment as a field of date and time takes it: `2026-11-28T19:30` by the clocks of a zone. A day stays a day. */
export const toLocal = (instant: string, timeZone: string): string => {
  if (instant.length === 10) return instant;
  const { year, month, day, hour, minute } = partsIn(new Date(instant), timeZone);
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
};

/** How far the clocks of a zone are ahead of UTC at a moment, else now: `UTC+4`, `UTC−3:30`. */
export const zoneInWords = (timeZone: string, instant?: string): string => {
  const minutes = Math.round(zoneOffset(timeZone, instant ? Date.parse(instant) : Date.now()) / 60);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
};

const dayLength = 24 * 3_600_000;

/**
 * The moment of which a field of date and time says when it is by the clocks of a zone. A time that clocks show twice is the first of the two; one that
 * they leave out is as much later as they are put forward (as `Temporal` has it).
 */
export const fromLocal = (local: string, timeZone: string): string => {
  const asUtc = Date.parse(`${local}:00Z`);
  // No zone changes its clocks twice within two days.
  const [before = 0, after = 0] = [-dayLength, dayLength].map((by) => zoneOffset(timeZone, asUtc + by) * 1000);
  const candidates = [asUtc - before, asUtc - after];
  const exact = candidates.find((instant) => instant + zoneOffset(timeZone, instant) * 1000 === asUtc);
  return new Date(exact ?? asUtc - before).toISOString();
};
