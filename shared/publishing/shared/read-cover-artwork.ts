import { readPublishedArtworkRecord } from '../../desk/exhibitions/published-artwork-records.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import { coverArtworkIdOf, type ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';

/** The artwork that stands for an exhibition where no photograph does, as an edition shows it. */
export const readCoverArtwork = async (
  id: string,
  { publication, artworkSetVersion }: ExhibitionEdition,
): Promise<PublishedArtwork | undefined> => {
  const artworkId = publication && coverArtworkIdOf(publication);
  return artworkId ? (await readPublishedArtworkRecord(id, artworkSetVersion, artworkId))?.artwork : undefined;
};
