import { ConditionsFailedError } from '../../aws/transaction.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { ConflictError, InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { Actor } from '../store/actor.ts';
import { retryOnNewEdition } from '../store/retry-on-new-edition.ts';
import { juryWorkNotFound, markOf, requireNumberedWork } from './numbered-works.ts';
import type { Score } from './rate-artwork.ts';
import { changeRating, type RatingChange, readRating, saveRating } from './ratings.ts';
import { requireJury } from './require-jury.ts';

/** A work by the number under which the jury knows it. */
interface JudgedWork {
  readonly exhibitionId: string;
  readonly number: number;
  /** Which work the caller has seen under the number, where the caller says so. */
  readonly mark?: string | undefined;
}

const rateBy = (
  { exhibitionId, number, mark }: JudgedWork,
  actor: Actor,
  write: (exhibition: Exhibition, artwork: Artwork) => Promise<void>,
): Promise<Artwork> =>
  // Tried again if the exhibition has changed meanwhile: rating may have ended.
  retryOnNewEdition(async () => {
    const exhibition = await requireJury(exhibitionId, 'rate', actor);
    const { numbered, artwork } = await requireNumberedWork(exhibition, number, actor);
    if (mark !== undefined && mark !== markOf(numbered))
      throw new ConflictError(reason('numberMeansAnother', { number }));
    await write(exhibition, artwork).catch((error: unknown) => {
      const failed = error instanceof ConditionsFailedError ? error.failedConditions : [];
      if (failed.includes('artwork')) throw juryWorkNotFound(number);
      if (failed.includes('rating')) throw new InvalidInputError([fieldError('score', 'required')]);
      throw error;
    });
    return artwork;
  });

/** Rates a work, in place of what was given before. Throws if it may not be rated. */
export const rateJuryWork = async (work: JudgedWork, score: Score, actor: Actor): Promise<void> => {
  await rateBy(work, actor, (exhibition, { id: artworkId }) => saveRating(exhibition, { artworkId, ...score }, actor));
};

/**
 * Changes the points or the comment alone, and gives what is stored then. Throws if the work may not be rated, where
 * there are no points yet to which a comment could belong, and where the number means another work by now.
 */
export const changeJuryRating = async (work: JudgedWork, change: RatingChange, actor: Actor): Promise<Score> => {
  const artwork = await rateBy(work, actor, (exhibition, { id: artworkId }) =>
    changeRating(exhibition, { artworkId, ...change }, actor),
  );
  const stored = await readRating(work.exhibitionId, artwork.id, actor.by, { isConsistent: true });
  // The entry was erased since.
  if (!stored) throw juryWorkNotFound(work.number);
  return stored;
};
