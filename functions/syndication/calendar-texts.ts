import { batchesOf } from '../../shared/aws/batches-of.ts';
import { visitIn } from '../../shared/model/events/visit-in.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import type { CalendarText } from '../../shared/public/feeds/syndicated-feed.ts';
import type { FeedEntry } from '../../shared/showcase/store/read.ts';
import { readTexts, type Whole } from '../../shared/showcase/store/read-whole-items.ts';

/** Most keys of one BatchGetItem. */
const batchSize = 100;

const textOf = (whole: Whole, locale: Locale, site: Site): CalendarText => {
  if (whole.kind === 'event') return { summary: whole.page.summary, place: whole.page.place };
  const { summary, place } = whole;
  return { summary, place: visitIn({ place, organisers: [] }, locale, site).place };
};

/**
 * What calendars say of entries and cards leave out, by the sort keys of the entries: one call for a hundred of them.
 * An event with several showings is read once. What is gone since its card was read is left to that.
 */
export const calendarTexts = async (
  entries: readonly FeedEntry[],
  site: Site,
): Promise<ReadonlyMap<string, CalendarText>> => {
  const items = [...new Map(entries.map((entry) => [entry.sortKey, entry])).values()];
  const batches = await Promise.all(batchesOf(items, batchSize).map(readTexts));
  const texts = new Map(batches.flatMap((batch) => [...batch.texts]));
  return new Map(
    items.flatMap(({ sortKey, card }): [string, CalendarText][] => {
      const whole = texts.get(sortKey);
      return whole ? [[sortKey, textOf(whole, card.locale, site)]] : [];
    }),
  );
};
