import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { toDocument } from '../aws/document.ts';
import { requireEnv } from '../aws/environment.ts';
import type { Write } from '../aws/transaction.ts';
import type { Site } from '../domain/site.ts';
import { type StoredCard, storedCardSchema } from './card.ts';
import { pageKey, type StoredPage, slugsKey } from './page.ts';
import { addressKey, siteKey } from './site-keys.ts';

/** An item of the showcase. */
export type ShowcaseItem = Readonly<Record<string, AttributeValue>> & {
  readonly pk: AttributeValue.SMember;
  readonly sk: AttributeValue.SMember;
};

/** Puts an item into the showcase. */
export const itemWrite = (item: ShowcaseItem): Write => ({
  Put: { TableName: requireEnv('SHOWCASE_TABLE'), Item: { ...item } },
});

/** Takes an item out of the showcase. */
export const itemRemoval = ({ pk, sk }: ShowcaseItem): Write => ({
  Delete: { TableName: requireEnv('SHOWCASE_TABLE'), Key: { pk, sk } },
});

/** A card at its place in a feed. What leaves the public by itself is deleted by the table some time after. */
export const cardItem = (partition: string, sortKey: string, card: StoredCard, unpublishAt?: string): ShowcaseItem => ({
  pk: { S: partition },
  sk: { S: sortKey },
  card: { S: JSON.stringify(storedCardSchema.parse(card)) },
  ...(unpublishAt && {
    unpublishAt: { S: unpublishAt },
    expiresAt: { N: String(Math.ceil(Date.parse(unpublishAt) / 1000)) },
  }),
});

/** A page, where its slug leads. Throws `DocumentTooLarge`. */
export const pageItem = (page: StoredPage): ShowcaseItem => ({
  ...pageKey(page.locale, page.slug),
  doc: toDocument(page),
});

/** An old slug that leads to the page that has a new one, from the moment that this is public. */
export const redirectItem = (locale: string, slug: string, movedTo: string, publishedAt: string): ShowcaseItem => ({
  ...pageKey(locale, slug),
  movedTo: { S: movedTo },
  publishedAt: { S: publishedAt },
});

/** A slug whose page was withdrawn. */
export const goneItem = (locale: string, slug: string): ShowcaseItem => ({
  ...pageKey(locale, slug),
  gone: { BOOL: true },
});

/** Under which slugs an event can be read, by locale, and when. */
export const slugsItem = (
  id: string,
  slugs: Readonly<Record<string, string>>,
  publishedAt: string,
  unpublishAt?: string,
): ShowcaseItem => ({
  ...slugsKey(id),
  publishedAt: { S: publishedAt },
  ...(unpublishAt && { unpublishAt: { S: unpublishAt } }),
  slugs: { S: JSON.stringify(slugs) },
});

/** An event that was public and was withdrawn. */
export const goneEventItem = (id: string): ShowcaseItem => ({ ...slugsKey(id), gone: { BOOL: true } });

/** A path of an earlier site that leads to an event. */
export const addressItem = (path: string, eventId: string): ShowcaseItem => ({
  ...addressKey(path),
  eventId: { S: eventId },
});

/** The settings as the public reads them. */
export const siteItem = (site: Site): ShowcaseItem => ({ ...siteKey, site: { S: JSON.stringify(site) } });
