import type { PublishedItem } from './publication-source.ts';

/** How an item is to be published; at once where it has no time. */
export interface PublicationRequest {
  readonly locales: string[];
  readonly publishAt?: string;
  readonly unpublishAt: string | null;
}

const isSameTime = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one && other ? Date.parse(one) === Date.parse(other) : !one && !other;

/** Whether an item is as a publication leaves it that was asked for. */
export const isPublishedAs = (
  { locales, publishAt, unpublishAt }: PublicationRequest,
  { status, publishedLocales, hasUnpublishedChanges, publishedAt, unpublishAt: end }: PublishedItem,
): boolean =>
  (status === 'published' || status === 'scheduled') &&
  !hasUnpublishedChanges &&
  locales.every((locale) => publishedLocales.includes(locale)) &&
  isSameTime(unpublishAt, end) &&
  (!publishAt || isSameTime(publishAt, publishedAt));
