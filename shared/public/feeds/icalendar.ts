import type { Locale } from '../../model/locale.ts';
import type { StoredCancellation } from '../../showcase/store/cancelled.ts';
import { calendarText, contentLine } from './content-line.ts';
import { jpegOf, type SyndicatedFeed, type SyndicatedItem } from './syndicated-feed.ts';
import { utcTime, zonedTimes } from './time-zone.ts';

const cancelledIn: Readonly<Record<Locale, string>> = { az: 'Ləğv edilib', en: 'Cancelled', ru: 'Отменено' };

/** Something that was called off, with its title where that may still be said. */
export interface CancelledEvent extends StoredCancellation {
  readonly id: string;
  readonly title?: string | undefined;
}

type Zoned = ReturnType<typeof zonedTimes>;

/**
 * A page of a feed as iCalendar (RFC 5545, RFC 7986): its events with a date, and those that were withdrawn before they
 * had ended. Times are in the zone of the site, days are days in any.
 */
export const icalendar = (
  { title, locale, items }: SyndicatedFeed,
  cancelled: readonly CancelledEvent[],
  timeZone: string,
): string => {
  const zoned = zonedTimes(timeZone);
  const events = [
    ...items.map((item) => (item.startsAt ? eventLines(item, item.startsAt, zoned) : '')),
    ...cancelled.map((one) => cancelledLines(one, locale, zoned)),
  ];
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Sergi//Sergi//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('NAME', calendarText(title)),
    contentLine('X-WR-CALNAME', calendarText(title)),
    ...(zoned.name ? [contentLine('X-WR-TIMEZONE', zoned.name)] : []),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    contentLine('X-PUBLISHED-TTL', 'PT1H'),
    zoned.block(),
    ...events,
    contentLine('END', 'VCALENDAR'),
  ].join('');
};

const eventLines = (item: SyndicatedItem, startsAt: string, zoned: Zoned): string => {
  const { id, sequence, updatedAt, publishedAt, endsAt, locale, title, summary, placeName, url, category, picture } =
    item;
  const image = picture && jpegOf(picture, 1280);
  return [
    ...beginning(id, sequence, updatedAt),
    contentLine('CREATED', utcTime(publishedAt)),
    ...times({ startsAt, endsAt }, zoned),
    contentLine(`SUMMARY;LANGUAGE=${locale}`, calendarText(title)),
    ...(summary ? [contentLine(`DESCRIPTION;LANGUAGE=${locale}`, calendarText(summary))] : []),
    ...(placeName ? [contentLine('LOCATION', calendarText(placeName))] : []),
    contentLine('CATEGORIES', calendarText(category.label)),
    contentLine('URL', url),
    ...(image ? [contentLine(`IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=${image.type}`, image.url)] : []),
    contentLine('STATUS', 'CONFIRMED'),
    contentLine('END', 'VEVENT'),
  ].join('');
};

const cancelledLines = (
  { id, at, sequence, startsAt, endsAt, title }: CancelledEvent,
  locale: Locale,
  zoned: Zoned,
): string =>
  [
    ...beginning(id, sequence, at),
    ...times({ startsAt, endsAt }, zoned),
    // Some programs do not show a status.
    contentLine('SUMMARY', calendarText([cancelledIn[locale] ?? cancelledIn.en, title].filter(Boolean).join(': '))),
    contentLine('STATUS', 'CANCELLED'),
    contentLine('END', 'VEVENT'),
  ].join('');

/** The beginning of every event. The id is its UID: the same for good, in every language and at every address. */
const beginning = (id: string, sequence: number, changedAt: string): string[] => [
  contentLine('BEGIN', 'VEVENT'),
  contentLine('UID', id),
  contentLine('DTSTAMP', utcTime(changedAt)),
  contentLine('LAST-MODIFIED', utcTime(changedAt)),
  contentLine('SEQUENCE', sequence),
];

const times = (
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt?: string | undefined },
  zoned: Zoned,
): string[] => {
  if (startsAt.length > 10) {
    // An end must come after the start: an event that begins and ends at the same moment has no end.
    return [zoned.line('DTSTART', startsAt), ...(endsAt && endsAt > startsAt ? [zoned.line('DTEND', endsAt)] : [])];
  }
  const dayAfter = new Date(Date.parse(endsAt ?? startsAt) + 24 * 3_600_000).toISOString().slice(0, 10);
  return [
    contentLine('DTSTART;VALUE=DATE', startsAt.replaceAll('-', '')),
    // The first day on which it is over.
    contentLine('DTEND;VALUE=DATE', dayAfter.replaceAll('-', '')),
    // A subscriber is not busy all that time.
    contentLine('TRANSP', 'TRANSPARENT'),
  ];
};
