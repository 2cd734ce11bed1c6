import type { Language } from '../words/words.ts';

/**
 * Chromium claims to know Azerbaijani, and writes `2026 M11 28` all the same: its months stand here.
 */
const azMonths = [
  ...['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun'],
  ...['iyul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr', 'dekabr'],
];

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

/** A moment as a field of date and time takes it: `2026-11-28T19:30` by the clocks of a zone. A day stays a day. */
export const toLocal = (instant: string, timeZone: string): string => {
  if (instant.length === 10) return instant;
  const { year, month, day, hour, minute } = partsIn(new Date(instant), timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

/** The moment of which a field of date and time says when it is by the clocks of a zone. */
export const fromLocal = (local: string, timeZone: string): string => {
  const asUtc = Date.parse(`${local}:00Z`);
  // The offset of the zone is that of the moment itself, which the first guess may miss by an hour.
  let instant = asUtc;
  for (let round = 0; round < 2; round += 1) {
    instant -= Date.parse(`${toLocal(new Date(instant).toISOString(), timeZone)}:00Z`) - asUtc;
  }
  return new Date(instant).toISOString();
};
