import * as z from 'zod';
import { localeSchema } from './locale.ts';
import { slugSchema } from './slug.ts';
import { occasionSchema } from './time/occasion.ts';

/** When something takes place: two days, or two points in time. */
export interface Occasion {
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
}

/** What remains of something that takes place and was withdrawn: not a word of it, only when it was to be and which calendars had it. */
export const cancellationSchema = z.strictObject({
  startsAt: occasionSchema,
  endsAt: occasionSchema.optional(),
  category: slugSchema,
  campaign: slugSchema.optional(),
  /** The languages that it was published in. */
  locales: z.array(localeSchema),
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
    readonly translations: Readonly<Record<string, unknown>>;
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
  const locales = Object.keys(translations);
  return { startsAt, ...(endsAt && { endsAt }), category, ...(campaign && { campaign }), locales };
};
