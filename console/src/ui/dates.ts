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

const azShortWeekdays = ['B.', 'B.e.', 'Ç.a.', 'Ç.', 'C.a.', 'C.', 'Ş.'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format, made once: making one costs more than a row of a list. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
};

/** What `Intl` calls the languages whose dates every browser knows. */
const intlLocale = (language: Exclude<Language, 'az'>): string => (language === 'en' ? 'en-GB' : 'ru');

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
  const format = formatOf('en', { timeZone, year: 'numeric', hourCycle: 'h23', ...digits });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value])) as unknown as Parts;
};

/** A moment in words, by the clocks of the site whatever those of the device are. */
export const momentInWords = (instant: string, language: Language, timeZone: string): string => {
  const date = new Date(instant);
  if (language !== 'az') {
    return formatOf(intlLocale(language), { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(date);
  }
  const { year, month, day, hour, minute } = partsIn(date, timeZone);
  return `${Number(day)} ${azMonths[Number(month) - 1]} ${year}, ${hour}:${minute}`;
};

/** A day (`2026-12-04`) in words, with its day of the week. */
export const dayInWords = (day: string, language: Language): string => {
  const date = new Date(`${day}T00:00:00Z`);
  if (language !== 'az') return formatOf(intlLocale(language), { dateStyle: 'full', timeZone: 'UTC' }).format(date);
  return `${date.getUTCDate()} ${azMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${azWeekdays[date.getUTCDay()]}`;
};

/** How a day of the week is called in a row of seven, Monday being 1 and Sunday 7 (ISO 8601). */
export const weekdayInWords = (weekday: number, language: Language): string => {
  if (language === 'az') return azWeekdays[weekday % 7] ?? '';
  // The first of January 2024 was a Monday.
  return formatOf(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
};

/** The same where there is little room. */
export const shortWeekday = (weekday: number, language: Language): string => {
  if (language === 'az') return azShortWeekdays[weekday % 7] ?? '';
  return formatOf(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
};

/** A month, `2026-11`, in words. */
export const monthInWords = (month: string, language: Language): string => {
  const [year, number] = month.split('-');
  if (language === 'az') return `${azMonths[Number(number) - 1]} ${year}`;
  return `${formatOf(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`))} ${year}`;
};

/** A moment or a day where there is little room, by the clocks of the site: `28.11.2026, 20:30`. */
export const shortMoment = (time: string, language: Language, timeZone: string): string => {
  const isDay = time.length === 10;
  const { year, month, day, hour, minute } = partsIn(new Date(time), isDay ? 'UTC' : timeZone);
  const inEnglish = formatOf('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  const date = language === 'en' ? inEnglish.format(new Date(`${year}-${month}-${day}`)) : `${day}.${month}.${year}`;
  return isDay ? date : `${date}, ${hour}:${minute}`;
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
 * The moment of which a field of date and time says when it is by the clocks of a zone. A time that clocks show twice
 * is the first of the two; one that they leave out is as much later as they are put forward (as `Temporal` has it).
 */
export const fromLocal = (local: string, timeZone: string): string => {
  const asUtc = Date.parse(`${local}:00Z`);
  // No zone changes its clocks twice within two days.
  const [before = 0, after = 0] = [-dayLength, dayLength].map((by) => zoneOffset(timeZone, asUtc + by) * 1000);
  const candidates = [asUtc - before, asUtc - after];
  const exact = candidates.find((instant) => instant + zoneOffset(timeZone, instant) * 1000 === asUtc);
  return new Date(exact ?? asUtc - before).toISOString();
};
