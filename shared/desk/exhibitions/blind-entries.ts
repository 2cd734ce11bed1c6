import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { readAllExhibitions } from './all-exhibitions.ts';
import { readArtwork } from './artworks.ts';

const concurrency = 8;

/** Those of some entries that are rated blind now: no answer may say whose they are. */
export const blindEntriesAmong = async (artworkIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (artworkIds.length === 0) return new Set();
  const blind = (await readAllExhibitions()).filter(isBlind);
  const asked = blind.flatMap(({ id }) => [...new Set(artworkIds)].map((artworkId) => ({ id, artworkId })));
  const found = await mapWithConcurrency(asked, concurrency, async ({ id, artworkId }) =>
    (await readArtwork(id, artworkId)) ? [artworkId] : [],
  );
  return new Set(found.flat());
};
