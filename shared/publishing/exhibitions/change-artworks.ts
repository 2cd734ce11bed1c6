import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import type { ArtworkChange } from '../../contract/artwork-changes.ts';
import { artworkPatchSchema } from '../../contract/exhibition-schemas.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { UnavailableError } from '../../refusals/application-error.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { reason } from '../../refusals/reason.ts';
import { type ChangedArtwork, changeArtwork } from './change-artwork.ts';

/** How many are changed at the same time: all check the same exhibition, so that more would wait for each other. */
const concurrency = 4;

/** What became of a change: what it has changed, or what was thrown. */
export type ChangeOutcome = { readonly artworkId: string } & (
  | { readonly changed: ChangedArtwork }
  | { readonly error: Error }
);

/**
 * Changes many artworks of an exhibition, each by itself as `changeArtwork` does, and gives what became of each in their order. Once
 * `isInTime` says no, the rest is refused untouched.
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
