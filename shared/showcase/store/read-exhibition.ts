import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { getItem, type Item, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { StoreBusyError } from '../../aws/transaction.ts';
import { noteEnd, notePlanned, noteShown } from '../../freshness/answer-facts.ts';
import { type PublishedArtwork, publishedArtworkSchema } from '../../model/exhibitions/artwork.ts';
import { hasEnded } from '../../model/exhibitions/exhibition-status.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { withoutWithheldParts } from '../../model/people/visible-artist.ts';
import {
  exhibitionKey,
  exhibitionSlugKey,
  exhibitionsPartition,
  publicArtworkKey,
  publicArtworkPrefix,
  type StoredExhibition,
  type StoredExhibitionCard,
  storedExhibitionSchema,
} from './exhibition.ts';
import { getItems } from './get-items.ts';
import { noteList } from './note-list.ts';
import { projectedDocument } from './projection.ts';
import { showcaseTable } from './table.ts';

/** What can be read of an exhibition now: itself, that it was withdrawn, or nothing. */
type FoundExhibition = StoredExhibition | 'gone' | undefined;

/**
 * An exhibition as it is public now: gone from its planned end on. One that is scheduled is found only as far as it was
 * public before.
 */
export const readPublicExhibition = async (id: string, now: Date, isConsistent = false): Promise<FoundExhibition> => {
  noteShown(`exhibition-${id}`);
  const item = await getItem(showcaseTable, exhibitionKey(id), undefined, { isConsistent });
  return item && publicExhibitionIn(item, now);
};

/** The same of an item that was read. */
export const publicExhibitionIn = (item: Item, now: Date): FoundExhibition => {
  if (item.gone?.BOOL) return 'gone';
  const exhibition = projectedDocument(storedExhibitionSchema, item.doc);
  notePlanned(exhibition);
  if (hasEnded(exhibition, now)) return 'gone';
  if (exhibition.publishedAt <= now.toISOString()) return exhibition;
  return exhibition.wasPublic && 'gone';
};

/** The exhibition that a slug leads to in each of the locales that knows it, in their order. */
export const readExhibitionSlugs = async (
  locales: readonly Locale[],
  slug: string,
): Promise<{ locale: Locale; exhibitionId: string }[]> => {
  const items = await getItems(locales.map((locale) => exhibitionSlugKey(locale, slug)));
  return locales.flatMap((locale) => {
    const exhibitionId = items.find(({ pk }) => pk?.S === exhibitionSlugKey(locale, slug).pk.S)?.exhibitionId?.S;
    return exhibitionId ? [{ locale, exhibitionId }] : [];
  });
};

const isLive = ({ until }: PublishedArtwork, now: Date): boolean => {
  noteEnd(until);
  return until === undefined || until > now.toISOString();
};

/** An artwork with the data on its artist that consent lets the public read, and no more. */
export const readableArtwork = (doc: AttributeValue | undefined): PublishedArtwork => {
  const artwork = projectedDocument(publishedArtworkSchema, doc);
  return { ...artwork, artist: withoutWithheldParts(artwork.artist) };
};

const readAll = ({ id, artworkSetVersion }: StoredExhibition, isConsistent: boolean): Promise<PublishedArtwork[]> => {
  const range = { pk: exhibitionKey(id).pk.S, beginsWith: publicArtworkPrefix(artworkSetVersion), isConsistent };
  return queryAll(showcaseTable, range, ({ doc }) => readableArtwork(doc));
};

/** How often an edition that changes while it is read is read again. */
const attempts = 4;

/**
 * An exhibition with its artworks in their order: of one edition, never of two. Where the number of artworks is not the
 * one that the exhibition names, there is a new edition, or a replica is behind: then all is read again, consistently.
 */
export const readExhibitionWithArtworks = async (
  found: StoredExhibition,
  now: Date,
): Promise<{ exhibition: StoredExhibition; artworks: PublishedArtwork[] } | 'gone' | undefined> => {
  const whole = await readWhole(found, now);
  if (!whole || whole === 'gone') return whole;
  return { ...whole, artworks: whole.artworks.filter((artwork) => isLive(artwork, now)) };
};

/** The same with the artworks whose consent has ended since: they have their places until the next edition. */
const readWhole = async (
  found: StoredExhibition,
  now: Date,
): Promise<{ exhibition: StoredExhibition; artworks: PublishedArtwork[] } | 'gone' | undefined> => {
  let exhibition: FoundExhibition = found;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const artworks = await readAll(exhibition, attempt > 1);
    if (artworks.length === exhibition.count)
      return { exhibition, artworks: artworks.toSorted((a, b) => a.position - b.position) };
    exhibition = await readPublicExhibition(exhibition.id, now, true);
    if (!exhibition || exhibition === 'gone') return exhibition;
  }
  throw new StoreBusyError(`The exhibition ${found.id} changed ${attempts} times while it was read.`);
};

/** Some artworks of an exhibition, in their order. */
export interface ArtworksPart {
  readonly exhibition: StoredExhibition;
  /** Those in this part. */
  readonly artworks: readonly PublishedArtwork[];
  /** How many the exhibition has in all. */
  readonly total: number;
  /** The place, from 0, of the first artwork after this part; absent at the end. */
  readonly next?: number | undefined;
}

/** Which artworks are wanted: from a place on, a given number or as many as fit. */
interface ArtworkSelection {
  readonly from: number;
  readonly limit: number;
  readonly bytes: number;
  /** How many bytes an artwork takes in the answer. */
  readonly bytesOf: (artwork: PublishedArtwork) => number;
}

/**
 * Artworks of a large exhibition that are read in one call: a batch of the largest ones stays below the limit of a
 * call.
 */
const batchSize = 50;

/** The requested part of a large exhibition; `undefined` where an artwork is missing, since there is a new edition. */
const readOrdered = async (
  { id, artworkSetVersion, order = [] }: StoredExhibition,
  { from, limit, bytes, bytesOf }: ArtworkSelection,
  options: { readonly isConsistent: boolean },
): Promise<{ artworks: PublishedArtwork[]; next?: number } | undefined> => {
  const artworks: PublishedArtwork[] = [];
  const end = Math.min(order.length, from + limit);
  let left = bytes;
  for (let begin = from; begin < end; begin += batchSize) {
    const ids = order.slice(begin, Math.min(begin + batchSize, end));
    const items = await getItems(
      ids.map((one) => publicArtworkKey(id, artworkSetVersion, one)),
      options,
    );
    const found = new Map(items.map(({ sk, doc }) => [sk?.S, doc]));
    for (const [n, one] of ids.entries()) {
      const doc = found.get(publicArtworkKey(id, artworkSetVersion, one).sk.S);
      if (!doc) return undefined;
      const artwork = readableArtwork(doc);
      left -= bytesOf(artwork);
      if (left < 0 && artworks.length > 0) return { artworks, next: begin + n };
      artworks.push(artwork);
    }
  }
  return { artworks, ...(end < order.length && { next: end }) };
};

/** Some artworks of an exhibition, of one edition: the one that the part names. */
export const readArtworksPart = async (
  found: StoredExhibition,
  wanted: ArtworkSelection,
  now: Date,
): Promise<ArtworksPart | 'gone' | undefined> => {
  let exhibition: FoundExhibition = found;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (!exhibition.order) return readPartOfWhole(exhibition, wanted, now);
    const part = await readOrdered(exhibition, wanted, { isConsistent: attempt > 1 });
    if (part) {
      const artworks = part.artworks.filter((artwork) => isLive(artwork, now));
      return { exhibition, artworks, total: exhibition.count, next: part.next };
    }
    exhibition = await readPublicExhibition(exhibition.id, now, true);
    if (!exhibition || exhibition === 'gone') return exhibition;
  }
  throw new StoreBusyError(`The exhibition ${found.id} changed ${attempts} times while it was read.`);
};

/** An exhibition that is not large is read as a whole. */
const readPartOfWhole = async (
  found: StoredExhibition,
  { from, limit, bytes, bytesOf }: ArtworkSelection,
  now: Date,
): Promise<ArtworksPart | 'gone' | undefined> => {
  const whole = await readWhole(found, now);
  if (!whole || whole === 'gone') return whole;
  const { exhibition, artworks } = whole;
  // A page begins where the one before has ended, whatever has ended meanwhile.
  const wanted = artworks.slice(from, from + limit);
  let left = bytes;
  const end = wanted.findIndex((artwork, n) => {
    left -= bytesOf(artwork);
    return left < 0 && n > 0;
  });
  const shown = end === -1 ? wanted : wanted.slice(0, end);
  const next = from + shown.length;
  const live = (some: readonly PublishedArtwork[]) => some.filter((artwork) => isLive(artwork, now));
  return {
    ...{ exhibition, artworks: live(shown), total: live(artworks).length },
    ...(next < artworks.length && { next }),
  };
};

/**
 * One artwork of an exhibition, where it is public now. Where it is not found, both are read again, consistently: a new
 * edition may have it.
 */
export const readPublicArtwork = async (
  found: StoredExhibition,
  artworkId: string,
  now: Date,
): Promise<PublishedArtwork | 'gone' | undefined> => {
  let exhibition: FoundExhibition = found;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { id, artworkSetVersion }: StoredExhibition = exhibition;
    const key = publicArtworkKey(id, artworkSetVersion, artworkId);
    const isConsistent = attempt > 1;
    const artwork = await getItem(showcaseTable, key, ({ doc }) => readableArtwork(doc), { isConsistent });
    if (artwork) return isLive(artwork, now) ? artwork : undefined;
    const current = await readPublicExhibition(id, now, true);
    if (!current || current === 'gone') return current;
    if (attempt > 1 && current.artworkSetVersion === artworkSetVersion) return undefined;
    exhibition = current;
  }
  throw new StoreBusyError(`The exhibition ${found.id} changed ${attempts} times while it was read.`);
};

/** Those of some artworks of an exhibition that are public now, by id: of one edition, without a second reading. */
export const readPublicArtworks = async (
  { id, artworkSetVersion }: StoredExhibition,
  artworkIds: readonly string[],
  now: Date,
): Promise<Map<string, PublishedArtwork>> => {
  const items = await getItems([...new Set(artworkIds)].map((one) => publicArtworkKey(id, artworkSetVersion, one)));
  const artworks = items.map(({ doc }) => readableArtwork(doc));
  return new Map(artworks.filter((artwork) => isLive(artwork, now)).map((artwork) => [artwork.id, artwork]));
};

/** A card of an exhibition with its place in the list. */
interface ListedExhibition {
  readonly sortKey: string;
  readonly card: StoredExhibitionCard;
}

/**
 * A page of the list of exhibitions, newest first: one Query. Where some have ended as planned it is shorter, and more
 * may follow.
 */
export const readPublicExhibitionsPage = async (
  locale: Locale,
  limit: number,
  after: string | undefined,
  now: Date,
): Promise<Page<ListedExhibition>> => {
  // '$' follows '#', so that what is published at this very millisecond is included.
  const upTo = `${now.toISOString()}$`;
  const before = after !== undefined && after < upTo ? after : upTo;
  const noted = noteList(before === upTo ? exhibitionsPartition(locale) : undefined, now);
  const queried = queryPage(
    showcaseTable,
    { pk: exhibitionsPartition(locale), before, order: 'descending', limit },
    ({ sk, card, unpublishAt }) => ({
      unpublishAt: unpublishAt?.S,
      listed: { sortKey: sk?.S ?? '', card: JSON.parse(card?.S ?? 'null') as StoredExhibitionCard },
    }),
  );
  const [{ items, last }] = await Promise.all([queried, noted]);
  for (const item of items) notePlanned(item);
  return { items: items.flatMap((item) => (hasEnded(item, now) ? [] : [item.listed])), ...(last && { last }) };
};
