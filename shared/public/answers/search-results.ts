import { highlightedFields, type SearchKind, type SearchResult } from '../../contract/public-schemas.ts';
import { fromPlaceCursor, toCursor } from '../../http/cursor.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { highlightsIn } from '../../model/text/search-highlights.ts';
import { termsOf, wantedTerms } from '../../model/text/search-terms.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import type { FoundCard } from '../../showcase/search/read-found.ts';
import { search } from '../../showcase/search/search.ts';
import { isWithin } from '../../showcase/search/search-days.ts';
import { cardKind, toFeedCard } from '../../showcase/store/card.ts';
import type { FrameEntry } from '../../showcase/store/frame.ts';
import { pageUrlOfArtwork } from '../../showcase/store/page-urls.ts';
import { withSlugs } from '../../showcase/store/with-slugs.ts';
import { tagKey } from '../../showcase/tags/tag-items.ts';
import { toPageCard } from './editors-page.ts';
import { toPublicArtwork } from './to-public-artwork.ts';

/** What somebody searches for: words, and what it must be. */
export interface SearchQuery {
  readonly locale: Locale;
  readonly q: string;
  readonly kind?: SearchKind | undefined;
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
  /** The first and the last day of those on which it takes place or, of news, was published. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** True where artworks are left out, if no kind is asked for. */
  readonly withoutArtworks?: boolean;
}

interface PageOptions {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly site: Site;
  readonly now: Date;
}

/** A page of what was found, newest first; `nextCursor` is there where more may follow. */
interface SearchResults {
  readonly items: SearchResult[];
  readonly nextCursor?: string;
}

/** The name of a search that cursors are bound to. */
const listOf = ({ locale, kind, category, tag, from, to, withoutArtworks }: SearchQuery, terms: readonly string[]) => {
  const filters = Object.entries({ kind, category, tag: tag && tagKey(tag), from, to, withoutArtworks });
  const given = filters.flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  return ['SEARCH', locale, ...terms, ...given].join('#');
};

/** Finds what a query asks for. Throws a 400 where its days are in no order, or the cursor is that of another query. */
export const searchResults = async (query: SearchQuery, options: PageOptions): Promise<SearchResults> => {
  const { locale, q, kind, category, tag, from, to, withoutArtworks } = query;
  const { limit, cursor, site, now } = options;
  if (from && to && to < from) throw new InvalidInputError([fieldError('to', 'before', { field: 'from' })]);
  const terms = wantedTerms(q);
  const list = listOf(query, terms);
  const after = fromPlaceCursor(list, cursor);
  const only = kind === 'artwork' ? 'artworks' : kind || withoutArtworks ? 'others' : undefined;
  const wanted = { locale, terms, only, category, tag, from, to, ...(only === 'others' && { kind }) } as const;
  const { entries, last } = await search(wanted, { limit, after, now, timeZone: site.timeZone });
  const cards = await withSlugs(entries.filter((entry) => entry.page === undefined));
  const known = new Map(cards.map((entry) => [entry.sortKey, entry]));
  const items = entries.flatMap((found): SearchResult[] => {
    if (found.page) return pageResult(found.page, terms, { locale, site, now });
    const entry = known.get(found.sortKey) ?? found;
    if (!isStill(entry, query, site)) return [];
    if (entry.artwork) return artworkResult(entry, entry.artwork, terms, { locale, site, now });
    const card = toFeedCard(entry, { locale, site, now });
    return [{ ...card, highlights: highlightsOf(card, terms) }];
  });
  return { items, ...(last && { nextCursor: toCursor(list, last) }) };
};

/** The index may be behind what is public, and holds days of any time zone. */
const isStill = ({ card, sortKey }: FoundCard, { kind, category, from, to }: SearchQuery, site: Site): boolean =>
  (!kind || kind === 'artwork' || cardKind(card) === kind) &&
  (!category || card.category === category) &&
  ((!from && !to) || isWithin(card, sortKey.split('#')[0] ?? '', { from, to }, site.timeZone));

/** Where the words are in the fields of a result. */
const highlightsOf = (
  result: Readonly<Partial<Record<(typeof highlightedFields)[number], string | undefined>>>,
  terms: readonly string[],
): SearchResult['highlights'] =>
  highlightedFields.flatMap((field) => highlightsIn(result[field] ?? '', terms).map((range) => ({ field, ...range })));

interface Shown {
  readonly locale: Locale;
  readonly site: Site;
  readonly now: Date;
}

/** An artwork, where it has all of the words in what is public of it now. */
const artworkResult = (
  entry: FoundCard,
  artwork: PublishedArtwork,
  terms: readonly string[],
  shown: Shown,
): SearchResult[] => {
  const { id, category, campaign, publishedAt, locale, slug, url, title, alternates } = toFeedCard(entry, shown);
  const of = toPublicArtwork(id, artwork, locale, shown.site);
  const artist = artwork.artist.name;
  const words = termsOf(of.title, artist ?? '');
  if (!terms.every((term) => words.some((word) => word.startsWith(term)))) return [];
  const result = {
    id: artwork.id,
    kind: 'artwork' as const,
    ...{ title: of.title, locale: of.locale, slug, category, campaign, publishedAt, ...(artist && { artist }) },
    url: pageUrlOfArtwork(shown.site, locale, slug, artwork.id),
    alternates: alternates.map((other) => ({
      ...other,
      url: pageUrlOfArtwork(shown.site, other.locale, other.slug, artwork.id),
    })),
    exhibition: { id, title, url },
    picture: of.image,
  };
  return [{ ...result, highlights: highlightsOf(result, terms) }];
};

/** An editors' page, as a reader is shown it. */
const pageResult = (entry: FrameEntry, terms: readonly string[], { locale, site }: Shown): SearchResult[] => {
  const card = toPageCard(entry, locale, site);
  if (!card) return [];
  return [{ ...card, kind: 'page', publishedAt: entry.publishedAt, highlights: highlightsOf(card, terms) }];
};
