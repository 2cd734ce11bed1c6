import type { Locale } from '../../model/languages/locale.ts';
import { artworkPrefixLengths, prefixLookup } from '../../model/text/search-prefixes.ts';
import { type FeedScope, feedPartition } from '../store/feed-keys.ts';
import { noteList } from '../store/note-list.ts';
import { type FeedEntry, readCard } from '../store/read.ts';
import { amongDays, goingOn } from './posting-filter.ts';
import { type FoundItem, readFound } from './read-found.ts';
import { type DayRange, inAnyZone, isWithin } from './search-days.ts';
import { allOf, anyOf } from './search-join.ts';
import { PostingList, type PostingPosition, type PostingSource, type ReadBudget } from './search-list.ts';
import {
  allReaders,
  artworkSearchPartition,
  exhibitionPlaceOf,
  markPartition,
  searchMarks,
  searchPartition,
} from './search-postings.ts';

/**
 * Most read units that one search spends on finding places, unless the caller says otherwise; reading what is found
 * comes on top.
 */
const mostReadUnits = 30;

/** What readers of a locale search for: the words, as `wantedTerms` gives them, and what it must be. */
interface Search extends DayRange {
  readonly locale: Locale;
  readonly terms: readonly string[];
  /** Artworks alone, or everything but artworks. */
  readonly only?: 'artworks' | 'others' | undefined;
  /** Of which kind; artworks have none. */
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
}

interface SearchOptions {
  readonly limit: number;
  readonly after: string | undefined;
  readonly now: Date;
  /** Where days are those of the site. */
  readonly timeZone?: string;
  readonly readUnits?: number;
}

/**
 * A page of what holds words that begin with each of the terms, newest first, of what is published up to `now` and
 * comes after `after`. `last` is the place to continue from where there may be more. An empty page may have one too,
 * where the read units were used up.
 */
export const search = async (
  wanted: Search,
  { limit, after, now, timeZone = 'UTC', readUnits = mostReadUnits }: SearchOptions,
): Promise<{ entries: FoundItem[]; last?: string | undefined }> => {
  // '$' follows '#', so that what is published at this very millisecond is included.
  const upTo = `${now.toISOString()}$`;
  // Whatever may be found later is in the feed of the language, or a page.
  const noted = noteList(feedPartition({ locale: wanted.locale }), now);
  // It is awaited with the last read, before which another one may fail.
  noted.catch(() => {});
  const budget = { left: readUnits };
  const places = placesOf(wanted, limit, budget);
  const isShown = exhibitionCheck(wanted, timeZone, now, budget);
  const found: string[] = [];
  let place = after !== undefined && after < upTo ? after : upTo;
  let next: PostingPosition | undefined;
  while (found.length < limit) {
    next = await places.seek(place);
    if (next?.at === undefined) break;
    const exhibition = exhibitionPlaceOf(next.at);
    if (exhibition === undefined || (await isShown(exhibition))) {
      found.push(next.at);
      place = next.at;
    } else {
      // None of its artworks: they come one after another, right before it.
      place = `${exhibition}!`;
    }
  }
  if (next?.at !== undefined) next = places.isPassed(place) ? undefined : { before: place };
  const [entries] = await Promise.all([readFound(wanted.locale, found, now), noted]);
  return { entries, last: next?.before };
};

const hasDays = ({ from, to }: DayRange): boolean => from !== undefined || to !== undefined;

/** By what the index lists something beside its words. */
const marksOf = (wanted: Search): string[] => {
  const { kind, category, tag } = wanted;
  const marks = [
    ...(kind ? [searchMarks.kind(kind)] : []),
    ...(category ? [searchMarks.category(category)] : []),
    ...(tag ? [searchMarks.tag(tag)] : []),
  ];
  return marks.length === 0 && hasDays(wanted) ? [searchMarks.all] : marks;
};

/**
 * A text that has one of the words has the others, and its marks, among the postings for the same readers: for all, or
 * for those of the locale.
 */
const placesOf = (wanted: Search, limit: number, budget: ReadBudget): PostingSource => {
  const { locale, terms, only, kind, tag } = wanted;
  const marks = marksOf(wanted);
  const days = amongDays(inAnyZone(wanted));
  const readers = [allReaders, locale];
  const listed = terms.filter((term) => [...term].length >= (artworkPrefixLengths[0] ?? 0));
  const expected = (lists: number) => (lists === 1 ? limit + 1 : 0);
  const others = readers.map((one) =>
    allOf([
      ...marks.map(
        (mark) => new PostingList(markPartition(one, mark), days, budget, expected(marks.length + terms.length)),
      ),
      ...terms.map((term) => {
        const { listed: beginning, rest } = prefixLookup(term);
        const most = expected(marks.length + terms.length);
        return new PostingList(searchPartition(one, beginning), goingOn(rest), budget, most);
      }),
    ]),
  );
  const artworks = readers.map((one) =>
    allOf(
      listed.map((term) => {
        const { listed: beginning, rest } = prefixLookup(term, artworkPrefixLengths);
        const partition = artworkSearchPartition(one, beginning);
        return new PostingList(partition, goingOn(rest), budget, expected(listed.length));
      }),
    ),
  );
  return anyOf([
    ...(only !== 'artworks' && terms.length + marks.length > 0 ? others : []),
    ...(only !== 'others' && !kind && !tag && listed.length > 0 ? artworks : []),
  ]);
};

/** Tells of the exhibitions of artworks, by their places, whether they are what is asked for. */
const exhibitionCheck = (
  { locale, category, from, to }: Search,
  timeZone: string,
  now: Date,
  budget: ReadBudget,
): ((exhibition: string) => Promise<boolean>) => {
  const scope: FeedScope = { locale };
  const known = new Map<string, Promise<boolean>>();
  const read = async (exhibition: string): Promise<boolean> => {
    budget.left -= 0.5;
    const entry: FeedEntry | undefined = await readCard(scope, exhibition);
    if (!entry || (category && entry.card.category !== category)) return false;
    return isWithin(entry.card, exhibition.split('#')[0] ?? now.toISOString(), { from, to }, timeZone);
  };
  return async (exhibition) => {
    if (category === undefined && !hasDays({ from, to })) return true;
    const answer = known.get(exhibition) ?? read(exhibition);
    known.set(exhibition, answer);
    return answer;
  };
};
