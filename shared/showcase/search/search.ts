import type { Locale } from '../../model/locale.ts';
import { prefixLookup } from '../../model/search-prefixes.ts';
import type { StoredCard } from '../store/card.ts';
import { feedPartition } from '../store/feed-keys.ts';
import { getItems } from '../store/get-items.ts';
import type { FeedEntry } from '../store/read.ts';
import { allOf, anyOf } from './search-join.ts';
import { PostingList, type PostingPosition, type PostingSource, type ReadBudget } from './search-list.ts';
import { allReaders, searchPartition } from './search-postings.ts';

/**
 * Most read units that one search spends on finding places, unless the caller says otherwise; reading the cards comes
 * on top.
 */
const mostReadUnits = 30;

/** What readers of a locale search for: the words, as `wantedTerms` gives them. */
interface Search {
  readonly locale: Locale;
  readonly terms: readonly string[];
}

/**
 * A page of what holds words that begin with each of the terms, newest first, of what is published up to `now` and
 * comes after `after`. `last` is the place to continue from where there may be more. An empty page may have one too,
 * where the read units were used up.
 */
export const search = async (
  { locale, terms }: Search,
  {
    limit,
    after,
    now,
    readUnits = mostReadUnits,
  }: { limit: number; after: string | undefined; now: Date; readUnits?: number },
): Promise<{ entries: FeedEntry[]; last?: string | undefined }> => {
  // '$' follows '#', so that what is published at this very millisecond is included.
  const upTo = `${now.toISOString()}$`;
  const places = placesOf(locale, terms, limit, { left: readUnits });
  const found: string[] = [];
  let place = after !== undefined && after < upTo ? after : upTo;
  let next: PostingPosition | undefined;
  while (found.length < limit) {
    next = await places.seek(place);
    if (next?.at === undefined) break;
    found.push(next.at);
    place = next.at;
  }
  if (next?.at !== undefined) next = places.isPassed(place) ? undefined : { before: place };
  return { entries: await readCards(locale, found, now), last: next?.before };
};

/**
 * A text that has one of the words has the others among the postings for the same readers: for all, or for those of the
 * locale.
 */
const placesOf = (locale: Locale, terms: readonly string[], limit: number, budget: ReadBudget): PostingSource =>
  anyOf(
    [allReaders, locale].map((readers) =>
      allOf(
        terms.map((term) => {
          const { listed, rest } = prefixLookup(term);
          return new PostingList(searchPartition(readers, listed), rest, budget, terms.length === 1 ? limit + 1 : 0);
        }),
      ),
    ),
  );

/**
 * The cards of the places, as readers of the locale see them in their feed. Cards that have been deleted are left out.
 */
const readCards = async (locale: Locale, sortKeys: readonly string[], now: Date): Promise<FeedEntry[]> => {
  if (sortKeys.length === 0) return [];
  const pk = { S: feedPartition({ locale }) };
  const items = await getItems(sortKeys.map((sortKey) => ({ pk, sk: { S: sortKey } })));
  const cards = new Map(items.map((item) => [item.sk?.S ?? '', item]));
  return sortKeys.flatMap((sortKey) => {
    const item = cards.get(sortKey);
    if (!item || (item.unpublishAt?.S ?? '~') <= now.toISOString()) return [];
    return [{ sortKey, card: JSON.parse(item.card?.S ?? 'null') as StoredCard }];
  });
};
