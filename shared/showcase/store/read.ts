import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { getItem, type Item, keyOf } from '../../aws/table.ts';
import { noteEnd, notePlanned, noteShown } from '../../freshness/answer-facts.ts';
import type { ItemKind } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { StoredCard } from './card.ts';
import { type FeedScope, feedPartition } from './feed-keys.ts';
import { getItems } from './get-items.ts';
import { noteList } from './note-list.ts';
import { pageKey, type StoredPage, slugsKey, storedPageSchema } from './page.ts';
import { projectedDocument } from './projection.ts';
import { legacyPathKey } from './site-keys.ts';
import { showcaseTable } from './table.ts';

export interface FeedEntry {
  readonly sortKey: string;
  readonly card: StoredCard;
  /** In a list of what takes place: the start of the showing that is meant, where that is not the first of several. */
  readonly laterShowing?: string;
}

/** Which part of a feed is read. */
interface FeedRange {
  readonly limit: number;
  readonly after: string | undefined;
  readonly now: Date;
  /** Only what was published between two moments, the second of which is not included: see `publishedIn`. */
  readonly between?: readonly [string, string] | undefined;
  /**
   * True where it stands below something else: the answer is forgotten when one of its items changes, and not when
   * there is a newer one, which would be all answers at each publication.
   */
  readonly isBeside?: boolean;
}

/** Most Queries of a page: behind many that have ended a page is short, and goes on by its cursor. */
const mostQueries = 5;

/**
 * A page of a feed, newest first: one Query, of what is published up to `now` and comes after `after`. `last` is the
 * sort key to continue from where there may be more. What has come to its planned end is there until DynamoDB deletes
 * it, which may take days: what is missing for it is read in another Query, so that the page is the same before and
 * after.
 */
export const readFeed = async (scope: FeedScope, range: FeedRange): Promise<FeedPart> => {
  const entries: FeedEntry[] = [];
  let after = range.after;
  for (let queries = 1; ; queries += 1) {
    const part = await readPart(scope, { ...range, limit: range.limit - entries.length, after });
    entries.push(...part.entries);
    after = part.last;
    if (!part.isShort || after === undefined || queries === mostQueries) return { entries, last: after };
  }
};

/** Entries of a feed; `last` is the sort key to continue from where there may be more. */
interface FeedPart {
  readonly entries: FeedEntry[];
  readonly last?: string | undefined;
}

/**
 * What one Query finds; `isShort` where some of it has come to its end. The Query is spelled out, since it has a filter
 * and is the one read that is measured against the bare SDK.
 */
const readPart = async (
  scope: FeedScope,
  { limit, after, now, between: [from, to] = ['', '~'], isBeside = false }: FeedRange,
): Promise<FeedPart & { readonly isShort: boolean }> => {
  // '$' follows '#', so that what is published at this very millisecond is included.
  const present = `${now.toISOString()}$`;
  const upTo = [present, to, after ?? '~'].sort()[0] ?? '';
  const noted = isBeside ? undefined : noteList(upTo === present ? feedPartition(scope) : undefined, now);
  // A month that has not begun: DynamoDB refuses a range that ends before it begins.
  if (from > upTo) {
    await noted;
    return { entries: [], isShort: false };
  }
  const sent = dynamodb.send(
    new QueryCommand({
      TableName: env.showcaseTable,
      // A range includes its end: the cursor itself is left out by where the Query begins.
      KeyConditionExpression: from ? 'pk = :feed AND sk BETWEEN :from AND :before' : 'pk = :feed AND sk < :before',
      ...(from && upTo === after && { ExclusiveStartKey: keyOf(feedPartition(scope), after) }),
      // Few items have a planned end.
      FilterExpression: 'attribute_not_exists(unpublishAt) OR unpublishAt > :now',
      ExpressionAttributeValues: {
        ':now': { S: now.toISOString() },
        ':feed': { S: feedPartition(scope) },
        ':before': { S: upTo },
        ...(from && { ':from': { S: from } }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const [{ Items = [], ScannedCount = Items.length, LastEvaluatedKey }] = await Promise.all([sent, noted]);
  const entries = Items.map(({ sk, card, unpublishAt }) => {
    noteEnd(unpublishAt?.S);
    return {
      sortKey: sk?.S ?? '',
      // Parsed when it was written (`cardItem`): checking twenty of them again would cost as much as the Query leaves.
      card: JSON.parse(card?.S ?? 'null') as StoredCard,
    };
  });
  if (isBeside) entries.forEach(noteEntry);
  return { entries, last: LastEvaluatedKey?.sk?.S, isShort: entries.length < ScannedCount };
};

const noteEntry = ({ sortKey, card }: FeedEntry): void =>
  noteShown(`${card.kind === 'exhibition' ? 'exhibition' : 'event'}-${sortKey.split('#')[1] ?? ''}`);

/** One card of a feed, by its place there. */
export const readCard = (scope: FeedScope, sortKey: string): Promise<FeedEntry | undefined> =>
  getItem(showcaseTable, keyOf(feedPartition(scope), sortKey), ({ card }) => ({
    sortKey,
    card: JSON.parse(card?.S ?? 'null') as StoredCard,
  }));

export type SlugTarget =
  | { readonly kind: 'page'; readonly page: StoredPage }
  | { readonly kind: 'former'; readonly eventId: string }
  | { readonly kind: 'gone' };

const found = (item: Item): SlugTarget =>
  item.eventId?.S
    ? { kind: 'former', eventId: item.eventId.S }
    : { kind: 'page', page: projectedDocument(storedPageSchema, item.doc) };

/** What a slug leads to in one language. A scheduled page is not found. */
export const readPage = async (
  locale: Locale,
  slug: string,
  now: Date,
  kind?: ItemKind,
): Promise<SlugTarget | undefined> =>
  visibleTarget(await getItem(showcaseTable, pageKey(locale, slug, kind), found), now, kind);

/** What a slug leads to in each of the locales that knows it, in their order: one call however many they are. */
export const readPages = async (
  locales: readonly Locale[],
  slug: string,
  now: Date,
  kind?: ItemKind,
): Promise<{ locale: Locale; found: SlugTarget }[]> => {
  const items = await getItems(locales.map((locale) => pageKey(locale, slug, kind)));
  return locales.flatMap((locale) => {
    const item = items.find(({ pk }) => pk?.S === pageKey(locale, slug, kind).pk.S);
    const answer = visibleTarget(item && found(item), now, kind);
    return answer ? [{ locale, found: answer }] : [];
  });
};

/** Every page of the site names editors' pages and notices: those have no tag but the site's. */
const noteItem = (id: string, kind: ItemKind = 'event', planned: Parameters<typeof notePlanned>[0] = {}): void => {
  if (kind === 'event') noteShown(`event-${id}`);
  notePlanned(planned);
};

/** A page after its planned end is gone; a scheduled one is found only as far as it was public before. */
const visibleTarget = (answer: SlugTarget | undefined, now: Date, kind?: ItemKind): SlugTarget | undefined => {
  if (answer?.kind !== 'page') return answer;
  const { publishedAt, unpublishAt, wasPublic } = answer.page;
  noteItem(answer.page.id, kind, answer.page);
  const time = now.toISOString();
  if (publishedAt > time) return wasPublic && { kind: 'gone' };
  return unpublishAt && unpublishAt <= time ? { kind: 'gone' } : answer;
};

const slugsSchema = z.record(z.string(), z.string());

/** The slug of each language in which an event or a page can be read now, or `gone` where it could be once. */
export const readSlugs = async (
  id: string,
  now: Date,
  kind?: ItemKind,
): Promise<Record<Locale, string> | 'gone' | undefined> => {
  const item = await getItem(showcaseTable, slugsKey(id, kind));
  // Also where it is not public now: what leaves it out changes when it is.
  noteItem(id, kind, { publishedAt: item?.publishedAt?.S, unpublishAt: item?.unpublishAt?.S });
  return item && slugsIn(item, now);
};

/** The same of an item that was read. */
export const slugsIn = (item: Item, now: Date): Record<Locale, string> | 'gone' | undefined => {
  const time = now.toISOString();
  if (item.gone?.BOOL || (item.unpublishAt?.S ?? '~') <= time) return 'gone';
  if ((item.publishedAt?.S ?? '~') > time) return item.wasSeen?.BOOL ? 'gone' : undefined;
  return slugsSchema.parse(JSON.parse(item.slugs?.S ?? 'null'));
};

/** The event that a path of an earlier site leads to. */
export const readLegacyPath = (path: string): Promise<string | undefined> =>
  getItem(showcaseTable, legacyPathKey(path), ({ eventId }) => eventId?.S);
