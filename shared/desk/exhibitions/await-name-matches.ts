import { pollUntilFound } from '../../async/poll-until-found.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { readNameSearch } from '../mentions/name-searches.ts';
import { isBeingErased } from './erasures.ts';

/** The places that a search has found; `undefined` while it is running. */
const nameMatchesNow = async (
  exhibitionId: string,
  artworkId: string,
): Promise<readonly FieldLocation[] | undefined> => {
  const search = await readNameSearch(exhibitionId, artworkId);
  return search ? search.places : [];
};

/** Waits for the places that a search finds; `undefined` if it is still running at the end of the wait. */
export const awaitNameMatches = (
  exhibitionId: string,
  artworkId: string,
): Promise<readonly FieldLocation[] | undefined> => pollUntilFound(() => nameMatchesNow(exhibitionId, artworkId));

/** Waits for the end of an erasure, and gives where texts name the artist; `undefined` if it is not complete yet. */
export const awaitErasureMatches = (
  exhibitionId: string,
  artworkId: string,
): Promise<readonly FieldLocation[] | undefined> =>
  pollUntilFound(async () =>
    (await isBeingErased(exhibitionId, artworkId)) ? undefined : nameMatchesNow(exhibitionId, artworkId),
  );
