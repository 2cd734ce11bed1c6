import { toDocument } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import type { Item, Key } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { ItemKind } from '../../model/events/event-kind.ts';
import { type Site, siteSchema } from '../../model/site/site.ts';
import { type StoredCard, storedCardSchema } from './card.ts';
import { pageKey, type StoredPage, slugsKey, storedPageSchema } from './page.ts';
import { projection } from './projection.ts';
import { type PublicSummary, publicSummaryAttribute } from './public-summary.ts';
import { legacyPathKey, siteKey } from './site-keys.ts';
import { showcaseTable } from './table.ts';

export type ShowcaseItem = Readonly<Item> & Key;

export const itemKeyText = ({ pk, sk }: ShowcaseItem): string => `${pk.S} ${sk.S}`;

export const itemWrite = (item: ShowcaseItem): Write => putWrite(showcaseTable, item);

export const itemRemoval = (key: Key): Write => deleteWrite(showcaseTable, key);

/**
 * The attributes of an item with a planned end: readers do not get it from then on, and the table deletes it some time
 * after.
 */
export const endAttributes = (unpublishAt: string | undefined): Readonly<Item> =>
  unpublishAt ? { unpublishAt: { S: unpublishAt }, ...expiry(unpublishAt) } : {};

/** A card at its place in a feed. The table deletes one with a planned end some time after that. */
export const cardItem = (partition: string, sortKey: string, card: StoredCard, unpublishAt?: string): ShowcaseItem => ({
  pk: { S: partition },
  sk: { S: sortKey },
  card: { S: JSON.stringify(projection(storedCardSchema, card)) },
  ...endAttributes(unpublishAt),
});

/** A page, where its slug leads. Throws `DocumentTooLargeError`. */
export const pageItem = (page: StoredPage, kind?: ItemKind): ShowcaseItem => ({
  ...pageKey(page.locale, page.slug, kind),
  doc: toDocument(projection(storedPageSchema, page)),
});

/** A slug that an event or a page had: it leads to the present address, or says that it was withdrawn. */
export const previousSlugItem = (locale: string, slug: string, eventId: string, kind?: ItemKind): ShowcaseItem => ({
  ...pageKey(locale, slug, kind),
  eventId: { S: eventId },
});

/** Under which slugs an event can be read, by locale, and when; `wasPublic` where it was public before. */
interface EventSlugs {
  readonly slugs: Readonly<Record<string, string>>;
  readonly publishedAt: string;
  readonly unpublishAt?: string | undefined;
  readonly wasPublic: boolean;
}

/** The item that says under which slugs an event can be read, and what is public of it. */
export const slugsItem = (
  id: string,
  publicSummary: PublicSummary,
  { slugs, publishedAt, unpublishAt, wasPublic }: EventSlugs,
  kind?: ItemKind,
): ShowcaseItem => ({
  ...slugsKey(id, kind),
  ...publicSummaryAttribute(publicSummary),
  publishedAt: { S: publishedAt },
  ...(unpublishAt && { unpublishAt: { S: unpublishAt } }),
  ...(wasPublic && { wasSeen: { BOOL: true } }),
  slugs: { S: JSON.stringify(slugs) },
});

/** An event that was public and was withdrawn. */
export const goneEventItem = (id: string, publicSummary: PublicSummary, kind?: ItemKind): ShowcaseItem => ({
  ...slugsKey(id, kind),
  ...publicSummaryAttribute(publicSummary),
  gone: { BOOL: true },
});

/** A path of an earlier site that leads to an event. */
export const legacyPathItem = (path: string, eventId: string): ShowcaseItem => ({
  ...legacyPathKey(path),
  eventId: { S: eventId },
});

export const siteItem = (site: Site): ShowcaseItem => ({
  ...siteKey,
  site: { S: JSON.stringify(projection(siteSchema, site)) },
});
