import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import { Problem } from '../../http/problem.ts';
import type { Artwork } from '../../model/artwork.ts';
import { versionConflictProblem } from '../shared/version-conflict-problem.ts';

/** The refusal of an artwork that is not there. */
export const artworkNotFound = (exhibitionId: string, id: string): Problem =>
  new Problem('not-found', `There is no artwork ${id} in the exhibition ${exhibitionId}.`);

/** The artwork that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireArtwork = async (exhibitionId: string, id: string, version?: number): Promise<Artwork> => {
  const artwork = await readArtwork(exhibitionId, id);
  if (!artwork) throw artworkNotFound(exhibitionId, id);
  if (version !== undefined && version !== artwork.version) throw versionConflictProblem(artwork);
  return artwork;
};
