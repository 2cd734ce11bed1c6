import type { Attempts } from '../../async/attempts.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { readEventBatches } from '../../desk/events/all-events.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { eventVersionCheck, readEvent } from '../../desk/events/events.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { artworkVersionCheck, readArtwork, readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { exhibitionCheck, readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import { indexLagMs } from '../../desk/store/list-segments.ts';
import type { Event } from '../../model/events/event.ts';
import type { Artwork, PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { isNameOf } from '../../model/names/is-name-of.ts';
import { artworkFields, eventFields, exhibitionFields } from '../../model/names/text-fields.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { formerAddressFields } from './former-addresses.ts';
import { readableEventFields, readableExhibitionFields } from './public-fields.ts';
import type { SearchedItem } from './searched-item.ts';
import { readSearchedSite } from './searched-site.ts';

/** How many events are read at the same time, with the texts of their files. */
const concurrency = 8;

/**
 * Every event, exhibition and artwork, those nearest to an exhibition first, and the settings of the site. Events and
 * exhibitions that move between the lists during the walk are given again at its end. What cannot be read is left out,
 * and noted in `attempts`.
 */
export async function* searchedItems(
  exhibitionId: string,
  startedAt: Date,
  attempts: Attempts,
): AsyncGenerator<SearchedItem> {
  const exhibition = await readExhibition(exhibitionId);
  if (!exhibition) return;
  yield* await withArtworks(exhibition, exhibitionId, attempts);
  const site = await attempts.make(readSearchedSite);
  if (site) yield site;
  yield* searchedEvents(exhibition, undefined, attempts);
  yield* otherExhibitions(exhibitionId, undefined, attempts);
  const since = new Date(startedAt.getTime() - indexLagMs).toISOString();
  yield* searchedEvents(exhibition, since, attempts);
  yield* otherExhibitions(exhibitionId, since, attempts);
}

/** An exhibition with its artworks. */
const withArtworks = async (
  exhibition: Exhibition,
  searchedFor: string,
  attempts: Attempts,
): Promise<SearchedItem[]> => {
  const own = await attempts.make(() => searchedExhibition(exhibition, searchedFor));
  const artworks = await attempts.make(() => searchedArtworks(exhibition.id, searchedFor));
  return [...(own ? [own] : []), ...(artworks ?? [])];
};

/** Exhibitions but one with their artworks: all, or those that were changed at a time or later. */
async function* otherExhibitions(
  exhibitionId: string,
  since: string | undefined,
  attempts: Attempts,
): AsyncGenerator<SearchedItem> {
  const others = (await attempts.make(() => readAllExhibitions(since))) ?? [];
  for (const other of others) if (other.id !== exhibitionId) yield* await withArtworks(other, exhibitionId, attempts);
}

/** Events of all states, or those that were changed at a time or later. */
async function* searchedEvents(
  exhibition: Exhibition,
  since: string | undefined,
  attempts: Attempts,
): AsyncGenerator<SearchedItem> {
  try {
    for await (const found of readEventBatches(since)) {
      for (const events of batchesOf(found, concurrency)) {
        const read = events.map((event) => attempts.make(() => searchedEvent(event, exhibition)));
        for (const item of await Promise.all(read)) if (item) yield item;
      }
    }
  } catch (error) {
    attempts.fail(error);
  }
}

/** An event with its texts; `exhibition` is the one for whose artists they are compared. */
export const searchedEvent = async (
  event: Event,
  exhibition: Pick<Exhibition, 'id' | 'eventIds' | 'campaign'>,
): Promise<SearchedItem> => {
  const isNamed = event.exhibitionId === exhibition.id || exhibition.eventIds.includes(event.id);
  const isOfCampaign = event.campaign !== undefined && event.campaign === exhibition.campaign;
  const isPublic = event.published && event.published.version !== event.version;
  const edition = await readEdition(event.id);
  // What was called off keeps its title in calendars, whatever becomes of the working copy after that.
  const wasPublic = !event.published && edition !== undefined;
  return {
    ...{
      kind: 'event',
      id: event.id,
      fields: eventFields(await withFileTexts(event)),
      confirmed: event.confirmedMentions,
    },
    publicFields:
      isPublic || wasPublic
        ? await readableEventFields(edition, event.translations, new Date())
        : formerAddressFields(edition, event.translations),
    isPublic: event.published !== undefined && !isPublic,
    titles: event.translations,
    updatedBy: event.updatedBy,
    relationTo: () => (isNamed ? 'event' : isOfCampaign ? 'campaign' : 'elsewhere'),
    again: async () => {
      const current = await readEvent(event.id);
      return current && searchedEvent(current, exhibition);
    },
    check: eventVersionCheck(event),
  };
};

/**
 * An exhibition with its texts, those of its artworks apart; `searchedFor` is the one for whose artists they are
 * compared.
 */
export const searchedExhibition = async (exhibition: Exhibition, searchedFor: string): Promise<SearchedItem> => {
  const { id, confirmedMentions, updatedBy } = exhibition;
  const edition = await readExhibitionEdition(id);
  return {
    ...{ kind: 'exhibition', id, confirmed: confirmedMentions, updatedBy },
    fields: exhibitionFields(await withFileTexts(exhibition)),
    publicFields: await readableExhibitionFields(edition, exhibition.translations, new Date()),
    isPublic: false,
    titles: exhibition.translations,
    relationTo: () => (id === searchedFor ? 'exhibition' : 'elsewhere'),
    again: async () => {
      const current = await readExhibition(id);
      return current && searchedExhibition(current, searchedFor);
    },
    check: exhibitionCheck(exhibition),
  };
};

/** The artworks of an exhibition with their texts; `searchedFor` as of `searchedExhibition`. */
export const searchedArtworks = async (exhibitionId: string, searchedFor: string): Promise<SearchedItem[]> => {
  const edition = await readExhibitionEdition(exhibitionId);
  const shown = edition?.publication ? await readPublishedArtworkRecords(exhibitionId, edition.artworkSetVersion) : [];
  const published = new Map(shown.map(({ artwork }) => [artwork.id, artwork]));
  const artworks = await readArtworks(exhibitionId);
  return artworks.map((artwork) => searchedArtwork(artwork, published.get(artwork.id), searchedFor));
};

const searchedArtwork = (artwork: Artwork, shown: PublishedArtwork | undefined, searchedFor: string): SearchedItem => {
  const { id, exhibitionId, confirmedMentions, updatedBy, artist } = artwork;
  const name = shown?.artist.name;
  return {
    ...(name !== undefined && !(artist && isNameOf(name, artist.name)) && { formerName: name }),
    ...{ kind: 'artwork', id, exhibitionId, fields: artworkFields(artwork), confirmed: confirmedMentions, updatedBy },
    publicFields: shown ? artworkFields(shown) : [],
    isPublic: false,
    titles: artwork.translations,
    relationTo: (artworkId) => (artworkId === id ? 'own' : exhibitionId === searchedFor ? 'sibling' : 'elsewhere'),
    again: async () => {
      const current = await readArtwork(exhibitionId, id);
      return current && searchedArtwork(current, shown, searchedFor);
    },
    check: artworkVersionCheck(artwork),
  };
};
