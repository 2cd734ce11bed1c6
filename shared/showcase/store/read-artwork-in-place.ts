import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import { maxSelectedArtworks } from '../../model/exhibitions/exhibition.ts';
import type { StoredExhibition } from './exhibition.ts';
import { readArtworksPart, readPublicArtwork } from './read-exhibition.ts';

/** An artwork where it hangs: between two others. */
interface ArtworkInPlace {
  readonly exhibition: StoredExhibition;
  readonly artwork: PublishedArtwork;
  /** Its number in the exhibition, from 1; absent where a newer edition was published while it was read. */
  readonly number?: number;
  readonly total: number;
  readonly previous?: PublishedArtwork | undefined;
  readonly next?: PublishedArtwork | undefined;
}

const whateverFits = { bytes: Number.MAX_SAFE_INTEGER, bytesOf: () => 0 };

/**
 * An artwork of a published exhibition with its neighbours, as all of them are public now. Of an exhibition that names
 * the order of its works three are read; any other is read as a whole.
 */
export const readArtworkInPlace = async (
  found: StoredExhibition,
  artworkId: string,
  now: Date,
): Promise<ArtworkInPlace | 'gone' | undefined> => {
  const from = Math.max((found.order ?? []).indexOf(artworkId) - 1, 0);
  const limit = found.order ? 3 : maxSelectedArtworks;
  const part = await readArtworksPart(found, { from, limit, ...whateverFits }, now);
  if (!part || part === 'gone') return part;
  const { exhibition, artworks, total } = part;
  const at = artworks.findIndex(({ id }) => id === artworkId);
  const artwork = artworks[at];
  if (artwork) {
    const number = (exhibition.order?.indexOf(artworkId) ?? at) + 1;
    return { exhibition, artwork, number, total, previous: artworks[at - 1], next: artworks[at + 1] };
  }
  const alone = await readPublicArtwork(exhibition, artworkId, now);
  return alone && alone !== 'gone' ? { exhibition, artwork: alone, total } : alone;
};
