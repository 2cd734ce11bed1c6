import { ConditionsFailedError } from '../../aws/transaction.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { artworkNotFound, requireArtwork } from '../exhibitions/require-artwork.ts';
import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { retryOnNewEdition } from '../store/retry-on-new-edition.ts';
import { saveRating } from './ratings.ts';

/** What a member of a jury thinks of a work. */
export interface Score {
  readonly score: number;
  readonly comment?: string | undefined;
}

/** Rates an entry by its id, as editors do while the rating is not blind. Throws if it may not be rated. */
export const rateArtwork = (
  { exhibitionId, artworkId }: { readonly exhibitionId: string; readonly artworkId: string },
  score: Score,
  actor: Actor,
): Promise<void> =>
  // Tried again if the exhibition has changed meanwhile: rating may have ended.
  retryOnNewEdition(async () => {
    const exhibition = await requireExhibition(exhibitionId);
    requireExhibitionAction('rate', exhibition, actorKindOf(actor));
    if (isBlind(exhibition)) {
      throw new ConflictError(reason('ratingIsBlind', { url: `/v1/staff/juries/${exhibitionId}/works` }));
    }
    const { status, entryNumber } = await requireArtwork(exhibitionId, artworkId);
    if (status === 'withdrawn') throw new ConflictError(reason('ratedEntryWithdrawn', { entryNumber }));
    try {
      await saveRating(exhibition, { artworkId, ...score }, actor);
    } catch (error) {
      const isErased = error instanceof ConditionsFailedError && error.failedConditions.includes('artwork');
      throw isErased ? artworkNotFound(exhibitionId, artworkId) : error;
    }
  });
