import * as z from 'zod';
import { type ContentKind, itemKindOf } from '../events/event-kind.ts';
import { type Locale, localeSchema } from '../languages/locale.ts';
import { slugSchema } from '../text/slug.ts';

/**
 * What publications of all kinds have in common: the texts of each published language, and the languages whose feeds
 * list them.
 */
interface AnyPublication {
  readonly content: {
    readonly kind?: ContentKind | undefined;
    readonly translations: Readonly<Record<Locale, { readonly slug: string }>>;
  };
  readonly feedLocales: readonly Locale[];
}

/** True where readers see a publication at a time, as ISO 8601: it has begun, and has not ended. */
export const isPublicAt = (
  { publishedAt, unpublishAt }: { readonly publishedAt: string; readonly unpublishAt?: string | undefined },
  time: string,
): boolean => publishedAt <= time && (unpublishAt === undefined || unpublishAt > time);

/** The slug of each published language. */
export const slugsOf = ({
  content,
}: {
  readonly content: Pick<AnyPublication['content'], 'translations'>;
}): Record<Locale, string> =>
  Object.fromEntries(Object.entries(content.translations).map(([locale, { slug }]) => [locale, slug]));

/**
 * The publication as the site shows it: a language that was removed from the site is left out, and comes back with it.
 * Of a page or a notice this is found out when it is read.
 */
export const visiblePublication = <P extends AnyPublication>(publication: P | undefined): P | undefined => {
  if (!publication || itemKindOf(publication.content) !== 'event') return publication;
  const { content, feedLocales } = publication;
  const visible = Object.entries(content.translations).filter(([locale]) => feedLocales.includes(locale));
  if (visible.length === 0) return undefined;
  return { ...publication, content: { ...content, translations: Object.fromEntries(visible) } };
};

/** Slugs that something was published under, by language, the oldest first. */
export const slugHistorySchema = z.record(localeSchema, z.array(slugSchema));

export type SlugHistory = z.output<typeof slugHistorySchema>;

/** A history of slugs, and with it those of a publication. */
export const slugHistoryWith = (
  history: SlugHistory = {},
  publication: Pick<AnyPublication, 'content'>,
): SlugHistory => {
  const slugs = Object.entries(slugsOf(publication));
  return {
    ...history,
    ...Object.fromEntries(slugs.map(([locale, slug]) => [locale, [...new Set([...(history[locale] ?? []), slug])]])),
  };
};
