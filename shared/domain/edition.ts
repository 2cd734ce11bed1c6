import * as z from 'zod';
import { eventContentSchema, instantSchema, publishedImageSchema, translationSchema } from './event.ts';
import { localeSchema } from './locale.ts';
import { slugSchema } from './slug.ts';

/** What is published of an event: the texts of the published languages only, each complete and with its slug. */
export const publishedContentSchema = eventContentSchema.extend({
  category: slugSchema,
  translations: z.record(localeSchema, translationSchema.required({ title: true, body: true, slug: true })),
});

export type PublishedContent = z.output<typeof publishedContentSchema>;

/** A publication: the content, and how it is shown. */
export const publicationSchema = z.strictObject({
  content: publishedContentSchema,
  publishedAt: instantSchema,
  unpublishAt: instantSchema.optional(),
  /** The languages whose feeds list it. */
  feedLocales: z.array(localeSchema),
  cover: publishedImageSchema.optional(),
  /** Views counted before it came here. */
  views: z.int().nonnegative().optional(),
});

export type Publication = z.output<typeof publicationSchema>;

/**
 * Everything that the public sees of an event now: from it the showcase can be made again at any time. It stays when an
 * event is withdrawn, since its former addresses still answer.
 */
export const editionSchema = z.strictObject({
  /** Grows by one with every publication and withdrawal. */
  number: z.int().positive(),
  publication: publicationSchema.optional(),
  /** Slugs per language that the public has seen and that are not current: they redirect, or answer 410. */
  former: z.record(localeSchema, z.array(slugSchema)),
  /** Paths of an earlier site that redirect here. */
  oldAddresses: z.array(z.string()).default([]),
});

export type Edition = z.output<typeof editionSchema>;

/** The slug of each published language. */
export const slugsOf = (publication: Publication): Record<string, string> =>
  Object.fromEntries(Object.entries(publication.content.translations).map(([locale, { slug }]) => [locale, slug]));

/** The former slugs after a publication or withdrawal: those before, and the old ones that were seen, without the current ones. */
export const formerSlugs = (
  before: Edition | undefined,
  current: Publication | undefined,
  now: Date,
): Edition['former'] => {
  const former = structuredClone(before?.former ?? {});
  const old = before?.publication;
  if (old && old.publishedAt <= now.toISOString()) {
    for (const [locale, slug] of Object.entries(slugsOf(old))) former[locale] = [...(former[locale] ?? []), slug];
  }
  const slugs = current ? slugsOf(current) : {};
  return Object.fromEntries(
    Object.entries(former)
      .map(([locale, all]) => [locale, [...new Set(all)].filter((slug) => slug !== slugs[locale])] as const)
      .filter(([, all]) => all.length > 0),
  );
};
