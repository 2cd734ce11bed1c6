import type { Item } from '../../aws/table.ts';
import { noteEnd } from '../../freshness/answer-facts.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { exhibitionKey, type StoredExhibition, storedExhibitionSchema } from '../store/exhibition.ts';
import { feedPartition } from '../store/feed-keys.ts';
import { type FrameEntry, readFrameEntries } from '../store/frame.ts';
import { getItems } from '../store/get-items.ts';
import { projectedDocument } from '../store/projection.ts';
import type { FeedEntry } from '../store/read.ts';
import { readPublicArtworks } from '../store/read-exhibition.ts';
import { frameAt } from '../store/shown-frame.ts';
import { artworkIn, exhibitionPlaceOf } from './search-postings.ts';

/** Something that a search has found, by its card; of an artwork by the card of its exhibition. */
export interface FoundCard extends FeedEntry {
  readonly artwork?: PublishedArtwork;
  readonly page?: never;
}

/** An editors' page, which has no card. */
interface FoundPage {
  readonly sortKey: string;
  readonly page: FrameEntry;
}

export type FoundItem = FoundCard | FoundPage;

/**
 * What stands at some places, as readers of a locale see it now: the cards of their feed, and the artworks of the
 * edition that is public. What has been withdrawn or narrowed since it was listed is left out, or shown as it is now.
 */
export const readFound = async (locale: Locale, places: readonly string[], now: Date): Promise<FoundItem[]> => {
  // Also where nothing was found: a page that is planned may be, later.
  const pages = new Map(frameAt(await readFrameEntries(), now).pages.map((page) => [page.id, page]));
  if (places.length === 0) return [];
  const exhibitions = [...new Set(places.flatMap((place) => exhibitionPlaceOf(place) ?? []))];
  const sortKeys = [...new Set([...places.filter((place) => !exhibitionPlaceOf(place)), ...exhibitions])];
  const pk = { S: feedPartition({ locale }) };
  const [items, heads] = await Promise.all([
    getItems(sortKeys.map((sortKey) => ({ pk, sk: { S: sortKey } }))),
    getItems(exhibitions.map((place) => exhibitionKey(idIn(place)))),
  ]);
  for (const { unpublishAt } of items) noteEnd(unpublishAt?.S);
  const cards = new Map(
    items
      .filter((item) => (item.unpublishAt?.S ?? '~') > now.toISOString())
      .map((item) => [item.sk?.S ?? '', JSON.parse(item.card?.S ?? 'null') as FeedEntry['card']]),
  );
  const artworks = await artworksOf(places, heads, now);
  return places.flatMap((sortKey): FoundItem[] => {
    const page = pages.get(idIn(sortKey));
    if (page) return [{ sortKey, page }];
    const exhibition = exhibitionPlaceOf(sortKey);
    const card = cards.get(exhibition ?? sortKey);
    if (!card || exhibition === undefined) return card ? [{ sortKey, card }] : [];
    const artwork = artworks.get(artworkIn(sortKey));
    return artwork ? [{ sortKey, card, artwork }] : [];
  });
};

const idIn = (place: string): string => place.split('#')[1] ?? '';

/** The artworks at some of the places, by id, of exhibitions that are public. */
const artworksOf = async (
  places: readonly string[],
  heads: readonly Item[],
  now: Date,
): Promise<ReadonlyMap<string, PublishedArtwork>> => {
  const byExhibition = Map.groupBy(
    places.filter((place) => exhibitionPlaceOf(place)),
    idIn,
  );
  const found = await Promise.all(
    heads
      .filter(({ gone }) => !gone?.BOOL)
      .map(({ doc }): StoredExhibition => projectedDocument(storedExhibitionSchema, doc))
      .filter(({ publishedAt }) => publishedAt <= now.toISOString())
      .map((exhibition) => readPublicArtworks(exhibition, (byExhibition.get(exhibition.id) ?? []).map(artworkIn), now)),
  );
  return new Map(found.flatMap((artworks) => [...artworks]));
};
