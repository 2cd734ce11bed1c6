import * as z from 'zod';
import { localeSchema } from './locale.ts';
import { slugSchema } from './slug.ts';
import { occasionSchema } from './time/occasion.ts';

/** When something takes place: two days, or two points in time. */
export interface Occasion {
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
}

/**
 * What remains of something that takes place and was called off: when it was to be, which calendars had it, and its title,
 * unless that is not to be said any more.
 */
export const cancellationSchema = z.strictObject({
  startsAt: occasionSchema,
  endsAt: occasionSchema.optional(),
  category: slugSchema,
  campaign: slugSchema.optional(),
  /** The languages that it was published in. */
  locales: z.array(localeSchema),
  /** The title of each of them; cancellations of 0.1.0 have none. */
  titles: z.record(localeSchema, z.string()).optional(),
});

export type Cancellation = z.output<typeof cancellationSchema>;

/** The instant by which it has ended, wherever on Earth its reader is: a day ends last in the zone that is twelve hours behind. */
export const endOf = ({ startsAt, endsAt = startsAt }: Occasion): string =>
  endsAt.length > 10 ? endsAt : new Date(Date.parse(endsAt) + 36 * 3_600_000).toISOString();

/** What a publication says of it. */
interface Published {
  readonly content: Partial<Occasion> & {
    readonly category: string;
    readonly campaign?: string | undefined;
    readonly translations: Readonly<Record<string, { readonly title: string }>>;
  };
  readonly publishedAt: string;
}

/**
 * What calendars are told where a publication ends at `at`: nothing where no reader has seen it, it has no date, or it
 * is over.
 */
export const cancellationOf = ({ content, publishedAt }: Published, at: string): Cancellation | undefined => {
  const { startsAt, endsAt, category, campaign, translations } = content;
  if (!startsAt || publishedAt > at || endOf({ startsAt, endsAt }) <= at) return undefined;
  const titles = Object.entries(translations).map(([locale, { title }]) => [locale, title]);
  return {
    ...{ startsAt, ...(endsAt && { endsAt }), category, ...(campaign && { campaign }) },
    locales: Object.keys(translations),
    titles: Object.fromEntries(titles),
  };
};

/** A cancellation that says no title. */
export const withoutTitles = ({ titles: _, ...rest }: Cancellation): Cancellation => rest;

/** The texts that calendars still say at a time of what was called off, as those of a publication. */
export const cancelledTexts = (
  cancelled: Cancellation | undefined,
  now: Date,
): Record<string, { readonly title: string }> =>
  cancelled && endOf(cancelled) > now.toISOString()
    ? Object.fromEntries(Object.entries(cancelled.titles ?? {}).map(([locale, title]) => [locale, { title }]))
    : {};
