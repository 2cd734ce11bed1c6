import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import { awaitErasureMatches } from '../../desk/exhibitions/await-name-matches.ts';
import { requireEntry } from '../../desk/exhibitions/entry-access.ts';
import { erasedArtworkLocations } from '../../desk/exhibitions/erased-artwork-locations.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { completeArtworkPictures } from '../exhibitions/complete-artwork-pictures.ts';
import { tryEnqueueReconcile } from '../exhibitions/try-enqueue-reconcile.ts';
import { deleteArtworkAttention } from '../mentions/resolve-artwork-attention.ts';
import { eraseArtwork, nothingErased } from './erase-artwork.ts';

/** The outcome of an erasure. Where `mentions` is `undefined` the publisher is still at work. */
interface ErasedEntry {
  /** The places that its picture or its consent had to leave. */
  readonly removedFrom: readonly FieldLocation[];
  /** Where texts name its artist. */
  readonly mentions: readonly FieldLocation[] | undefined;
}

/**
 * Erases an artwork from the desk and the public, and waits until that is complete. Asked again, it continues and gives
 * what the first answer would have said.
 */
export const eraseEntry = async (
  {
    exhibitionId,
    artworkId,
    version,
  }: { readonly exhibitionId: string; readonly artworkId: string; readonly version?: number | undefined },
  actor: Actor,
): Promise<ErasedEntry> => {
  const { site } = await readSite();
  const isThere = (await readArtwork(exhibitionId, artworkId)) !== undefined;
  const places = isThere ? undefined : await erasedArtworkLocations(exhibitionId, artworkId, actor);
  const { pictures, removedFrom } = places
    ? { ...nothingErased, removedFrom: places }
    : await retryOnNewEdition(async () => {
        const exhibition = await requireExhibition(exhibitionId);
        const artwork = await requireEntry(exhibition, artworkId, { action: 'eraseEntry', actor, version });
        return eraseArtwork(exhibition, artwork, actor, site);
      });
  await tryEnqueueReconcile(exhibitionId, actor);
  await completeArtworkPictures({ artworkId, pictures, site }, actor);
  await deleteArtworkAttention(exhibitionId, artworkId);
  return { removedFrom, mentions: await awaitErasureMatches(exhibitionId, artworkId) };
};
