import { zoneOffset } from './zone-offset.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make a format takes longer than to use it twenty times, so the one of each zone is kept. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit' } as const),
  });
  formats.set(timeZone, format);
  return format;
};

const partsIn = (instant: string, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );

/** The day (`2022-11-18`) that it is in a time zone at an instant; a day stays as it is. */
export const dayOf = (occasion: string, timeZone: string): string => {
  if (occasion.length === 10) return occasion;
  const { year, month, day } = partsIn(occasion, timeZone);
  return `${year}-${month}-${day}`;
};

/** The hour and minute (`19:30`) that it is in a time zone at an instant; a day has none. */
export const timeOf = (occasion: string, timeZone: string): string | undefined => {
  if (occasion.length === 10) return undefined;
  const { hour, minute } = partsIn(occasion, timeZone);
  return `${hour}:${minute}`;
};

/**
 * An instant as it is written in a time zone, with the offset there (`2022-11-18T12:00:00+04:00`; ISO 8601); a day
 * stays as it is. ISO 8601 has no seconds in offsets, as zones had until a century ago: theirs is cut to minutes.
 */
export const withOffset = (occasion: string, timeZone: string): string => {
  if (occasion.length === 10) return occasion;
  const instant = Math.floor(Date.parse(occasion) / 1000) * 1000;
  const minutes = Math.trunc(zoneOffset(timeZone, instant) / 60);
  const local = new Date(instant + minutes * 60_000).toISOString().replace(/\.\d+Z$/, '');
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};
