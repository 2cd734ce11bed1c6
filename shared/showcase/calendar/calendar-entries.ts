import * as z from 'zod';
import { expiry } from '../../aws/expiry.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { occasionSchema } from '../../model/time/occasion.ts';
import { feedSortKey } from '../store/feed-keys.ts';
import { projectedJson } from '../store/projection.ts';
import { itemKeyText, type ShowcaseItem } from '../store/write.ts';
import { tagItems } from '../tags/tag-items.ts';
import { monthsTouched } from './months.ts';

/**
 * Raised whenever the same occurrences are listed differently: the maintenance then lets a rebuild list all of them
 * anew.
 */
export const calendarVersion = 2;

/** What the calendar holds of an event or an exhibition: enough to tell each of its entries. */
export const calendarContentSchema = z.strictObject({
  making: z.int(),
  publishedAt: instantSchema,
  /** When it leaves the public by itself. */
  unpublishAt: instantSchema.optional(),
  category: slugSchema,
  campaign: slugSchema.optional(),
  /** When it takes place, each time. */
  occurrences: z.array(z.strictObject({ startsAt: occasionSchema, endsAt: occasionSchema.optional() })),
  /** Its tags, by the language of its page. */
  tags: z.record(localeSchema, z.array(z.string())).optional(),
});

export type CalendarContent = z.output<typeof calendarContentSchema>;

/** What is to be listed, as it is listed now; nothing, where it takes place at no time and has no tags. */
export const toCalendarContent = (parts: Omit<CalendarContent, 'making'>): CalendarContent | undefined =>
  parts.occurrences.length > 0 || parts.tags ? { making: calendarVersion, ...parts } : undefined;

/** An occurrence in a month, as it is stored. */
const storedEntrySchema = calendarContentSchema.omit({ making: true, occurrences: true, tags: true }).extend({
  startsAt: occasionSchema,
  endsAt: occasionSchema.optional(),
  /** True in the first of the months that it touches. */
  isFirst: z.boolean(),
});

/** An occurrence in a month, and of what. */
export interface CalendarEntry extends z.output<typeof storedEntrySchema> {
  readonly id: string;
  /** The sort key of its item: its place in the calendar. */
  readonly place: string;
  /** The place of its card in a feed. */
  readonly cardSortKey: string;
}

/** The partition of the calendar, by month and start: `2026-11#2026-11-18T15:00:00.000Z#<id>`. */
export const calendarPartition = 'CALENDAR';

/**
 * The items of everything that is listed, by their keys: one for each occurrence and month that it touches, and for
 * each tag.
 */
export const calendarItems = (id: string, listed: CalendarContent): Map<string, ShowcaseItem> => {
  const { making: _, occurrences, tags: __, ...shared } = listed;
  const items = occurrences.flatMap((occurrence) =>
    monthsTouched(occurrence).map(
      (month, n): ShowcaseItem => ({
        pk: { S: calendarPartition },
        sk: { S: `${month}#${occurrence.startsAt}#${id}` },
        entry: { S: JSON.stringify({ ...shared, ...occurrence, isFirst: n === 0 }) },
        // As of a card: the table deletes it some time after.
        ...(listed.unpublishAt && expiry(listed.unpublishAt)),
      }),
    ),
  );
  return new Map([...items, ...tagItems(id, listed)].map((item) => [itemKeyText(item), item]));
};

/** The entry that an item holds. */
export const calendarEntryIn = ({ sk, entry }: Readonly<Record<string, { S?: string | undefined }>>): CalendarEntry => {
  const stored = projectedJson(storedEntrySchema, entry);
  const id = sk?.S?.split('#')[2] ?? '';
  return { ...stored, id, place: sk?.S ?? '', cardSortKey: feedSortKey(stored.publishedAt, id) };
};
