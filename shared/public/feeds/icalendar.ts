import type { Occurrence } from '../../model/events/event-kind.ts';
import { endOf } from '../../model/events/showing.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { nextDay } from '../../model/time/next-day.ts';
import type { StoredCancellation } from '../../showcase/store/cancelled.ts';
import { pageWord } from '../pages/markup/words.ts';
import { calendarText, contentLine } from './content-line.ts';
import { jpegOf } from './jpeg-of.ts';
import { type SyndicatedFeed, type SyndicatedItem, showingUid } from './syndicated-feed.ts';
import { utcBlock, utcTime, zonedTimes } from './time-zone.ts';

type Words = Readonly<Record<Locale, string>>;

const cancelledIn: Words = { az: 'Ləğv edilib', en: 'Cancelled', ru: 'Отменено' };

/** What stands before the title where an event does not take place as it was planned: some programs show no status. */
const changedIn: Readonly<Record<Occurrence, Words | undefined>> = {
  planned: undefined,
  postponed: { az: 'Təxirə salınıb', en: 'Postponed', ru: 'Перенесено' },
  rescheduled: { az: 'Vaxtı dəyişib', en: 'New time', ru: 'Новое время' },
  cancelled: cancelledIn,
};

/** RFC 5545, section 3.8.1.11. What is postponed has no time that is certain. */
const statuses: Readonly<Record<Occurrence, string>> = {
  planned: 'CONFIRMED',
  postponed: 'TENTATIVE',
  rescheduled: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

const withWord = (words: Words, locale: Locale, title: string | undefined): string =>
  [words[locale] ?? words.en, title].filter(Boolean).join(': ');

/** Something that was called off, with its title where that may still be said. */
interface CancelledEvent extends StoredCancellation {
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
  ].join('');
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
    // A calendar without a component is none (RFC 5545, section 3.6). Of the site's zone only those rules are written
    // that the times of events need.
    events || utcBlock,
    contentLine('END', 'VCALENDAR'),
  ].join('');
};

/**
 * The name and the address of its place, as far as the one does not say the other; the address on the web where there
 * is none.
 */
const locationOf = ({ placeName, address, onlineUrl }: SyndicatedItem): string | undefined => {
  if (placeName && address)
    return address.includes(placeName) ? address : placeName.includes(address) ? placeName : `${placeName}, ${address}`;
  return placeName ?? address ?? onlineUrl;
};

/** The summary, and where to join on the web, unless LOCATION says it: few programs know CONFERENCE. */
const descriptionOf = ({ summary, onlineUrl, locale }: SyndicatedItem, location: string | undefined): string =>
  [summary, onlineUrl && onlineUrl !== location && `${pageWord('online', locale)}: ${onlineUrl}`]
    .filter(Boolean)
    .join('\n\n');

const eventLines = (item: SyndicatedItem, startsAt: string, zoned: Zoned): string => {
  const { uid, sequence, updatedAt, publishedAt, endsAt, locale, title, geo, url, onlineUrl } = item;
  const { category, picture, occurrence = 'planned' } = item;
  const change = changedIn[occurrence];
  const image = picture && jpegOf(picture, 1280);
  const location = locationOf(item);
  const description = descriptionOf(item, location);
  return [
    ...beginning(uid, sequence, updatedAt),
    contentLine('CREATED', utcTime(publishedAt)),
    ...times({ startsAt, endsAt }, zoned),
    contentLine(`SUMMARY;LANGUAGE=${locale}`, calendarText(change ? withWord(change, locale, title) : title)),
    ...(description ? [contentLine(`DESCRIPTION;LANGUAGE=${locale}`, calendarText(description))] : []),
    ...(location ? [contentLine('LOCATION', calendarText(location))] : []),
    ...(geo ? [contentLine('GEO', geo.join(';'))] : []),
    contentLine('CATEGORIES', calendarText(category.label)),
    contentLine('URL', url),
    ...(onlineUrl ? [contentLine('CONFERENCE;VALUE=URI', onlineUrl)] : []),
    ...(image ? [contentLine(`IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=${image.type}`, image.url)] : []),
    contentLine('STATUS', statuses[occurrence]),
    contentLine('END', 'VEVENT'),
  ].join('');
};

/** Each of its showings that was not over yet when it was called off. */
const cancelledLines = (
  { id, at, sequence, startsAt, endsAt, others = [], title }: CancelledEvent,
  locale: Locale,
  zoned: Zoned,
): string =>
  [{ startsAt, endsAt }, ...others]
    .filter((showing) => endOf(showing) > at)
    .flatMap((showing) => [
      ...beginning(showingUid(id, showing.startsAt === startsAt ? undefined : showing.startsAt), sequence, at),
      ...times(showing, zoned),
      contentLine('SUMMARY', calendarText(withWord(cancelledIn, locale, title))),
      contentLine('STATUS', 'CANCELLED'),
      contentLine('END', 'VEVENT'),
    ])
    .join('');

/** The beginning of every event. Its UID is the same for good, in every language and at every address. */
const beginning = (uid: string, sequence: number, changedAt: string): string[] => [
  contentLine('BEGIN', 'VEVENT'),
  contentLine('UID', uid),
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
  return [
    contentLine('DTSTART;VALUE=DATE', startsAt.replaceAll('-', '')),
    // The first day on which it is over.
    contentLine('DTEND;VALUE=DATE', nextDay(endsAt ?? startsAt).replaceAll('-', '')),
    // A subscriber is not busy all that time.
    contentLine('TRANSP', 'TRANSPARENT'),
  ];
};
