import { toDocument } from '../aws/document.ts';
import { requireEnv } from '../aws/environment.ts';
import type { Write } from '../aws/transaction.ts';
import { type StoredCard, storedCardSchema } from './card.ts';
import { pageKey, type StoredPage, slugsKey } from './page.ts';

const put = (item: Record<string, unknown>): Write =>
  ({ Put: { TableName: requireEnv('SHOWCASE_TABLE'), Item: item } }) as Write;

/** Lists a card at a place of a feed. */
export const cardWrite = (partition: string, sortKey: string, card: StoredCard): Write =>
  put({ pk: { S: partition }, sk: { S: sortKey }, card: { S: JSON.stringify(storedCardSchema.parse(card)) } });

/** Takes a card off a feed. */
export const cardRemoval = (partition: string, sortKey: string): Write => ({
  Delete: { TableName: requireEnv('SHOWCASE_TABLE'), Key: { pk: { S: partition }, sk: { S: sortKey } } },
});

/** Puts a page where its slug leads. Throws `DocumentTooLarge`. */
export const pageWrite = (page: StoredPage): Write =>
  put({ ...pageKey(page.locale, page.slug), doc: toDocument(page) });

/** Leads an old slug to the page that has a new one. */
export const redirectWrite = (locale: string, slug: string, movedTo: string): Write =>
  put({ ...pageKey(locale, slug), movedTo: { S: movedTo } });

/** Says of a slug that its page was withdrawn. */
export const goneWrite = (locale: string, slug: string): Write =>
  put({ ...pageKey(locale, slug), gone: { BOOL: true } });

/** Removes a page that nobody has seen. */
export const pageRemoval = (locale: string, slug: string): Write => ({
  Delete: { TableName: requireEnv('SHOWCASE_TABLE'), Key: pageKey(locale, slug) },
});

/** Says under which slugs an event can be read, by locale, and from when. */
export const slugsWrite = (id: string, publishedAt: string, slugs: Readonly<Record<string, string>>): Write =>
  put({ ...slugsKey(id), publishedAt: { S: publishedAt }, slugs: { S: JSON.stringify(slugs) } });

/** Forgets under which slugs an event could be read. */
export const slugsRemoval = (id: string): Write => ({
  Delete: { TableName: requireEnv('SHOWCASE_TABLE'), Key: slugsKey(id) },
});
