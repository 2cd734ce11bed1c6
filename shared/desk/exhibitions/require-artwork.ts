import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { VersionConflictError } from '../store/versions.ts';
import { readArtwork } from './artworks.ts';

/** The refusal of an artwork that is not there. */
export const artworkNotFound = (exhibitionId: string, id: string): NotFoundError =>
  new NotFoundError(reason('artworkNotFound', { id, exhibitionId }));

/** The artwork that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireArtwork = async (exhibitionId: string, id: string, version?: number): Promise<Artwork> => {
  const artwork = await readArtwork(exhibitionId, id);
  if (!artwork) throw artworkNotFound(exhibitionId, id);
  if (version !== undefined && version !== artwork.version) throw new VersionConflictError(artwork);
  return artwork;
};
