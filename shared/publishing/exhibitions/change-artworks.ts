import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import type { ArtworkChange } from '../../contract/staff/artwork-changes.ts';
import { artworkPatchSchema } from '../../contract/staff/exhibition-schemas.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { UnavailableError } from '../../refusals/application-error.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { reason } from '../../refusals/reason.ts';
import { type ChangedArtwork, changeArtwork } from './change-artwork.ts';

/**
 * How many artworks are changed at the same time. Each transaction checks the same exhibition, so more of them would
 * collide.
 */
const concurrency = 4;

/** The outcome of one change: the changed artwork, or the error that `changeArtwork` has thrown. */
type ChangeOutcome = { readonly artworkId: string } & (
  | { readonly changed: ChangedArtwork }
  | { readonly error: Error }
);

/**
 * Changes artworks of an exhibition, each by `changeArtwork` in a transaction of its own, and gives the outcomes in the
 * order of `changes`. It asks `isInTime` before each change, and refuses those that are left once the answer is false.
 */
export const changeArtworks = (
  exhibitionId: string,
  changes: readonly ArtworkChange[],
  actor: Actor,
  isInTime: () => boolean,
): Promise<ChangeOutcome[]> =>
  mapWithConcurrency(changes, concurrency, async ({ artworkId, version, patch }) => {
    if (!isInTime()) return { artworkId, error: new UnavailableError(reason('notReachedInTime')) };
    try {
      const change = { exhibitionId, artworkId, version, patch: parseInput(artworkPatchSchema, patch, 'patch') };
      return { artworkId, changed: await changeArtwork(change, actor, false) };
    } catch (error) {
      return { artworkId, error: error as Error };
    }
  });
