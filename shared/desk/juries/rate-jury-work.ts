import { ConditionsFailedError } from '../../aws/transaction.ts';
import type { Actor } from '../store/actor.ts';
import { retryOnNewEdition } from '../store/retry-on-new-edition.ts';
import { juryWorkNotFound, requireNumberedWork } from './numbered-works.ts';
import type { Score } from './rate-artwork.ts';
import { saveRating } from './ratings.ts';
import { requireJury } from './require-jury.ts';

/** Rates a work by the number under which the jury knows it. Throws if it may not be rated. */
export const rateJuryWork = (
  { exhibitionId, number }: { readonly exhibitionId: string; readonly number: number },
  score: Score,
  actor: Actor,
): Promise<void> =>
  // Tried again if the exhibition has changed meanwhile: rating may have ended.
  retryOnNewEdition(async () => {
    const exhibition = await requireJury(exhibitionId, 'rate', actor);
    const { artwork } = await requireNumberedWork(exhibition, number, actor);
    await saveRating(exhibition, { artworkId: artwork.id, ...score }, actor).catch((error: unknown) => {
      const isErased = error instanceof ConditionsFailedError && error.failedConditions.includes('artwork');
      throw isErased ? juryWorkNotFound(number) : error;
    });
  });
