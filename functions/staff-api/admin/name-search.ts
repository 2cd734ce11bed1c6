import { isBeingErased } from '../../../shared/desk/exhibitions/erasures.ts';
import { readNameSearch } from '../../../shared/desk/mentions/name-searches.ts';
import type { Place } from '../../../shared/model/place.ts';
import { waitFor } from '../wait-for.ts';

/** The places that a search has found; `undefined` where it goes on still. */
const placesNow = async (exhibitionId: string, artworkId: string): Promise<readonly Place[] | undefined> => {
  const search = await readNameSearch(exhibitionId, artworkId);
  return search ? search.places : [];
};

/** Waits for the places that a search finds; `undefined` where it goes on still. */
export const foundPlaces = (exhibitionId: string, artworkId: string): Promise<readonly Place[] | undefined> =>
  waitFor(() => placesNow(exhibitionId, artworkId));

/** Waits for the end of an erasure, and gives where texts name the artist; `undefined` where something is left to do. */
export const foundPlacesOnceErased = (exhibitionId: string, artworkId: string): Promise<readonly Place[] | undefined> =>
  waitFor(async () =>
    (await isBeingErased(exhibitionId, artworkId)) ? undefined : placesNow(exhibitionId, artworkId),
  );
