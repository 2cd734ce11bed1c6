import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { StoreBusy } from '../aws/transaction.ts';
import type { Locale } from '../domain/locale.ts';
import { lookUp } from '../domain/search-beginnings.ts';
import type { StoredCard } from './card.ts';
import { feedPartition } from './feed-keys.ts';
import type { FeedEntry } from './read.ts';
import { type Budget, type Place, PostingList } from './search-list.ts';
import { allReaders, searchPartition } from './search-postings.ts';

/** Most read units that one search spends on looking for places, unless told otherwise; the cards of what it has found come to it. */
const mostReadUnits = 30;

/** What readers of a locale search for: the words, as `wantedTerms` gives them. */
export interface Search {
  readonly locale: Locale;
  readonly terms: readonly string[];
}

/**
 * A page of what holds words that begin with each of the terms, newest first, of what is published up to `now` and comes after `after`.
 * `last` is the place to go on from where more may follow: that may be so on an empty page too, where the read units were spent.
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
  const { found, last } = await intersect(
    wordsOf(locale, terms, limit, { left: readUnits }),
    after !== undefined && after < upTo ? after : upTo,
    limit,
  );
  return { entries: await readCards(locale, found, now), last };
};

/** A word of the query: its postings for all readers, and for those of the locale. */
type Word = readonly PostingList[];

const wordsOf = (locale: Locale, terms: readonly string[], limit: number, budget: Budget): Word[] => {
  const expected = terms.length === 1 ? limit + 1 : 0;
  return terms.map((term) => {
    const { listed, rest } = lookUp(term);
    return [allReaders, locale].map(
      (readers) => new PostingList(searchPartition(readers, listed), rest, budget, expected),
    );
  });
};

const seek = async (word: Word, place: string): Promise<Place | undefined> => {
  const places = (await Promise.all(word.map((list) => list.seek(place)))).filter((one) => one !== undefined);
  return places.reduce<Place | undefined>(
    (newest, one) => (newest && newest.before >= one.before ? newest : one),
    undefined,
  );
};

/** The newest places that all words have: each word is asked for its next place before the oldest that another one has answered. */
const intersect = async (
  words: readonly Word[],
  from: string,
  limit: number,
): Promise<{ found: string[]; last?: string }> => {
  const found: string[] = [];
  let place = from;
  while (found.length < limit) {
    const places: Place[] = [];
    for (const next of await Promise.all(words.map((word) => seek(word, place)))) {
      if (!next) return { found };
      places.push(next);
    }
    const oldest = places.reduce((one, other) => (other.before < one.before ? other : one));
    if (places.some(({ at }) => at === undefined)) return { found, last: oldest.before };
    if (oldest.at !== undefined && places.every(({ at }) => at === oldest.at)) {
      found.push(oldest.at);
      place = oldest.at;
    } else {
      place = oldest.before;
    }
  }
  const isEnd = words.some((word) => word.every((list) => list.isPassed(place)));
  return isEnd ? { found } : { found, last: place };
};

/** What readers of the locale are shown of the places: the cards of their feed. What is not there any more is left out. */
const readCards = async (locale: Locale, sortKeys: readonly string[], now: Date): Promise<FeedEntry[]> => {
  if (sortKeys.length === 0) return [];
  const table = requireEnv('SHOWCASE_TABLE');
  const pk = { S: feedPartition({ locale }) };
  const Keys = sortKeys.map((sortKey) => ({ pk, sk: { S: sortKey } }));
  const { Responses, UnprocessedKeys } = await dynamodb.send(
    new BatchGetItemCommand({ RequestItems: { [table]: { Keys } } }),
  );
  if (UnprocessedKeys?.[table]) throw new StoreBusy('Some keys of a BatchGetItem were not processed.');
  const cards = new Map((Responses?.[table] ?? []).map((item) => [item.sk?.S ?? '', item]));
  return sortKeys.flatMap((sortKey) => {
    const item = cards.get(sortKey);
    if (!item || (item.unpublishAt?.S ?? '~') <= now.toISOString()) return [];
    return [{ sortKey, card: JSON.parse(item.card?.S ?? 'null') as StoredCard }];
  });
};
