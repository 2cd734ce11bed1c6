import * as z from 'zod';
import { localeSchema } from '../languages/locale.ts';
import { slugSchema } from '../text/slug.ts';
import { occasionSchema } from '../time/occasion.ts';
import { byStart, endOf, type Occasion } from './showing.ts';

/**
 * What remains of something that takes place and was called off: when it was to be, which calendars had it, and its
 * title, unless that is not to be said any more.
 */
export const cancellationSchema = z.strictObject({
  startsAt: occasionSchema,
  endsAt: occasionSchema.optional(),
  /** The further times of something with several, by start, those that were over left out. */
  others: z.array(z.strictObject({ startsAt: occasionSchema, endsAt: occasionSchema.optional() })).optional(),
  category: slugSchema,
  campaign: slugSchema.optional(),
  /** The languages that it was published in. */
  locales: z.array(localeSchema),
  /** The title of each of them; cancellations of 0.1.0 have none. */
  titles: z.record(localeSchema, z.string()).optional(),
});

export type Cancellation = z.output<typeof cancellationSchema>;

/** The instant by which the last of its times has ended. */
export const lastEndOf = ({
  others = [],
  ...first
}: Occasion & { readonly others?: readonly Occasion[] | undefined }) =>
  [first, ...others].map(endOf).reduce((one, other) => (one > other ? one : other));

/** What a publication says of it. */
interface Published {
  readonly content: {
    readonly showings: readonly Occasion[];
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
  const { showings, category, campaign, translations } = content;
  const [first, ...later] = byStart(showings).map(({ startsAt, endsAt }) => ({ startsAt, ...(endsAt && { endsAt }) }));
  if (!first || publishedAt > at || showings.every((showing) => endOf(showing) <= at)) return undefined;
  const others = later.filter((showing) => endOf(showing) > at);
  const titles = Object.entries(translations).map(([locale, { title }]) => [locale, title]);
  return {
    ...first,
    ...(others.length > 0 && { others }),
    ...{ category, ...(campaign && { campaign }) },
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
  cancelled && lastEndOf(cancelled) > now.toISOString()
    ? Object.fromEntries(Object.entries(cancelled.titles ?? {}).map(([locale, title]) => [locale, { title }]))
    : {};
